// Reads a calendar on standard input as ical.js (Thunderbird's reader) does, and prints its events
// as JSON. ical.js works out each moment from the file's own VTIMEZONE, which no Python reader does.
// Argument: the folder of the package ical.js.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { default: ICAL } = await import(pathToFileURL(`${process.argv[2]}/dist/ical.js`));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));

const moment = (time) => (time.isDate ? time.toString() : time.toUnixTime());
const text = (component, name) => component.getFirstPropertyValue(name) ?? "";

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    title: event.summary,
    place: event.location ?? "",
    description: event.description ?? "",
    start: moment(event.startDate),
    end: moment(event.endDate),
    status: text(component, "status"),
    transparency: text(component, "transp"),
    url: text(component, "url"),
    categories: component.getFirstProperty("categories").getValues(),
    stamp: moment(component.getFirstPropertyValue("dtstamp")),
  };
});
console.log(JSON.stringify(events));
