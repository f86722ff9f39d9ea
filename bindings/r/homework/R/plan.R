# SPDX-License-Identifier: MIT
# Plans in R's own terms: reading, building, and results as data frames.

.reading <- function(read) {
  problems <- hw_call("problems_new")
  tryCatch(read(problems), hw_error = function(e) {
    count <- hw_call("problems_count", problems)
    e$problems <- vapply(seq_len(count), function(i) {
      paste0(hw_call("problems_line_at", problems, i - 1), ": ", hw_call("problems_message_at", problems, i - 1))
    }, "")
    stop(e)
  })
}

hw_load <- function(path) .reading(function(problems) hw_call("file_load", path = path.expand(path), problems = problems))

hw_parse <- function(data) {
  text <- if (is.raw(data)) rawToChar(data[seq_len(min(64L, length(data)))]) else data
  name <- if (grepl("^\\s*\\{", text)) "plan_from_json" else "plan_from_xml"
  .reading(function(problems) hw_call(name, data = data, problems = problems))
}

hw_xml <- function(plan) hw_call("plan_to_xml", plan)

hw_json <- function(plan) hw_call("plan_to_json", plan)

hw_save <- function(plan, path) invisible(hw_call("file_replace", path = path.expand(path), data = hw_xml(plan)))

hw_change <- function(by, origin, at = Sys.time()) hw_call("change_new", recorded = at, by = by, origin = origin)

hw_new_plan <- function(uid, zone, role, change) hw_call("plan_new", uid, zone, role, change)

hw_add <- function(plan, draft, change) {
  hw_call(paste0("plan_add_", sub("^hw_", "", class(draft)[1])), plan, draft, change)
  invisible(plan)
}

hw_revise <- function(plan, draft, change) {
  hw_call(paste0("plan_revise_", sub("^hw_", "", class(draft)[1])), plan, draft, change)
  invisible(plan)
}

hw_report_practice <- function(plan, entry, change) {
  hw_call("plan_log", plan, entry, change)
  invisible(plan)
}

print.hw_plan <- function(x, ...) {
  cat("<plan ", hw_call("plan_uid", x), ": ", hw_call("plan_assignment_count", x), " assignments, ",
      hw_call("plan_goal_count", x), " goals>\n", sep = "")
  invisible(x)
}

hw_table <- function(result) {
  table <- if (inherits(result, "hw_table")) result else hw_call(paste0(sub("^hw_", "", class(result)[1]), "_table"), result)
  columns <- .Call("hwr_columns", table$pointer, PACKAGE = "homework")
  as.data.frame(columns, stringsAsFactors = FALSE, optional = TRUE)
}

as.data.frame.hw_object <- function(x, row.names = NULL, optional = FALSE, ...) hw_table(x)

hw_occurrences <- function(plan, from, to, as_of = Sys.time()) hw_table(hw_call("plan_occurrences", plan, from, to, as_of))

hw_log <- function(plan) hw_table(hw_call("log_table", hw_call("plan_entries", plan)))

hw_values <- function(plan, private = FALSE) {
  hw_table(hw_call("log_value_table", hw_call("plan_entries", plan), private_too = private))
}

hw_progress <- function(plan, from, to, as_of = Sys.time(), by = NULL) {
  options <- hw_call("progress_options_new")
  for (one in by) hw_call("progress_options_add_by", options, one)
  hw_table(hw_call("plan_progress", plan, from, to, as_of, options))
}

hw_reminders <- function(plan, from, to, as_of = Sys.time(), suppressed = FALSE) {
  hw_table(hw_call(if (suppressed) "plan_all_reminders" else "plan_reminders", plan, from, to, as_of))
}

hw_series <- function(plan, measure, from, to, as_of = Sys.time()) {
  hw_table(hw_call("plan_series", plan, measure, from, to, as_of))
}

hw_calendar <- function(plan, as_of = Sys.time(), profile = "events") {
  options <- hw_call("calendar_options_new")
  hw_call("calendar_options_set_profile", options, profile)
  hw_call("plan_to_calendar", plan, as_of, options)
}

hw_report <- function(plan, from, to, as_of = Sys.time()) hw_call("plan_report", plan, from, to, as_of)
