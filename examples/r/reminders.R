# SPDX-License-Identifier: MIT
# Writes a plan's reminders as a calendar: Rscript reminders.R PLAN MOMENT
library(homework)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) != 2 || !grepl("^\\d{4}-\\d\\d-\\d\\dT", words[2])) {
  message("usage: reminders.R PLAN MOMENT")
  quit(status = 2)
}
tryCatch(cat(hw_calendar(read_homework(words[1]), words[2], "events")), hw_error = function(e) {
  message(words[1], ": ", conditionMessage(e))
  quit(status = 1)
})
