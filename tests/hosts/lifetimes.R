# SPDX-License-Identifier: MIT
# What was taken from an object outlives the object, and calls that fail leave nothing behind: lifetimes.R PLAN.
library(homework)
path <- commandArgs(TRUE)[1]
as_of <- "2026-11-22T18:00:00+01:00"
progress <- function() hw_call("plan_progress", hw_load(path), "2026-09-14", "2026-11-23", as_of)
expected <- hw_table(hw_call("progress_occurrences", progress()))
kept <- lapply(1:20, function(i) hw_call("progress_occurrences", progress = progress()))
revisions <- lapply(1:20, function(i) hw_call("assignment_revision", hw_call("plan_assignment", hw_load(path), "breathing")))
invisible(gc())
for (i in 1:50) progress()
invisible(gc())
stopifnot(all(vapply(kept, function(one) identical(hw_table(one), expected), NA)))
stopifnot(length(unique(vapply(revisions, function(one) hw_call("revision_id", one), ""))) == 1L)
resident <- function() {
  invisible(gc())
  as.numeric(strsplit(readLines("/proc/self/statm"), " ")[[1]][2]) * 4
}
plan <- hw_load(path)$pointer
long <- strrep("x", 2000)
native <- homework:::.native
failing <- list(function() native("hw_plan_occurrences", plan, "2026-09-14", long, 0),
                function() native("hw_assignment_new", "walk", long, "flying"),
                function() native("hw_assignment_new", long, "A walk", globalenv()),
                function() native("hw_change_new", as_of, long, 5))
rounds <- function(count) for (i in seq_len(count)) for (one in failing) {
  stopifnot(inherits(tryCatch(one(), error = identity), "error"))
}
rounds(500)
before <- resident()
rounds(2500)
grown <- resident() - before
if (grown > 4096) stop("10,000 calls that fail leave ", grown, " KiB")
# Objects are freed.
for (i in 1:100) hw_load(path)
before <- resident()
for (i in 1:400) hw_load(path)
grown <- resident() - before
if (grown > 8192) stop("400 plans leave ", grown, " KiB")
cat("ok\n")
