# SPDX-License-Identifier: MIT
# Draws a course of treatment: homework by week, and a measure with the sessions. Rscript course.R PLAN MOMENT MEASURE FROM TO OUT.pdf
library(homework)

words <- commandArgs(trailingOnly = TRUE)
if (length(words) != 6) {
  message("usage: course.R PLAN MOMENT MEASURE FROM TO OUT.pdf (or .png)")
  quit(status = 2)
}
plan <- hw_load(words[1])
now <- words[2]
span <- as.Date(words[4:5])

# What was due, by week; shades and hatching tell the states apart without colour.
due <- hw_occurrences(plan, span[1], span[2], now)
states <- list("done" = "done", "done late" = "done-late", "partly" = "partial", "not done" = "not-done", "not reported" = "not-reported",
               "excused or on hold" = c("excused", "suspended"))
week <- cut(as.Date(substr(due$key, 1, 10)), "week")
counts <- sapply(states, function(one) table(week[due$status %in% one]))

series <- hw_series(plan, words[3], span[1], span[2], now)
measure <- hw_call("plan_measure", plan, words[3])
sessions <- do.call(rbind, lapply(seq_len(hw_call("plan_session_count", plan)), function(i) {
  one <- hw_call("plan_session_at", plan, i - 1)
  data.frame(at = as.Date(substr(hw_call("session_start", one), 1, 10)), state = hw_call("session_state", one))
}))

if (grepl("\\.png$", words[6])) png(words[6], 1200, 900, res = 130) else pdf(words[6], 9, 7, title = "Course of treatment")
par(mfrow = c(2, 1), mar = c(4, 4, 2.5, 1), las = 1)
barplot(t(counts), space = 0.2, names.arg = format(as.Date(rownames(counts)), "%d %b"), ylab = "homework due",
        density = c(NA, NA, 25, 12, 0, 40), angle = c(0, 0, 45, 135, 0, 90), col = c("grey20", "grey55", "grey20", "grey20", "white", "grey70"),
        legend.text = names(states), args.legend = list(x = "topright", bty = "n", cex = 0.7, ncol = 3), ylim = c(0, 1.35 * max(rowSums(counts))))
title("Homework by week, as reported", adj = 0, cex.main = 1)
at <- as.Date(series$happened)
plot(at, series$value, type = "b", pch = 19, xlim = span, xlab = "", ylab = hw_call("measure_title", measure))
held <- sessions$at[sessions$state == "held"]
abline(v = held, lty = 3)
mtext("|", side = 3, at = held, cex = 0.6)
title(sprintf("%s; dotted: sessions held; %d values", hw_call("measure_title", measure), nrow(series)), adj = 0, cex.main = 1)
invisible(dev.off())
