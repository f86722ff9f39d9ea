# SPDX-License-Identifier: MIT
# What was taken from an object outlives the object, and 10,000 rounds of reading, asking and failing leave nothing behind:
# lifetimes.R PLAN.
library(homework)
path <- commandArgs(TRUE)[1]
as_of <- "2026-11-22T18:00:00+01:00"
progress <- function() hw_plan_progress(read_homework(path), "2026-09-14", "2026-11-23", as_of)
expected <- hw_table(hw_progress_occurrences(progress()))
kept <- lapply(1:20, function(i) hw_progress_occurrences(progress()))
revisions <- lapply(1:20, function(i) hw_assignment_revision(hw_plan_assignment(read_homework(path), "breathing")))
held <- hw_agenda_options_set_areas(hw_agenda_options_new(), hw_areas_options_new())
caseload <- hw_caseload_set_window(hw_caseload_new(as_of), "2026-09-14", "2026-11-23")
hw_caseload_add_bytes(caseload, "a text", paste(readLines(path, encoding = "UTF-8"), collapse = "\n"))
hw_caseload_add_bytes(caseload, "bytes", readBin(path, "raw", file.size(path)))
invisible(gc())
for (i in 1:50) progress()
invisible(gc())
stopifnot(all(vapply(kept, function(one) identical(hw_table(one), expected), NA)))
stopifnot(length(unique(vapply(revisions, hw_revision_id, ""))) == 1L)
rows <- hw_table(hw_caseload_table(caseload))
stopifnot(all(c("a text", "bytes") %in% rows$name), !anyNA(rows$uid), nrow(hw_table(hw_plan_session_agenda(read_homework(path), as_of, held))) > 0)

# KiB in memory when R has collected what nobody has. The lowest of a few, since R gives back pages late.
resident <- function() {
  min(vapply(1:3, function(i) {
    gc()
    as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2]) * 4
  }, 0))
}
plan <- read_homework(path)
long <- strrep("x", 2000)
refused <- function(expression) inherits(tryCatch(expression, error = identity), "hw_error")
failing <- list(function() hw_plan_occurrences(plan, "2026-09-14", long, 0), function() hw_assignment_new("walk", long, "flying"),
                function() hw_assignment_new(long, "A walk", globalenv()), function() hw_change_new(as_of, long, 5),
                function() hw_parse("<plan"))
asking <- list(function() hw_occurrences(plan, "2026-11-16", "2026-11-23", as_of), function() hw_log(plan),
               function() hw_assignment_title(hw_plan_assignment(plan, "breathing")),
               function() hw_reminders(plan, as_of), function() hw_plan_copy(plan))
rounds <- function(count) for (i in seq_len(count)) {
  for (one in failing) stopifnot(refused(one()))
  if (i %% 5 == 0) for (one in asking) one()
}
rounds(1000)
before <- resident()
rounds(10000)
grown <- resident() - before
if (grown > 3072) stop("10,000 rounds leave ", grown, " KiB")
# Plans are freed, while the loop runs as after it.
for (i in 1:200) read_homework(path)
before <- resident()
most <- 0
for (i in 1:1000) {
  read_homework(path)
  if (i %% 100 == 0) most <- max(most, as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2]) * 4 - before)
}
grown <- resident() - before
if (grown > 3072) stop("1,000 plans leave ", grown, " KiB")
if (most > 65536) stop("1,000 plans hold up to ", most, " KiB")
cat("ok\n")
