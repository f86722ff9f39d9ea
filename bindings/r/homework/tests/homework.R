# SPDX-License-Identifier: MIT
# The R package: the main job, values, errors, lifetimes. HOMEWORK_PLANS is the folder of the example plans, if it is there.
library(homework)

refused <- function(expression, class) {
  condition <- tryCatch({
    force(expression)
    NULL
  }, error = function(e) e)
  stopifnot(!is.null(condition), inherits(condition, class))
  condition
}

# ---- built from nothing ----
monday <- hw_change("mk", "desk", "2025-03-03T17:40:00+01:00")
thursday <- hw_change("mk", "desk", as.POSIXct("2025-03-06 19:20:00", tz = "Europe/Berlin"))
plan <- hw_new_plan("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)
walk <- hw_call("assignment_new", "walk", "A walk after work", "activity-scheduling")
hw_call("assignment_set_recurring", walk, "2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH")
hw_add(plan, walk, monday)
hw_report_practice(plan, hw_call("entry_new", "walk", "done"), thursday)
progress <- hw_progress(plan, "2025-03-03", as.Date("2025-03-10"), "2025-03-07T19:20:00+01:00")
done <- progress[progress$subject == "assignment" & progress$metric == "done", ]
stopifnot(nrow(done) == 1, done$numerator == 1, done$denominator == 1, done$value == 1)
due <- hw_occurrences(plan, "2025-03-03", "2025-03-31", "2025-03-07T19:20:00+01:00")
stopifnot(nrow(due) == 4, identical(as.character(due$status), c("done", "upcoming", "upcoming", "upcoming")),
          due$due[1] == as.POSIXct("2025-03-06 19:00:00", tz = "Europe/Berlin"), inherits(due$due, "POSIXct"),
          identical(due$key[1], "2025-03-06T19:00:00"))
log <- hw_log(plan)
stopifnot(nrow(log) == 1, as.character(log$extent) == "done", log$recorded == as.POSIXct("2025-03-06 18:20:00", tz = "UTC"))
stopifnot(identical(hw_xml(hw_parse(hw_json(plan))), hw_xml(plan)), identical(hw_xml(hw_parse(charToRaw(hw_xml(plan)))), hw_xml(plan)))
file <- tempfile(fileext = ".xml")
hw_save(plan, file)
stopifnot(identical(hw_xml(hw_load(file)), hw_xml(plan)))
stopifnot(grepl("BEGIN:VCALENDAR", hw_calendar(plan, "2025-03-07T19:20:00+01:00")))

# ---- errors ----
condition <- refused(hw_parse("<plan/>"), "hw_invalid")
stopifnot(condition$status == "invalid", length(condition$problems) == 1)
refused(hw_load("missing.xml"), "hw_not_found")
before <- hw_xml(plan)
draft <- hw_call("assignment_new", "run", "A run", "other")
stopifnot(refused(hw_call("assignment_set_recurring", draft, "2025-03-06", "FREQ=SECONDLY"), "hw_error")$subject == "FREQ")
refused(hw_add(plan, draft, monday), "hw_error")
refused(hw_call("goal_title", 5), "error")
refused(hw_call("goal_title", plan), "error")
refused(hw_call("goal_title", "goal"), "error")
refused(hw_call("no_such_function"), "error")
refused(hw_call("plan_occurrences", plan), "error")
refused(hw_call("plan_occurrences", plan, form = "2025-03-03"), "error")
refused(hw_occurrences(plan, 1, 2), "error")
refused(hw_occurrences(plan, "3.3.2025", "2025-03-10"), "hw_syntax")
refused(hw_occurrences(plan, "2025-03-03", "2025-03-10", "noon"), "error")
refused(hw_occurrences(plan, "2025-03-03", "2025-03-10", NA_real_), "error")
refused(hw_occurrences(plan, c("2025-03-03", "2025-03-04"), "2025-03-10"), "error")
refused(hw_call("assignment_new", "walk", 5, "other"), "error")
refused(hw_call("assignment_new", "walk", "A walk", "flying"), "error")
refused(hw_call("occurrences_due_at", hw_call("plan_occurrences", plan, "2025-03-03", "2025-03-10", 0), -1), "error")
stopifnot(identical(hw_xml(plan), before))

# ---- lifetimes: what was taken from a plan stays when that is gone ----
taken <- hw_call("plan_assignment", hw_load(file), "walk")
inner <- hw_call("progress_occurrences", hw_call("plan_progress", hw_load(file), "2025-03-03", "2025-03-31", 1741371600))
gc()
stopifnot(hw_call("assignment_title", taken) == "A walk after work", hw_call("occurrences_count", inner) == 4)
resident <- function() as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2]) * 4096
if (file.exists("/proc/self/statm")) {
  text <- hw_xml(plan)
  round <- function() {
    one <- hw_parse(text)
    hw_occurrences(one, "2025-03-03", "2025-03-31", 1741371600)
    tryCatch(hw_parse("<plan"), error = function(e) NULL)
  }
  for (i in 1:1000) round()
  gc()
  old <- resident()
  for (i in 1:2000) round()
  gc()
  stopifnot(resident() - old < 8 * 2^20)
}

# ---- the example plans ----
plans <- Sys.getenv("HOMEWORK_PLANS")
if (nzchar(plans)) {
  lunch <- hw_load(file.path(plans, "lunch-table.xml"))
  progress <- hw_progress(lunch, "2026-09-14", "2026-11-23", "2026-11-22T18:00:00+01:00")
  one <- function(id) progress[progress$id == id & progress$metric == "done", c("value", "numerator", "denominator")]
  stopifnot(one("breathing")$value == 0.75, one("breathing")$denominator == 28, is.na(one("thoughts")$value), one("thoughts")$numerator == 0)
}
