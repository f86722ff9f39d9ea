// SPDX-License-Identifier: MIT
// The package as an ES module: `import homework from "homework"`, or by name what people use most.
import homework from "./index.js";

export default homework;
export const { Assignment, CalendarOptions, Entry, Goal, HomeworkError, Moment, Plan, Session, change, load, parse } = homework;
