# SPDX-License-Identifier: MIT
# A course of treatment: homework by week above, measures below, on one line of time with the sessions and the pauses.

# What became of homework, from the bottom of a bar up. Shades and hatching tell them apart without colour.
.outcomes <- list(
  list(name = "done", status = "done", fill = "#1d4e6b", density = NA, angle = 0),
  list(name = "done late", status = "done-late", fill = "#6d9ab5", density = NA, angle = 0),
  list(name = "partly", status = "partial", fill = "#1d4e6b", density = 28, angle = 45),
  list(name = "not done", status = "not-done", fill = "#b0471f", density = 18, angle = 135),
  list(name = "not reported", status = "not-reported", fill = "white", density = NA, angle = 0),
  list(name = "excused, on hold", status = c("excused", "suspended", "withdrawn"), fill = "#d9d9d9", density = NA, angle = 0))

.monday <- function(day) day - (as.POSIXlt(day)$wday + 6L) %% 7L

.weeks <- function(due) {
  week <- .monday(as.Date(substr(due$key, 1, 10)))
  first <- sort(unique(week))
  counts <- vapply(.outcomes, function(one) tabulate(match(week[due$status %in% one$status], first), length(first)), numeric(length(first)))
  list(first = first, counts = matrix(counts, length(first), length(.outcomes)))
}

.background <- function(about) {
  edges <- graphics::par("usr")[3:4]
  for (i in seq_along(about$pauses$from)) {
    graphics::rect(about$pauses$from[i], edges[1], about$pauses$to[i], edges[2], col = "#f1ece0", border = NA)
  }
  graphics::abline(v = about$sessions, lty = 3, col = "grey45")
}

.time_axis <- function(span) {
  marks <- seq(.monday(span[1]), span[2], by = "week")
  marks <- marks[marks >= span[1]]
  if (length(marks) < 2L) marks <- seq(span[1], span[2], by = "day")
  graphics::axis(1, marks, labels = FALSE, tcl = -0.25)
  graphics::axis.Date(1, at = marks[seq(1, length(marks), by = ceiling(length(marks) / 12))], format = "%d %b", las = 1)
}

# One row above the bars, each entry as wide as its name.
.key <- function(used, top) {
  high <- graphics::strheight("M", cex = 0.8)
  wide <- high / diff(graphics::par("usr")[3:4]) * diff(graphics::par("usr")[1:2]) * graphics::par("pin")[2] / graphics::par("pin")[1]
  left <- graphics::par("usr")[1]
  for (one in used) {
    graphics::rect(left, top + high, left + wide, top + 2.2 * high, col = one$fill, border = "grey25", density = if (is.na(one$density)) NULL else 45,
                   angle = one$angle, xpd = TRUE, lwd = 0.8)
    graphics::text(left + 1.4 * wide, top + 1.6 * high, one$name, adj = c(0, 0.5), cex = 0.8, xpd = TRUE)
    left <- left + 3 * wide + graphics::strwidth(one$name, cex = 0.8)
  }
}

.draw_homework <- function(due, about) {
  weeks <- .weeks(due)
  highest <- max(1, rowSums(weeks$counts))
  graphics::plot(NA, xlim = about$span, ylim = c(0, highest * 1.04), xaxt = "n", yaxt = "n", xlab = "", ylab = "times due", yaxs = "i", bty = "n")
  .background(about)
  bottom <- rep(0, length(weeks$first))
  for (i in seq_along(.outcomes)) {
    one <- .outcomes[[i]]
    top <- bottom + weeks$counts[, i]
    some <- top > bottom
    if (any(some)) {
      left <- pmax(weeks$first[some] + 0.5, about$span[1])
      right <- pmin(weeks$first[some] + 6.5, about$span[2])
      graphics::rect(left, bottom[some], right, top[some], col = "white", border = NA)
      graphics::rect(left, bottom[some], right, top[some], col = one$fill, border = "grey25", density = one$density, angle = one$angle, lwd = 0.8)
    }
    bottom <- top
  }
  graphics::axis(2, pretty(c(0, highest), 4), las = 1)
  .time_axis(about$span)
  .key(.outcomes[colSums(weeks$counts) > 0], highest * 1.04)
  graphics::title("Homework due in each week, as reported", adj = 0, line = 2.1, cex.main = 1.05)
}

# Bars lie under the days' values: the median of each week.
.draw_measure <- function(plan, id, about) {
  measure <- hw_plan_measure(plan, id)
  series <- hw_series(plan, id, about$span[1], about$span[2], about$as_of)
  values <- series$value
  at <- as.Date(substr(series$happened_local, 1, 10))
  bounds <- stats::na.omit(c(hw_measure_min(measure), hw_measure_max(measure), values))
  range <- if (length(bounds)) range(bounds) else c(0, 1)
  unit <- hw_measure_unit(measure)
  unit <- if (is.na(unit) || grepl("^\\{|^1$|^$", unit)) "" else paste0(" (", unit, ")")
  graphics::plot(NA, xlim = about$span, ylim = range, xaxt = "n", xlab = "", ylab = paste0(id, unit), las = 1, bty = "n")
  .background(about)
  week <- .monday(at)
  medians <- tapply(values, format(week), stats::median)
  starts <- as.Date(names(medians))
  graphics::segments(pmax(starts + 0.5, about$span[1]), medians, pmin(starts + 6.5, about$span[2]), medians, lwd = 5, col = "#9dbdd0", lend = 1)
  graphics::lines(at, values, col = "grey55", lwd = 0.8)
  graphics::points(at, values, pch = 19, cex = 0.7, col = "#1d4e6b")
  .time_axis(about$span)
  better <- switch(hw_measure_better(measure), higher = ", higher is better", lower = ", lower is better", "")
  graphics::title(paste0(hw_measure_title(measure), better), adj = 0, line = 1.1, cex.main = 1.05)
  graphics::mtext(sprintf("%d values; bars: median of a week", length(values)), adj = 1, line = 1.1, cex = 0.75)
}

plot.hw_plan <- function(x, measure = NULL, from = NULL, to = NULL, as_of = Sys.time(), ...) {
  days <- .course(x, from, to, as_of)
  span <- as.Date(c(as.character(days$from), as.character(days$to)))
  sessions <- hw_records(x, "sessions")
  holds <- hw_records(x, "holds")
  holds <- holds[!as.logical(holds$withdrawn), ]
  day <- function(text) as.Date(substr(as.character(text), 1, 10))
  pauses <- list(from = pmax(day(holds$from), span[1]), to = pmin(day(holds$to), span[2], na.rm = TRUE))
  about <- list(span = span, as_of = as_of, sessions = day(sessions$start[sessions$state == "held"]), pauses = pauses)
  if (is.null(measure)) measure <- utils::head(.recorded_measures(x), 1)
  known <- names(x$measures)
  if (!all(measure %in% known)) .refuse("measure", "ids of measures of the plan: ", paste(known, collapse = ", "))
  old <- graphics::par(mfrow = c(1L + length(measure), 1L), mar = c(2.6, 4.2, 3.4, 1), mgp = c(2.6, 0.6, 0), oma = c(1.4, 0, 0, 0))
  on.exit(graphics::par(old))
  .draw_homework(hw_occurrences(x, span[1], span[2], as_of), about)
  for (one in measure) .draw_measure(x, one, about)
  said <- c(if (length(about$sessions)) "dotted: sessions", if (length(pauses$from)) "shaded: pauses", paste("as known on", format(.shown(.instant(as_of), .zone(x)), "%Y-%m-%d")))
  graphics::mtext(paste(said, collapse = "; "), side = 1, outer = TRUE, adj = 0.97, cex = 0.75, line = 0.2)
  invisible(x)
}

# Measures with values, the most recorded first.
.recorded_measures <- function(plan) {
  values <- hw_values(plan)
  counts <- table(values$name[values$kind == "measure" & !is.na(values$number)])
  names(sort(counts, decreasing = TRUE))
}
