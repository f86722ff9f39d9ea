# SPDX-License-Identifier: MIT
# Conditions: C calls these, and what they signal is whose call it was.

# The classes hw_<status>, hw_error, error; parts: status, line, column, subject, message.
# The outermost call of a function of the package: what the user wrote.
.whose <- function() {
  for (i in seq_len(sys.nframe())) if (identical(topenv(environment(sys.function(i))), topenv())) return(sys.call(i))
}

.raise <- function(parts, call = .whose()) {
  status <- gsub("-", "_", sub("^err-", "", .words$hw_status[parts[[1]] + 1L]), fixed = TRUE)
  if (startsWith(parts[[5]], "HW_ERR_")) {
    parts[[5]] <- switch(status, state = "what belongs to a plan does not change: its _edit() gives a draft that does",
                         argument = "an argument is missing or cannot be meant", range = "a value is outside its range", paste("it failed:", status))
  }
  message <- if (parts[[2]] > 0L) paste0("line ", parts[[2]], ": ", parts[[5]]) else parts[[5]]
  stop(structure(class = c(paste0("hw_", status), "hw_error", "error", "condition"),
                 list(message = message, call = call, status = status, subject = parts[[4]], line = parts[[2]], column = parts[[3]],
                      problems = .no_problems)))
}

.no_problems <- data.frame(severity = factor(character(), .words$hw_severity), code = factor(character(), .words$hw_problem_code),
                           line = integer(), column = integer(), subject = character(), message = character())

# A list of problems as a data frame.
.problems <- function(problems) {
  at <- seq_len(hw_problems_count(problems)) - 1
  of <- function(get, kind) vapply(at, function(i) get(problems, i), kind)
  data.frame(severity = factor(of(hw_problems_severity_at, ""), .words$hw_severity), code = factor(of(hw_problems_code_at, ""), .words$hw_problem_code),
             line = as.integer(of(hw_problems_line_at, 0)), column = as.integer(of(hw_problems_column_at, 0)),
             subject = of(hw_problems_subject_at, ""), message = of(hw_problems_message_at, ""))
}

# A condition that a document raises has what was found in it; the message tells the first few.
.reading <- function(read) {
  problems <- hw_problems_new()
  plan <- tryCatch(read(problems), hw_error = function(e) {
    found <- .problems(problems)
    e$problems <- found
    more <- found$message != sub("^line \\d+: ", "", e$message)
    lines <- sprintf("  line %d: %s", found$line, found$message)[more]
    if (length(lines)) e$message <- paste(c(e$message, utils::head(lines, 5), if (length(lines) > 5) "  ..."), collapse = "\n")
    stop(e)
  })
  found <- .problems(problems)
  found <- found[found$severity != "notice", ]
  if (nrow(found)) warning(structure(class = c("hw_found", "warning", "condition"),
                                     list(message = paste0(nrow(found), " remarks on the document; the first: ", found$message[1]),
                                          call = .whose(), problems = found)))
  plan
}

# An argument of the face itself that cannot be meant.
.refuse <- function(name, ...) .raise(list(2L, 0L, 0L, name, paste0(name, " must be ", ...)))
