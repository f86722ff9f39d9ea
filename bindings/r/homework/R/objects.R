# SPDX-License-Identifier: MIT
# Objects: printed by what they are, asked with `$`, listed as data frames.

.noun <- function(x) class(x)[1]

.has <- function(name) exists(name, envir = topenv(), inherits = FALSE)
.function <- function(name) get(name, envir = topenv(), inherits = FALSE)

# What a plan has lists of: the plural, and the noun in the names of functions.
.lists <- c(people = "person", measures = "measure", skills = "skill", goals = "goal", steps = "step", templates = "template",
            assignments = "assignment", sessions = "session", reviews = "review", ratings = "rating", scores = "score",
            messages = "message", holds = "hold", excuses = "excuse", erasures = "erasure")

.list_of <- function(plan, what) {
  noun <- .lists[[what]]
  at <- .function(paste0("hw_plan_", noun, "_at"))
  records <- lapply(seq_len(.function(paste0("hw_plan_", noun, "_count"))(plan)) - 1, function(i) at(plan, i))
  id <- if (noun == "erasure") NULL else .function(paste0("hw_", noun, "_id"))
  if (is.null(id)) records else structure(records, names = vapply(records, id, ""))
}

# What can be asked for with `$`: what takes nothing but the object, and perhaps a language.
.askable <- function(x) {
  stem <- paste0(.noun(x), "_")
  found <- grep(paste0("^", stem), names(topenv()), value = TRUE)
  alone <- vapply(found, function(name) length(setdiff(names(formals(.function(name)))[-1], "language")) == 0L, NA)
  fields <- sub(stem, "", found[alone], fixed = TRUE)
  sort(c(grep("^(new|edit|clear|parse|find|name|label)$|_(new|find|name|label)$|^set_", fields, value = TRUE, invert = TRUE), if (.noun(x) == "hw_plan") names(.lists)))
}

# What has been asked for before, by the name of the function.
.asked <- new.env(parent = emptyenv())

`$.hw_object` <- function(x, name) {
  whole <- paste0(class(x)[1], "_", name)
  ask <- .asked[[whole]]
  if (!is.null(ask)) return(ask(x))
  if (class(x)[1] == "hw_plan" && name %in% names(.lists)) return(.list_of(x, name))
  ask <- if (.has(whole)) .function(whole)
  if (is.null(ask)) .refuse(name, "one of what ", .noun(x), " has: ", paste(.askable(x), collapse = ", "))
  if (length(setdiff(names(formals(ask))[-1], "language"))) .refuse(name, "called as ", whole, "(): it takes more than the object")
  assign(whole, ask, envir = .asked)
  ask(x)
}

`[[.hw_object` <- function(x, i, ...) do.call(`$`, list(x, i))

`$<-.hw_object` <- function(x, name, value) {
  stop("objects change by functions: ", .noun(x), "_set_", name, "() of a draft, and hw_add() or hw_revise()", call. = FALSE)
}
`[[<-.hw_object` <- function(x, i, value) `$<-.hw_object`(x, i, value)

.DollarNames.hw_object <- function(x, pattern = "") grep(pattern, .askable(x), value = TRUE)

format.hw_object <- function(x, ...) {
  of <- function(field) {
    get <- paste0(.noun(x), "_", field)
    if (.has(get)) tryCatch(.function(get)(x), error = function(e) NULL)
  }
  count <- of("count")
  id <- of("id")
  title <- of("title")
  paste0("<", .noun(x), if (is.character(id) && !is.na(id)) paste0(" ", id), if (is.character(title) && !is.na(title)) paste0(": ", title),
         if (is.numeric(count)) paste0(" of ", count), ">")
}

print.hw_object <- function(x, ...) {
  cat(tryCatch(format(x), hw_argument = function(e) paste0("<", .noun(x), " of another session: read it again>")), "\n", sep = "")
  invisible(x)
}

format.hw_table <- function(x, ...) {
  paste0("<hw_table: ", hw_table_row_count(x), " rows, ", hw_table_column_count(x), " columns; as.data.frame() shows them>")
}

format.hw_plan <- function(x, ...) {
  paste0("<hw_plan ", hw_plan_uid(x), ": ", hw_plan_assignment_count(x), " assignments, ", hw_plan_goal_count(x), " goals, ",
         hw_log_count(hw_plan_entries(x)), " entries>")
}

# Values as one vector like the one that stands for nothing; times of which only the day is known are midnight in UTC.
.column <- function(values, nothing) {
  if (is.factor(nothing)) return(factor(vapply(values, as.character, ""), levels(nothing)))
  if (inherits(nothing, "difftime")) return(as.difftime(vapply(values, as.numeric, 0, units = "mins"), units = "mins"))
  plain <- unlist(lapply(values, function(one) if (inherits(one, "Date") && inherits(nothing, "POSIXct")) as.numeric(one) * 86400 else unclass(one)))
  if (is.null(plain)) plain <- unclass(nothing)[0]
  attributes(plain) <- attributes(nothing)
  plain
}

# Records of one kind as a data frame: a column for each getter of one value.
.records <- function(records, noun) {
  fields <- .fields[[noun]]
  columns <- Map(function(field, nothing) {
    get <- .function(paste0(noun, "_", field))
    .column(lapply(records, function(one) get(one)), nothing)
  }, names(fields), fields)
  structure(columns, names = names(fields), row.names = seq_along(records), class = "data.frame")
}

hw_records <- function(plan, what, private = FALSE) {
  if (!is.character(what) || length(what) != 1L || !what %in% names(.lists)) {
    .refuse("what", "one of ", paste0("\"", names(.lists), "\"", collapse = ", "))
  }
  if (what == "messages") return(hw_table(hw_plan_messages_table(plan, private, TRUE), .zone(plan)))
  .records(unname(.list_of(plan, what)), paste0("hw_", .lists[[what]]))
}

hw_table <- function(result, zone = "UTC") {
  if (!inherits(result, "hw_object")) .refuse("result", "an object of this package, not ", paste(class(result), collapse = "/"))
  table <- result
  if (.noun(result) != "hw_table") {
    make <- paste0(.noun(result), "_table")
    if (!.has(make)) .refuse("result", "something that is a table; ", .noun(result), " is none")
    table <- .function(make)(result)
  }
  .Call(R_swig_hwr_frame, table, table, zone, FALSE)
}

hw_columns <- function(frame) {
  meaning <- attr(frame, "meaning")
  if (is.null(meaning)) .refuse("frame", "a data frame as this package gives it")
  data.frame(column = names(meaning), unit = unname(attr(frame, "unit")), meaning = unname(meaning))
}

as.data.frame.hw_object <- function(x, row.names = NULL, optional = FALSE, ...) {
  frame <- if (.noun(x) %in% names(.fields)) .records(list(x), .noun(x)) else hw_table(x, ...)
  if (!is.null(row.names)) row.names(frame) <- row.names
  frame
}

as.data.frame.hw_plan <- function(x, row.names = NULL, optional = FALSE, ...) as.data.frame(hw_log(x), row.names = row.names)

as.data.frame.hw_problems <- function(x, row.names = NULL, optional = FALSE, ...) as.data.frame(.problems(x), row.names = row.names)
