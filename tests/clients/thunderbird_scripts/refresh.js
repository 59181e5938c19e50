// Refreshes as the button does, and waits until it is done. Given: the calendar's name.
const calendar = named(given[0]);
const ready = loaded(calendar);
calendar.refresh();
await ready;
