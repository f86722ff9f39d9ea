# SPDX-License-Identifier: MIT
# Draws a course of treatment: homework by week, and measures with the sessions. Rscript course.R PLAN MOMENT MEASURES FROM TO OUT.pdf
library(homework)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) != 6) {
  message("usage: course.R PLAN MOMENT MEASURE[,MEASURE...] FROM TO OUT.pdf (or .png)")
  quit(status = 2)
}
measures <- strsplit(words[3], ",", fixed = TRUE)[[1]]
height <- 2.7 * (1 + length(measures))
if (grepl("\\.png$", words[6])) {
  png(words[6], width = 9, height = height, units = "in", res = 130)
} else {
  pdf(words[6], width = 9, height = height, title = "Course of treatment")
}
tryCatch(plot(read_homework(words[1]), measures, from = words[4], to = words[5], as_of = words[2]), hw_error = function(e) {
  message(words[1], ": ", conditionMessage(e))
  quit(status = 1)
})
invisible(dev.off())
