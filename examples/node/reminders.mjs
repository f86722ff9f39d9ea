// SPDX-License-Identifier: MIT
// Writes a plan's reminders as a calendar: reminders.mjs PLAN MOMENT
import { CalendarOptions, load } from "homework";

const [path, moment] = process.argv.slice(2);
if (process.argv.length !== 4 || Number.isNaN(Date.parse(moment))) {
    console.error("usage: reminders.mjs PLAN MOMENT");
    process.exit(2);
}
try {
    const options = CalendarOptions.create();
    options.setProfile("events");
    process.stdout.write(load(path).toCalendar({ asOf: moment, options }));
} catch (error) {
    console.error(`${path}:${error.line ?? 0}: ${error.message}`);
    process.exitCode = 1;
}
