// What every script starts with: Thunderbird's modules, and waiting.
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

const until = async (condition, what) => {
  for (let turn = 0; turn < 1000; turn += 1) {
    const found = condition();
    if (found) {
      return found;
    }
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`${what} did not come`);
};

const named = (name) => cal.manager.getCalendars().find((each) => each.name === name);

const loaded = (calendar) =>
  new Promise((done) => {
    const nothing = () => {};
    const observer = {
      QueryInterface: ChromeUtils.generateQI(["calIObserver"]),
      onStartBatch: nothing,
      onEndBatch: nothing,
      onAddItem: nothing,
      onModifyItem: nothing,
      onDeleteItem: nothing,
      onError: nothing,
      onPropertyChanged: nothing,
      onPropertyDeleting: nothing,
      onLoad() {
        calendar.removeObserver(observer);
        done();
      },
    };
    calendar.addObserver(observer);
  });

const moment = (time) =>
  time.isDate
    ? `${time.year}-${String(time.month + 1).padStart(2, "0")}-${String(time.day).padStart(2, "0")}`
    : time.nativeTime / 1000000;

const shown = (item) => ({
  uid: item.id,
  title: item.title ?? "",
  place: item.getProperty("LOCATION") ?? "",
  description: item.getProperty("DESCRIPTION") ?? "",
  start: moment(item.startDate),
  end: moment(item.endDate),
  status: item.getProperty("STATUS") ?? "",
  sequence: Number(item.getProperty("SEQUENCE") ?? 0),
  partstat: item.getAttendees().map((each) => each.participationStatus),
});
