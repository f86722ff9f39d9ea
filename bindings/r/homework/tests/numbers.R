# SPDX-License-Identifier: MIT
# Numbers equal C's. HOMEWORK_NUMBERS is a folder with what the tests of every host read, as tables; without it there is nothing to do.
library(homework)

folder <- Sys.getenv("HOMEWORK_NUMBERS")
read <- function(name) read.delim(file.path(folder, name), colClasses = "character", na.strings = "", quote = "", encoding = "UTF-8")
number <- function(text) as.numeric(text)
if (nzchar(folder)) {
  cases <- read("plans.tsv")
  metrics <- read("metrics.tsv")
  occurrences <- read("occurrences.tsv")
  reminders <- read("reminders.tsv")
  for (i in seq_len(nrow(cases))) {
    one <- cases[i, ]
    plan <- hw_load(one$file)
    found <- hw_occurrences(plan, one$from, one$to, one$as_of)
    wanted <- occurrences[occurrences$plan == one$file, ]
    stopifnot(identical(as.character(found$assignment), wanted$assignment), identical(found$key, sub("T(\\d\\d:\\d\\d)$", "T\\1:00", wanted$key)),
              identical(as.numeric(found$due), number(wanted$due_seconds)), identical(as.character(found$status), wanted$status),
              identical(found$credit, number(wanted$credit)), identical(found$entries, number(wanted$entries)))
    progress <- hw_call("plan_progress", plan, one$from, one$to, one$as_of)
    wanted <- metrics[metrics$plan == one$file, ]
    for (j in seq_len(nrow(wanted))) {
      row <- wanted[j, ]
      subject <- hw_call("progress_find", progress, row$subject, row$id)
      value <- hw_call("progress_value", progress, subject, row$metric)
      stopifnot(identical(if (is.null(value)) NA_real_ else value, number(row$value)),
                identical(hw_call("progress_undefined", progress, subject, row$metric), row$undefined),
                identical(hw_call("progress_numerator", progress, subject, row$metric), number(row$numerator)),
                identical(hw_call("progress_denominator", progress, subject, row$metric), number(row$denominator)),
                identical(hw_call("progress_n", progress, subject, row$metric), number(row$n)))
    }
    now <- number(one$as_of_seconds)
    found <- hw_reminders(plan, now, now + 7 * 86400, now, suppressed = TRUE)
    wanted <- reminders[reminders$plan == one$file, ]
    stopifnot(identical(as.numeric(found$at), number(wanted$at_seconds)), identical(as.character(found$state), wanted$state))
  }
  cat(nrow(cases), "plans,", nrow(metrics), "metrics\n")
}
