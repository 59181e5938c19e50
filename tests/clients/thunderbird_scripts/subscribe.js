// Subscribes as the dialog for a new calendar on the network does: given an address, it asks the
// server what lies there, and takes the calendar that it finds. Given: the address. Answers the
// name that Thunderbird gives it.
const [address] = given;
const others = (types) => [...types].filter((type) => type !== "ics");
const found = await cal.provider.detection.detect("", "", address, false, [others], {});
const [calendar] = [...found.values()].flat();
cal.manager.registerCalendar(calendar);
const registered = named(calendar.name);
const ready = loaded(registered);
registered.refresh();
await ready;
return registered.name;
