# SPDX-License-Identifier: MIT
# Plans in R's own terms: reading, writing, changing, and results as data frames.

.path <- function(file) {
  if (!is.character(file) || length(file) != 1L || is.na(file)) .refuse("file", "one path")
  path.expand(file)
}

.read_options <- function(salvage) if (salvage) hw_read_options_set_salvage(hw_read_options_new(), TRUE)

.is_json <- function(data) {
  start <- if (is.raw(data)) data[seq_len(min(64L, length(data)))] else charToRaw(substr(data, 1, 64))
  start <- start[!start %in% as.raw(c(0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d))]
  length(start) > 0L && start[1] == as.raw(0x7b)
}

read_homework <- function(file, salvage = FALSE) {
  if (inherits(file, "connection")) return(hw_parse(.all_of(file), salvage))
  path <- .path(file)
  .reading(function(problems) hw_file_load(path, .read_options(salvage), problems))
}

# A connection in text mode gives lines, any other bytes.
.all_of <- function(connection) {
  if (summary(connection)$text == "text") return(paste(readLines(connection, encoding = "UTF-8", warn = FALSE), collapse = "\n"))
  if (!isOpen(connection)) {
    open(connection, "rb")
    on.exit(close(connection))
  }
  all <- raw()
  while (length(more <- readBin(connection, "raw", 65536L))) all <- c(all, more)
  all
}

hw_parse <- function(data, salvage = FALSE) {
  if (!is.raw(data) && (!is.character(data) || length(data) == 0L || anyNA(data))) .refuse("data", "text or a raw vector")
  if (length(data) > 1L && is.character(data)) data <- paste(data, collapse = "\n")
  read <- if (.is_json(data)) hw_plan_from_json else hw_plan_from_xml
  .reading(function(problems) read(data, .read_options(salvage), problems))
}

write_homework <- function(plan, file) {
  path <- .path(file)
  hw_file_replace(path, if (grepl("\\.json$", path)) hw_plan_to_json(plan) else hw_plan_to_xml(plan))
  invisible(plan)
}

hw_change <- function(by, origin, at = Sys.time(), reason = NULL) {
  change <- hw_change_new(at, by, origin)
  if (!is.null(reason)) hw_change_set_reason(change, reason)
  change
}

# The verb of a plan for the kind of draft.
.verb <- function(verb, plan, draft, change) {
  name <- paste0("hw_plan_", verb, "_", sub("^hw_", "", .noun(draft)))
  if (!inherits(draft, "hw_object") || !.has(name)) .refuse("draft", "a draft, such as hw_goal_new() or hw_goal_edit() gives")
  .function(name)(plan, draft, change)
}

hw_add <- function(plan, draft, change) .verb("add", plan, draft, change)

hw_revise <- function(plan, draft, change) .verb("revise", plan, draft, change)

.zone <- function(plan) {
  zone <- hw_settings_zone(hw_plan_settings(plan))
  if (is.na(zone)) "UTC" else zone
}

# The days of a course: from the first that anything in the plan is about until the day of the moment, in the client's clock.
.course <- function(plan, from, to, as_of) {
  if (is.null(to)) to <- as.Date(format(.instant(as_of), "%Y-%m-%d", tz = .zone(plan))) + 1
  if (is.null(from)) {
    firsts <- c(substr(hw_log(plan)$happened_local, 1, 10), vapply(plan$sessions, function(one) substr(hw_session_start(one), 1, 10), ""),
                vapply(plan$assignments, function(one) {
                  substr(hw_revision_effective(hw_assignment_revision(hw_plan_assignment_revision_at(plan, hw_assignment_id(one), 0))), 1, 10)
                }, ""))
    from <- if (all(is.na(firsts))) as.Date(to) - 70 else min(as.Date(firsts), na.rm = TRUE)
  }
  list(from = from, to = to)
}

# A condition about an argument by the name that it has here.
.called <- function(name, inside, expression) {
  tryCatch(expression, hw_argument = function(e) {
    if (identical(e$subject, inside)) {
      e$subject <- name
      e$message <- sub(inside, name, e$message, fixed = TRUE)
    }
    stop(e)
  })
}

.instant <- function(moment, name = "as_of") .called(name, "instant", hw_moment_at(moment, 0))

hw_occurrences <- function(plan, from = NULL, to = NULL, as_of = Sys.time()) {
  days <- .course(plan, from, to, as_of)
  hw_table(hw_plan_occurrences(plan, days$from, days$to, as_of), .zone(plan))
}

hw_log <- function(plan) hw_table(hw_log_table(hw_plan_entries(plan)), .zone(plan))

hw_values <- function(plan, private = FALSE) hw_table(hw_log_value_table(hw_plan_entries(plan), private), .zone(plan))

hw_progress <- function(plan, from = NULL, to = NULL, as_of = Sys.time(), by = NULL) {
  options <- hw_progress_options_new()
  for (one in by) .called("by", "subject", hw_progress_options_add_by(options, one))
  days <- .course(plan, from, to, as_of)
  hw_table(hw_plan_progress(plan, days$from, days$to, as_of, options), .zone(plan))
}

hw_reminders <- function(plan, from = Sys.time(), to = NULL, as_of = from, suppressed = FALSE) {
  if (is.null(to)) to <- .instant(from, "from") + 7 * 86400
  all <- if (suppressed) hw_plan_all_reminders else hw_plan_reminders
  hw_table(all(plan, from, to, as_of), .zone(plan))
}

hw_series <- function(plan, measure, from = NULL, to = NULL, as_of = Sys.time()) {
  days <- .course(plan, from, to, as_of)
  hw_table(hw_plan_series(plan, measure, days$from, days$to, as_of), .zone(plan))
}

hw_agenda <- function(plan, as_of = Sys.time(), language = NULL) {
  agenda <- hw_plan_session_agenda(plan, as_of)
  frame <- hw_table(agenda, .zone(plan))
  frame$text <- vapply(seq_len(hw_agenda_count(agenda)) - 1, function(i) hw_agenda_text(agenda, i, language), "")
  frame
}

hw_metrics <- function() {
  all <- .words$hw_metric
  data.frame(metric = factor(all, all), unit = vapply(all, hw_metric_unit, "", USE.NAMES = FALSE),
             definition = vapply(all, hw_metric_definition, "", USE.NAMES = FALSE), source = vapply(all, hw_metric_source, "", USE.NAMES = FALSE))
}

hw_caseload <- function(paths, from = NULL, to = NULL, as_of = Sys.time(), days = 70) {
  caseload <- hw_caseload_new(as_of)
  if (is.null(from) && is.null(to)) hw_caseload_set_days(caseload, days) else hw_caseload_set_window(caseload, from, to)
  for (path in paths) hw_caseload_add_path(caseload, .path(path))
  hw_table(hw_caseload_table(caseload))
}

hw_calendar <- function(plan, as_of = Sys.time(), profile = "events") {
  hw_plan_to_calendar(plan, as_of, hw_calendar_options_set_profile(hw_calendar_options_new(), profile))
}

hw_report <- function(plan, from = NULL, to = NULL, as_of = Sys.time(), language = NULL) {
  days <- .course(plan, from, to, as_of)
  options <- if (!is.null(language)) hw_report_options_set_language(hw_report_options_new(), language)
  hw_plan_report(plan, days$from, days$to, as_of, options)
}
