# SPDX-License-Identifier: MIT
# A plan at a glance: what was agreed, and how it went as of a moment.

summary.hw_plan <- function(object, from = NULL, to = NULL, as_of = Sys.time(), ...) {
  days <- .course(object, from, to, as_of)
  progress <- hw_progress(object, days$from, days$to, as_of)
  of <- function(metric) {
    rows <- progress[progress$subject == "assignment" & progress$metric == metric, ]
    rows[match(assignments$id, rows$id), ]
  }
  assignments <- hw_records(object, "assignments")
  done <- of("done")
  log <- hw_log(object)
  live <- log[log$state == "live", ]
  sessions <- hw_records(object, "sessions")
  structure(class = "summary.hw_plan", list(
    uid = hw_plan_uid(object), zone = .zone(object), from = as.Date(days$from), to = as.Date(days$to), as_of = .shown(.instant(as_of), .zone(object)),
    goals = hw_records(object, "goals")[c("id", "title", "state")],
    assignments = data.frame(assignments[c("id", "title", "kind")], state = assignments$state, done = done$numerator, due = done$denominator,
                             rate = done$value, entries = as.integer(table(factor(live$assignment, assignments$id)))),
    sessions = table(sessions$state), entries = nrow(live),
    last = if (nrow(live)) max(live$recorded) else .shown(.instant(0), .zone(object))[0]))
}

# An instant by the clocks of a zone.
.shown <- function(instant, zone) structure(instant, tzone = zone)

print.summary.hw_plan <- function(x, ...) {
  cat("Plan ", x$uid, ", clocks of ", x$zone, "\n", sep = "")
  cat("From ", format(x$from), " to ", format(x$to - 1), ", as known on ", format(x$as_of, "%Y-%m-%d %H:%M %Z"), "\n\n", sep = "")
  if (nrow(x$goals)) cat("Goals:\n", sprintf("  %s (%s)\n", x$goals$title, x$goals$state), "\n", sep = "")
  rows <- x$assignments
  if (nrow(rows)) {
    cat("Homework:\n")
    shown <- data.frame(id = rows$id, kind = rows$kind, state = rows$state,
                        done = ifelse(is.na(rows$due) | rows$due == 0, "-", sprintf("%d of %d", as.integer(rows$done), as.integer(rows$due))),
                        rate = ifelse(is.na(rows$rate), "-", sprintf("%.0f %%", 100 * rows$rate)), entries = rows$entries)
    print(shown, row.names = FALSE)
  } else {
    cat("No homework yet.\n")
  }
  held <- x$sessions[x$sessions > 0]
  cat("\nSessions: ", if (length(held)) paste(held, names(held), collapse = ", ") else "none", ". Entries: ", x$entries,
      if (length(x$last)) paste0(", the last on ", format(x$last, "%Y-%m-%d %H:%M")), ".\n", sep = "")
  invisible(x)
}
