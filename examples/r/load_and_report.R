# SPDX-License-Identifier: MIT
# Reads a plan and prints its report as of a moment: Rscript load_and_report.R PLAN MOMENT
library(homework)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) != 2 || !grepl("^\\d{4}-\\d\\d-\\d\\dT", words[2])) {
  message("usage: load_and_report.R PLAN MOMENT")
  quit(status = 2)
}
today <- as.Date(substr(words[2], 1, 10))
tryCatch(cat(hw_report(read_homework(words[1]), today - 70, today + 1, words[2])), hw_error = function(e) {
  message(words[1], ": ", conditionMessage(e))
  quit(status = 1)
})
