// SPDX-License-Identifier: MIT
// A calendar as ical.js reads it: `node ical_js.mjs <node_modules> read|expand < file`. See ical_readers.py.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, what] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(`${modules}/ical.js/dist/ical.js`));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));

function text(value) {
    if (value !== null && typeof value === "object") {
        return value instanceof ICAL.Recur ? value.toString() : value.toICALString();
    }
    return String(value);
}

function read(component) {
    const properties = [];
    for (const property of component.getAllProperties()) {
        for (const value of property.getValues()) {
            properties.push([property.name.toUpperCase(), property.getParameter("tzid") ?? "", text(value)]);
        }
    }
    return [component.name.toUpperCase(), properties, component.getAllSubcomponents().map(read)];
}

function start(time) {
    return time.isDate ? time.toICALString() : String(time.toUnixTime());
}

function expand() {
    for (const zone of calendar.getAllSubcomponents("vtimezone")) {
        ICAL.TimezoneService.register(zone);
    }
    for (const component of calendar.getAllSubcomponents("vevent")) {
        const event = new ICAL.Event(component);
        const iterator = event.iterator();
        for (let at = event.isRecurring() ? iterator.next() : event.startDate; at;
            at = event.isRecurring() ? iterator.next() : null) {
            console.log(`${event.uid}\t${start(at)}`);
        }
    }
}

if (what === "expand") {
    expand();
} else {
    console.log(JSON.stringify(read(calendar)));
}
