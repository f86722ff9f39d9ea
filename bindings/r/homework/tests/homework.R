# SPDX-License-Identifier: MIT
# The R package: the main job, values, conditions, lifetimes. HOMEWORK_PLANS is the folder of the example plans, if it is there.
library(homework)

refused <- function(expression, class, said = NULL) {
  condition <- tryCatch({
    force(expression)
    NULL
  }, error = function(e) e)
  if (is.null(condition)) stop("not refused: ", deparse(substitute(expression)))
  if (!inherits(condition, class)) stop(deparse(substitute(expression)), " is ", paste(class(condition), collapse = " "), ": ", conditionMessage(condition))
  if (!is.null(said)) stopifnot(grepl(said, conditionMessage(condition), fixed = TRUE))
  invisible(condition)
}

# ---- built from nothing ----
monday <- hw_change("mk", "desk", "2025-03-03T17:40:00+01:00", reason = "agreed in session 3")
thursday <- hw_change("mk", "desk", as.POSIXct("2025-03-06 19:20:00", tz = "Europe/Berlin"))
plan <- hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)
walk <- hw_assignment_new("walk", "A walk after work", factor("activity-scheduling"))
same <- withVisible(hw_assignment_set_recurring(walk, "2025-03-06T19:00", "FREQ=WEEKLY;BYDAY=TH"))
stopifnot(!same$visible, identical(same$value, walk))
hw_add(plan, walk, monday)
hw_plan_log(plan, hw_entry_new("walk", "done"), thursday)
progress <- hw_progress(plan, "2025-03-03", as.Date("2025-03-10"), "2025-03-07T19:20:00+01:00")
done <- progress[progress$subject == "assignment" & progress$metric == "done", ]
stopifnot(nrow(done) == 1, done$numerator == 1, done$denominator == 1, done$value == 1)
due <- hw_occurrences(plan, "2025-03-03", "2025-03-31", "2025-03-07T19:20:00+01:00")
stopifnot(is.data.frame(due), nrow(due) == 4, identical(as.character(due$status), c("done", "upcoming", "upcoming", "upcoming")),
          due$due[1] == as.POSIXct("2025-03-06 19:00:00", tz = "Europe/Berlin"), identical(due$key[1], "2025-03-06T19:00:00"),
          identical(format(due$due[1]), "2025-03-06 19:00:00"), identical(format(due$due[4], "%H:%M %Z"), "19:00 CET"),
          table(due$status)[["not-done"]] == 0, is.character(due$assignment), identical(hw_columns(due)$column, names(due)))
log <- hw_log(plan)
stopifnot(nrow(log) == 1, log$extent == "done", log$recorded == as.POSIXct("2025-03-06 19:20:00", tz = "Europe/Berlin"),
          identical(as.data.frame(plan), log))
stopifnot(is.factor(progress$metric), "done_count" %in% levels(progress$metric), identical(levels(progress$metric), levels(hw_metrics()$metric)),
          is.factor(progress$subject), nrow(subset(progress, metric == "done_count")) > 0)
xml <- hw_plan_to_xml(plan)
stopifnot(identical(hw_plan_to_xml(hw_parse(hw_plan_to_json(plan))), xml), identical(hw_plan_to_xml(hw_parse(charToRaw(xml))), xml))
for (extension in c(".xml", ".json")) {
  file <- tempfile(fileext = extension)
  write_homework(plan, file)
  stopifnot(identical(hw_plan_to_xml(read_homework(file)), xml))
}
file <- tempfile(fileext = ".xml")
write_homework(plan, file)
for (connection in list(gzfile(file), textConnection(strsplit(xml, "\n")[[1]]))) {
  stopifnot(identical(hw_plan_to_xml(read_homework(connection)), xml))
  close(connection)
}
stopifnot(grepl("BEGIN:VCALENDAR", hw_calendar(plan, "2025-03-07T19:20:00+01:00")))

# ---- values: NA of its own type is what nobody said ----
stopifnot(identical(hw_date_add_days("2025-02-27", 2), as.Date("2025-03-01")), identical(hw_date_add_days(as.Date("2025-02-27"), 2L), as.Date("2025-03-01")),
          identical(hw_assignment_until(walk), structure(NA_real_, class = "Date")), identical(hw_assignment_rationale(walk), NA_character_),
          identical(hw_assignment_likelihood(walk), NA_real_), is.null(hw_plan_goal(plan, "none")))
moment <- hw_revision_recorded(hw_assignment_revision(hw_plan_assignment(plan, "walk")))
stopifnot(inherits(moment, "POSIXct"), identical(format(moment, "%Y-%m-%dT%H:%M:%S%z"), "2025-03-03T17:40:00+0100"))
for (text in c("2025-03-03T17:40:00+05:30", "2025-03-03T17:40:00-03:30", "2025-03-03T17:40:00Z", "2025-03-03T17:40:00-11:00",
               "2025-03-03T17:40:00-13:00", "2025-03-03T17:40:00+14:00", "2025-03-03T17:40:00+18:00")) {
  stopifnot(identical(sub("\\+00:00$", "Z", hw_moment_text(hw_moment_parse(text))), text))
}
stopifnot(identical(hw_moment_parse("2025-03-03"), as.Date("2025-03-03")))
draft <- hw_assignment_new("evening", "Evening", "other")
hw_assignment_set_closes(draft, as.difftime(90, units = "mins"))
hw_assignment_add_reminder_at(draft, "prompt", "due", -1, as.difftime("18:30", format = "%H:%M", units = "mins"))
stopifnot(identical(hw_assignment_closes(draft), as.difftime(90, units = "mins")),
          identical(hw_assignment_reminder_clock_at(draft, 0), list(days = -1L, clock = as.difftime(1110, units = "mins"))))
stopifnot(identical(hw_duration_text(as.difftime(2, units = "days")), "P2D"), identical(hw_duration_text(as.difftime(1, units = "hours")), "PT1H"),
          identical(hw_duration_parse("P2D"), as.difftime(2, units = "days")), identical(hw_duration_parse("PT90S"), as.difftime(90, units = "secs")))
if (l10n_info()$`UTF-8`) {
  latin1 <- "B\xe4r"
  Encoding(latin1) <- "latin1"
  stopifnot(identical(hw_goal_title(hw_goal_new("bear", latin1)), "B\u00e4r"))
}
stopifnot(hw_mean(c(1, 2, 3, NA))$value == 2, hw_mean(c(1, 2, 3, NA))$n == 3, is.na(hw_mean(numeric())$value), hw_spearman(1:5, c(2, 1, 4, 3, 5))$value == 0.8,
          is.data.frame(hw_ewma(c(1, 2, 3), 0.2, 2, 1, 3)), grepl("value 2", format(hw_mean(2))), names(as.data.frame(hw_theil_sen(1:3, 1:3)))[1] == "slope")
local <- as.POSIXct("2025-03-06 19:00:00", tz = "America/New_York") # a planned time is what the clock shows
hw_assignment_set_once(draft, local)
stopifnot(identical(hw_assignment_start(draft), "2025-03-06T19:00:00"))
hw_assignment_set_once(draft, as.Date("2025-03-06"))
stopifnot(identical(hw_assignment_start(draft), "2025-03-06"))

# ---- objects ----
stopifnot(identical(plan$uid, "5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10"), identical(names(plan$assignments), "walk"),
          identical(plan$assignments$walk$title, "A walk after work"), "assignments" %in% utils:::.DollarNames(plan, "^ass"),
          identical(format(plan$assignments$walk), "<hw_assignment walk: A walk after work>"),
          identical(hw_records(plan, "assignments")$kind, factor("activity-scheduling", levels(hw_records(plan, "assignments")$kind))),
          nrow(hw_records(plan, "sessions")) == 0, nrow(hw_records(plan, "people")) == 1, nrow(as.data.frame(plan$assignments$walk)) == 1)
refused(plan$titel, "hw_argument", "assignments")
refused(plan$occurrences, "hw_argument", "hw_plan_occurrences()")
refused(plan$uid <- "x", "error", "functions")
stopifnot(any(grepl("walk", capture.output(print(summary(plan, as_of = "2025-03-07T19:20:00+01:00"))))))
whole <- summary(plan, as_of = "2025-03-07T19:20:00+01:00")
stopifnot(whole$assignments$done == 1, whole$assignments$due == 1, whole$from == as.Date("2025-03-03"), whole$entries == 1)
pdf(NULL)
plot(plan, as_of = "2025-03-07T19:20:00+01:00")
plot(hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday), as_of = "2025-03-07T19:20:00+01:00")
dev.off()
empty <- hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)
print(summary(empty, as_of = "2025-03-07T19:20:00+01:00"))
stopifnot(nrow(hw_log(empty)) == 0, nrow(hw_occurrences(empty)) == 0, is.data.frame(hw_agenda(empty)), nrow(hw_metrics()) > 40)

# ---- conditions: a class for each status, with what failed ----
condition <- refused(hw_parse("<plan/>"), "hw_invalid", "line 1: the root is not in the namespace")
stopifnot(condition$status == "invalid", condition$line == 1, is.data.frame(condition$problems), nrow(condition$problems) == 1,
          condition$problems$line == 1, condition$problems$severity == "error", identical(as.character(conditionCall(condition)[[1]]), "hw_parse"))
refused(read_homework("missing.xml"), "hw_not_found", "there is no such file")
stopifnot(identical(tryCatch(read_homework("missing.xml"), hw_not_found = function(e) e$status), "not_found"))
refused(read_homework(NA), "hw_argument", "one path")
refused(read_homework(c("a", "b")), "hw_argument")
refused(hw_parse(character()), "hw_argument")
before <- hw_plan_to_xml(plan)
draft <- hw_assignment_new("run", "A run", "other")
condition <- refused(hw_assignment_set_recurring(draft, "2025-03-06", "FREQ=SECONDLY"), "hw_error")
stopifnot(condition$subject == "FREQ", identical(conditionCall(condition)[[1]], quote(hw_assignment_set_recurring)))
refused(hw_add(plan, draft, monday), "hw_error")
refused(hw_add(plan, "draft", monday), "hw_argument", "hw_goal_new()")
refused(hw_add(plan, plan, monday), "hw_argument")
refused(hw_add(NULL, draft, monday), "hw_argument")
refused(hw_plan_log(plan, hw_entry_new("walk", "done"), NULL), "hw_argument")
refused(hw_assignment_set_title(plan$assignments$walk, NULL, "x"), "hw_state", "_edit()")
stale <- unserialize(serialize(plan, NULL))
refused(hw_log(stale), "hw_argument", "read it again")
stopifnot(identical(capture.output(print(stale)), "<hw_plan of another session: read it again>"))
refused(hw_goal_title(hw_plan_goal(plan, "none")), "hw_argument", "and is NULL")
refused(hw_progress(plan, by = "weekly"), "hw_argument", "by must be one of \"plan\"")
refused(hw_reminders(plan, "2025-03-03"), "hw_argument", "from must be one instant")
for (one in list(5, plan, "goal", NULL, NA, list(), sum, globalenv(), structure(list(), class = c("hw_goal", "hw_object")))) {
  refused(hw_goal_title(one), "hw_argument", "hw_goal")
}
refused(hw_occurrences(plan, 1, 2), "hw_argument", "from must be one day: a Date")
refused(hw_occurrences(plan, "3.3.2025", "2025-03-10"), "hw_syntax")
refused(hw_occurrences(plan, "2025-03-03", "2025-03-10", "noon"), "hw_argument", "as_of must be one instant: a POSIXct")
refused(hw_occurrences(plan, "2025-03-03", "2025-03-10", as.Date("2025-03-07")), "hw_argument", "a POSIXct")
for (one in list(NA_real_, as.POSIXct(NA), NULL, NaN, Inf, TRUE, Sys.time() + 0:1, numeric(), factor("a"), list(Sys.time()))) {
  refused(hw_plan_occurrences(plan, "2025-03-03", "2025-03-10", one), "hw_argument", "as_of must be")
}
for (one in list(c("2025-03-03", "2025-03-04"), character(), list("2025-03-03"), Sys.Date() + 0:1, Sys.time(), TRUE, sum, 20150)) {
  refused(hw_plan_occurrences(plan, one, "2025-03-10", 0), "hw_argument", "from must be")
}
for (one in list(NA, NULL, as.Date(NA), NA_character_)) refused(hw_plan_occurrences(plan, one, "2025-03-10", 0), "hw_error")
for (one in list(5, c("a", "b"), character(), list("a"), sum, quote(a), factor(c("a", "b")))) {
  refused(hw_assignment_new("walk", one, "other"), "hw_argument", "title must be one text")
}
for (one in list(NA, NULL, NA_character_, NA_integer_)) refused(hw_assignment_new("walk", one, "other"), "hw_argument")
for (one in list("flying", 3, NA, NULL, character(), c("other", "other"), factor("flying"))) {
  refused(hw_assignment_new("walk", "A walk", one), "hw_argument", "kind must be one of \"journaling\"")
}
for (one in list(NA, 1, NULL, c(TRUE, FALSE), "TRUE", logical())) refused(hw_values(plan, private = one), "hw_argument", "TRUE or FALSE")
for (one in list(-1, NA, 0.5, NULL, 1:2, "0", TRUE, factor("1"))) {
  refused(hw_occurrences_due_at(hw_plan_occurrences(plan, "2025-03-03", "2025-03-10", 0), one), "hw_argument", "index must be")
}
refused(hw_duration_text(as.difftime(0.5, units = "secs")), "hw_argument", "difftime")
stopifnot(hw_duration_text(as.difftime(1.1, units = "hours")) == "PT1H6M")
for (one in if (!l10n_info()[["Latin-1"]]) c("\xdcbung", "<\xdcbung>")) { # no text here
  refused(hw_assignment_new("walk", one, "other"), "hw_argument", "title must be text in UTF-8")
  refused(hw_parse(paste0("{\"title\": \"", one, "\"}")), "error")
  refused(hw_caseload_add_bytes(hw_caseload_new(0), "a", one), "hw_argument", "data must be text")
}
points <- hw_ewma(c(1, 2, NA), 0.2, 0, 1, 3)
stopifnot(nrow(points) == 3, identical(points$average_n, c(1, 2, 2)), identical(points[0, ], hw_ewma(numeric(), 0.2, 0, 1, 3)))
refused(hw_duration_text(90), "hw_argument")
for (one in list("a", NULL, factor(1:3), list("a"), sum, TRUE)) refused(hw_mean(one), "hw_argument", "values must be")
refused(hw_spearman(1:3, 1:4), "hw_argument", "of one length")
refused(hw_caseload_set_metrics(hw_caseload_new(0), "flying"), "hw_argument")
refused(hw_plan_log_all(plan, list(hw_entry_new("walk", "done"), "walk"), thursday), "hw_argument", "entries")
refused(hw_records(plan, "homework"), "hw_argument", "assignments")
refused(hw_table(5), "hw_argument")
refused(hw_table(plan$assignments$walk), "hw_argument")
refused(hw_table(structure(list(), class = c("hw_table", "hw_object"))), "hw_argument", "of the class hw_table")
refused(hw_table(unserialize(serialize(hw_log_table(hw_plan_entries(plan)), NULL))), "hw_argument", "of this session")
for (one in list(NA, NULL)) refused(hw_table(hw_log_table(hw_plan_entries(plan)), one), "hw_argument", "the name of a zone")
refused(plot(plan, measure = "none"), "hw_argument", "measure must be")
stopifnot(identical(hw_plan_to_xml(plan), before))

# ---- lifetimes: what was taken from a plan stays when that is gone ----
taken <- hw_plan_assignment(read_homework(file), "walk")
inner <- hw_progress_occurrences(hw_plan_progress(read_homework(file), "2025-03-03", "2025-03-31", 1741371600))
gc()
stopifnot(hw_assignment_title(taken) == "A walk after work", hw_occurrences_count(inner) == 4)

# ---- functions that are called back: what they signal goes on, and what they change does no harm ----
written <- raw()
hw_plan_write_xml(plan, function(bytes) written <<- c(written, bytes))
stopifnot(identical(rawToChar(written), enc2utf8(hw_plan_to_xml(plan))))
stopifnot(conditionMessage(tryCatch(hw_plan_write_xml(plan, function(bytes) stop("mine")), error = identity)) == "mine")
refused(hw_plan_write_xml(plan, function(bytes) FALSE), "hw_cancelled")
for (one in list(5, "print", NA, NULL, list())) refused(hw_plan_write_xml(plan, one), "hw_argument", "sink must")
greedy <- hw_plan_copy(plan)
hw_plan_write_xml(greedy, function(bytes) for (i in 1:50) hw_plan_log(greedy, hw_entry_new("walk", "done"), hw_change("mk", "tablet", Sys.time())))
stopifnot(hw_log_count(hw_plan_entries(greedy)) == 51)
caseload <- hw_caseload_set_days(hw_caseload_new("2025-03-07T19:20:00+01:00"), 7)
hw_caseload_add_path(caseload, file)
hw_caseload_run(caseload, function(row) stopifnot(row$name == file, is.data.frame(row$progress), is.character(format(row))))

# ---- pictures: measures without bounds and units, values or none, days or years ----
hw_add(plan, hw_measure_new("steps", "Steps", "count"), monday)
pdf(NULL)
for (bound in list(NULL, 5)) {
  if (!is.null(bound)) hw_revise(plan, hw_measure_set_min(hw_measure_edit(plan$measures$steps), bound), thursday)
  for (to in c("2025-03-04", "2025-03-06", "2025-03-31", "2027-01-01")) plot(plan, "steps", "2025-03-03", to, "2025-03-07T19:20:00+01:00")
}
invisible(dev.off())

# ---- the example plans ----
plans <- Sys.getenv("HOMEWORK_PLANS")
if (nzchar(plans)) {
  as_of <- "2026-11-22T18:00:00+01:00"
  lunch <- read_homework(file.path(plans, "lunch-table.xml"))
  progress <- hw_progress(lunch, "2026-09-14", "2026-11-23", as_of)
  one <- function(id) progress[progress$id == id & progress$metric == "done", c("value", "numerator", "denominator")]
  stopifnot(one("breathing")$value == 0.75, one("breathing")$denominator == 28, is.na(one("thoughts")$value), one("thoughts")$numerator == 0)
  stopifnot(identical(hw_occurrences(lunch, as_of = as_of), hw_occurrences(lunch, "2026-09-14", "2026-11-23", as_of)))
  agenda <- hw_agenda(lunch, as_of)
  stopifnot(nrow(agenda) > 0, is.character(agenda$text), !anyNA(agenda$text))
  rows <- hw_caseload(file.path(plans, c("lunch-table.xml", "lunch-table.xml")), as_of = as_of)
  stopifnot(length(unique(rows$uid)) == 1)
  for (what in c("people", "measures", "skills", "goals", "steps", "templates", "assignments", "sessions", "reviews", "ratings", "scores", "messages",
                 "holds", "excuses", "erasures")) {
    frame <- hw_records(lunch, what)
    stopifnot(is.data.frame(frame), what == "messages" || nrow(frame) == length(do.call(`$`, list(lunch, what))))
  }
  print(summary(lunch, as_of = as_of))
  # columns are of one type, whether there are rows or none
  empty <- hw_plan_new("5f0c8a52-6b1e-4c2e-9d57-2f6a3b8e9c10", "Europe/Berlin", "therapist", monday)
  tables <- list(hw_log, hw_values, function(one) hw_occurrences(one, as_of = as_of), function(one) hw_progress(one, as_of = as_of),
                 function(one) hw_reminders(one, as_of), function(one) hw_agenda(one, as_of),
                 function(one) hw_table(hw_areas_accomplishment_table(hw_plan_areas(one, "2026-09-14", "2026-11-23", as_of))))
  shape <- function(frame) lapply(frame, function(column) list(class(column), levels(column)))
  for (of in tables) stopifnot(nrow(of(lunch)) > 0, identical(shape(of(lunch)), shape(of(empty))))
  stopifnot(identical(levels(hw_reminders(empty, as_of)$kind), c("prompt", "nudge", "follow-up", "review-prep", "check-in")))
}
