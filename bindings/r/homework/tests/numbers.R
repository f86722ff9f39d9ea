# SPDX-License-Identifier: MIT
# Numbers equal C's. HOMEWORK_NUMBERS is a folder with what the tests of every host read, as tables; without it there is nothing to do.
library(homework)

folder <- Sys.getenv("HOMEWORK_NUMBERS")
read <- function(name) read.delim(file.path(folder, name), colClasses = "character", na.strings = "", quote = "", encoding = "UTF-8")
number <- function(text) as.numeric(text)
check_metrics <- function(progress, wanted) {
  for (j in seq_len(nrow(wanted))) {
    row <- wanted[j, ]
    subject <- hw_progress_find(progress, row$subject, row$id)
    stopifnot(identical(hw_progress_value(progress, subject, row$metric), number(row$value)),
              identical(hw_progress_undefined(progress, subject, row$metric), row$undefined),
              identical(hw_progress_numerator(progress, subject, row$metric), number(row$numerator)),
              identical(hw_progress_denominator(progress, subject, row$metric), number(row$denominator)),
              identical(hw_progress_n(progress, subject, row$metric), number(row$n)))
  }
}
check_statistics <- function(plan, one, wanted) {
  for (measure in unique(wanted$measure)) {
    series <- hw_plan_series(plan, measure, one$from, one$to, one$as_of)
    rows <- wanted[wanted$measure == measure, ]
    found <- lapply(rows$statistic, function(statistic) hw_series_statistic_value(series, statistic))
    stopifnot(identical(vapply(found, function(figure) figure$value, 0), number(rows$value)),
              identical(vapply(found, function(figure) figure$undefined, ""), rows$undefined),
              identical(vapply(found, function(figure) figure$n, 0), number(rows$n)))
  }
}
if (nzchar(folder)) {
  cases <- read("plans.tsv")
  all <- lapply(c(metrics = "metrics", occurrences = "occurrences", reminders = "reminders", entries = "entries", assignments = "assignments",
                  statistics = "statistics"), function(name) read(paste0(name, ".tsv")))
  for (i in seq_len(nrow(cases))) {
    one <- cases[i, ]
    of <- lapply(all, function(table) table[table$plan == one$file, ])
    plan <- read_homework(one$file)
    now <- number(one$as_of_seconds)
    stopifnot(identical(plan$uid, one$uid), identical(as.numeric(hw_plan_next_change(plan, now)), number(one$next_change_seconds)),
              identical(hw_records(plan, "assignments")$title, of$assignments$title))
    found <- hw_occurrences(plan, one$from, one$to, one$as_of)
    stopifnot(identical(found$assignment, of$occurrences$assignment), identical(found$key, sub("T(\\d\\d:\\d\\d)$", "T\\1:00", of$occurrences$key)),
              identical(as.numeric(found$due), number(of$occurrences$due_seconds)), identical(as.character(found$status), of$occurrences$status),
              identical(found$credit, number(of$occurrences$credit)), identical(found$entries, number(of$occurrences$entries)))
    log <- hw_log(plan)
    values <- hw_log_value_table(hw_plan_entries(plan), TRUE)
    stopifnot(identical(log$entry, of$entries$id), identical(log$by, of$entries$by),
              identical(as.numeric(log$recorded), number(of$entries$recorded_seconds)),
              hw_table_row_count(values) == nrow(hw_values(plan, private = TRUE)))
    check_metrics(hw_plan_progress(plan, one$from, one$to, one$as_of), of$metrics)
    check_statistics(plan, one, of$statistics)
    found <- hw_reminders(plan, now, now + 7 * 86400, now, suppressed = TRUE)
    stopifnot(identical(as.numeric(found$at), number(of$reminders$at_seconds)), identical(as.character(found$state), of$reminders$state))
  }
  cat(nrow(cases), "plans,", nrow(all$metrics), "metrics,", nrow(all$statistics), "statistics\n")
}
