# SPDX-License-Identifier: MIT
library(homework)
times <- 200 # a call of R's costs more; the figure is scaled
scale <- c(attribute = 20000 / times, child = 20000 / times, occurrences = 1, column = 1, caseload = 1)
plan <- hw_load(commandArgs(TRUE)[1])
assignment <- hw_call("plan_assignment", plan, "breathing")
span <- list(from = "2026-01-01", to = "2027-01-01", as_of = 1798761600)
progress <- do.call(hw_call, c(list("plan_progress", plan), span))
load <- hw_call("caseload_new", span$as_of)
hw_call("caseload_set_window", load, span$from, span$to)
for (i in 1:20) hw_call("caseload_add_path", load, commandArgs(TRUE)[1])
table <- hw_call("caseload_table", load)
jobs <- list(
  attribute = function() for (i in seq_len(times)) last <<- nchar(hw_call("assignment_title", assignment), "bytes"),
  child = function() for (i in seq_len(times)) last <<- as.integer(!is.null(hw_call("plan_assignment", plan, "breathing"))),
  occurrences = function() last <<- sum(do.call(hw_occurrences, c(list(plan), span))$status == "done"),
  column = function() {
    rows <- seq_len(hw_call("progress_subject_count", progress)) - 1
    last <<- sum(vapply(rows, function(i) c(hw_call("progress_value", progress, i, "done"), 0)[1], 0))
  },
  caseload = function() last <<- sum(hw_table(table)$value, na.rm = TRUE))
last <- NULL
for (name in names(jobs)) {
  jobs[[name]]()
  cat("check ", name, " ", as.integer(last), "\n", sep = "")
  best <- min(vapply(1:3, function(i) system.time(jobs[[name]](), gcFirst = FALSE)[["elapsed"]], 0))
  if (best < 0.05) best <- system.time(for (i in 1:50) jobs[[name]]())[["elapsed"]] / 50
  cat("time ", name, " ", format(best * 1e9 * scale[[name]], scientific = FALSE), "\n", sep = "")
}
