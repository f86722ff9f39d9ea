// SPDX-License-Identifier: MIT
// Calendars as packages of npm read them: `node ical_node.mjs <node_modules> <package> <file>...`. See ical_clients.py,
// which also says what is printed: for each file a line of JSON, {tree, times}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, name, ...files] = process.argv.slice(2);
const required = createRequire(pathToFileURL(`${modules}/`));

function bare(day) {
    const two = (number) => String(number).padStart(2, "0");
    return `${day.getFullYear()}${two(day.getMonth() + 1)}${two(day.getDate())}`;
}

// ---- ical.js ----

const { default: ICAL } = await import(pathToFileURL(`${modules}/ical.js/dist/ical.js`));

function text(value) {
    if (value !== null && typeof value === "object") {
        return value instanceof ICAL.Recur ? value.toString() : value.toICALString();
    }
    return String(value);
}

function tree(component) {
    const properties = [];
    for (const property of component.getAllProperties()) {
        for (const value of property.getValues()) {
            properties.push([property.name.toUpperCase(), property.getParameter("tzid") ?? "", text(value)]);
        }
    }
    return [component.name.toUpperCase(), properties, component.getAllSubcomponents().map(tree)];
}

function at(time) {
    return time.isDate ? time.toICALString() : time.toUnixTime();
}

function startsOf(event) {
    if (!event.isRecurring()) {
        return [at(event.startDate)];
    }
    const found = [];
    const iterator = new ICAL.RecurExpansion({ component: event.component, dtstart: event.startDate });
    for (let next = iterator.next(); next; next = iterator.next()) {
        found.push(at(next));
    }
    return found;
}

function byIcalJs(data) {
    const calendar = new ICAL.Component(ICAL.parse(data));
    const times = {};
    calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
    for (const component of calendar.getAllSubcomponents("vevent")) {
        const event = new ICAL.Event(component);
        times[event.uid] = startsOf(event);
    }
    for (const todo of calendar.getAllSubcomponents("vtodo").filter((one) => one.hasProperty("due"))) {
        times[todo.getFirstPropertyValue("uid")] = [at(todo.getFirstPropertyValue("due"))];
    }
    return { tree: tree(calendar), times };
}

// ---- node-ical ----

function byNodeIcal(data) {
    const ical = required("node-ical");
    const span = { from: new Date("2000-01-01T00:00:00Z"), to: new Date("2037-01-01T00:00:00Z") };
    const times = {};
    for (const item of Object.values(ical.sync.parseICS(data))) {
        if (item.type === "VEVENT") {
            times[item.uid] = ical.expandRecurringEvent(item, span).map(
                (one) => (one.isFullDay ? bare(one.start) : one.start.getTime() / 1000));
        } else if (item.type === "VTODO" && item.due) {
            times[item.uid] = [item.due.dateOnly ? bare(item.due) : item.due.getTime() / 1000];
        }
    }
    return { times };
}

// ---- rrule-temporal: nothing but the rules, which it takes in the form of a calendar ----

async function byRruleTemporal(data) {
    globalThis.Temporal ??= required("@js-temporal/polyfill").Temporal;
    const { RRuleTemporal } = required("rrule-temporal");
    const times = {};
    for (const [, event] of data.matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs)) {
        const lines = event.replaceAll("\r\n ", "").split("\r\n");
        const rruleString = lines.filter((line) => /^(DTSTART|RRULE|EXDATE)[:;]/.test(line)).join("\n");
        const uid = lines.find((line) => line.startsWith("UID:")).slice(4);
        if (/^RRULE/m.test(rruleString)) {
            const days = rruleString.startsWith("DTSTART;VALUE=DATE:");
            times[uid] = new RRuleTemporal({ rruleString }).all().map(
                (one) => (days ? one.toString().slice(0, 10).replaceAll("-", "") : one.epochMilliseconds / 1000));
        }
    }
    return { times };
}

const readers = { "ical.js": byIcalJs, "node-ical": byNodeIcal, "rrule-temporal": byRruleTemporal };
for (const file of files) {
    console.log(JSON.stringify(await readers[name](readFileSync(file, "utf8"))));
}
