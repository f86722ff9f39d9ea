// SPDX-License-Identifier: MIT
// To-dos written and read by ical.js, and events written by ical-generator: `node calendar_peers.mjs <node_modules> <folder>
// <rounds>`. See calendar_peers.py. What is written is taken out of the folder's calendars before the clock starts, and left
// beside them, to be compared.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, folder, rounds] = process.argv.slice(2);
const required = createRequire(pathToFileURL(`${modules}/`));
const { default: ICAL } = await import(pathToFileURL(`${modules}/ical.js/dist/ical.js`));
const { default: ical } = required("ical-generator");

function measure(name, job) {
    const times = [];
    for (let i = 0; i < Number(rounds); i++) {
        const begin = process.cpuUsage();
        job();
        const used = process.cpuUsage(begin);
        times.push(1000 * (used.user + used.system));
    }
    console.log(`time ${name} ${times.sort((a, b) => a - b)[Math.floor(times.length / 2)]}`);
}

function read(name) {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(`${folder}/${name}.ics`, "utf8")));
    calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
    return calendar;
}

// ---- to-dos by ical.js ----

function factsOf(component) {
    return component.getAllProperties().map((one) => ({
        name: one.name, value: one.getFirstValue(), zone: one.getParameter("tzid"),
    }));
}

function fill(component, facts) {
    for (const { name, value, zone } of facts) {
        const property = component.addPropertyWithValue(name, value);
        if (zone) {
            property.setParameter("tzid", zone);
        }
    }
    return component;
}

function writeTodos(facts, zone) {
    const calendar = new ICAL.Component("vcalendar");
    calendar.addPropertyWithValue("version", "2.0");
    calendar.addPropertyWithValue("prodid", "-//Practice//Calendar 1//EN");
    calendar.addPropertyWithValue("calscale", "GREGORIAN");
    calendar.addSubcomponent(new ICAL.Component(zone));
    for (const [properties, alarm] of facts) {
        const todo = fill(new ICAL.Component("vtodo"), properties);
        todo.addSubcomponent(fill(new ICAL.Component("valarm"), alarm));
        calendar.addSubcomponent(todo);
    }
    return `${calendar}\r\n`;
}

const todos = read("todos");
const zone = todos.getFirstSubcomponent("vtimezone").jCal;
const facts = todos.getAllSubcomponents("vtodo").map(
    (todo) => [factsOf(todo), factsOf(todo.getFirstSubcomponent("valarm"))]);
writeFileSync(`${folder}/todos.ical.js.ics`, writeTodos(facts, zone));
measure("javascript_write_todos/1000", () => writeTodos(facts, zone));

const ticked = readFileSync(`${folder}/ticked.ics`, "utf8");
function countDone() {
    return new ICAL.Component(ICAL.parse(ticked)).getAllSubcomponents("vtodo").filter(
        (todo) => todo.getFirstPropertyValue("status") === "COMPLETED").length;
}
if (countDone() !== facts.length) {
    throw new Error("not equal: what ical.js reads");
}
measure("javascript_read_todos/1000", countDone);

// ---- events by ical-generator ----

function eventOf(event) {
    const date = (name) => event.getFirstPropertyValue(name).toJSDate();
    const alarm = event.getFirstSubcomponent("valarm");
    return {
        id: event.getFirstPropertyValue("uid"),
        stamp: date("dtstamp"),
        created: date("created"),
        lastModified: date("last-modified"),
        sequence: event.getFirstPropertyValue("sequence"),
        start: date("dtstart"),
        end: date("dtend"),
        timezone: event.getFirstProperty("dtstart").getParameter("tzid"),
        repeating: `RRULE:${event.getFirstPropertyValue("rrule")}`,
        summary: event.getFirstPropertyValue("summary"),
        status: event.getFirstPropertyValue("status"),
        transparency: event.getFirstPropertyValue("transp"),
        class: event.getFirstPropertyValue("class"),
        alarms: [{
            type: "display",
            trigger: -alarm.getFirstPropertyValue("trigger").toSeconds(),
            description: alarm.getFirstPropertyValue("description"),
        }],
    };
}

function writeEvents(events, text) {
    const calendar = ical({
        prodId: "//Practice//Calendar 1//EN",
        timezone: { name: events[0].timezone, generator: () => text },
        events,
    });
    return `${calendar}\r\n`;
}

const repeating = read("events");
const events = repeating.getAllSubcomponents("vevent").map(eventOf);
const text = repeating.getFirstSubcomponent("vtimezone").toString();
writeFileSync(`${folder}/events.ical-generator.ics`, writeEvents(events, text));
measure("javascript_write_events/1000", () => writeEvents(events, text));
