# SPDX-License-Identifier: MIT
# How a function of C is called: its arguments from R's values, its result as R's, its error as a condition.

.statuses <- c("ok", "memory", "argument", "syntax", "range", "not_found", "duplicate", "conflict", "state", "unsupported",
               "limit", "invalid", "read_only", "io", "not_durable", "cancelled")

# Arguments that the wrapper fills in.
.hidden <- c("hw_error *", "size_t *", "hw_fold *", "hw_file **", "double *", "int64_t *", "int32_t *", "hw_instant *", "hw_date *",
             "hw_local *", "hw_moment *", "hw_duration *", "hw_role *", "hw_barrier *", "hw_removal *", "hw_achievement *",
             "hw_decision *", "hw_dimension *", "hw_evidence_kind *", "bool *", "hw_estimate *")

.visible <- function(parameters) {
  parameters <- parameters[!(parameters %in% .hidden)]
  if (any(c("data", "calendar") %in% names(parameters))) parameters <- parameters[names(parameters) != "size"]
  parameters <- parameters[!(grepl("_size$", names(parameters)) & sub("_size$", "", names(parameters)) %in% names(parameters))]
  parameters[!grepl("_watch$", parameters) & !grepl("_user$", names(parameters))]
}

# A message "homework\tstatus\tline\tcolumn\tsubject\ttext" as a condition of the classes hw_<status>, hw_error, error.
.condition <- function(message, call) {
  parts <- strsplit(message, "\t", fixed = TRUE)[[1]]
  status <- .statuses[as.integer(parts[2]) + 1L]
  structure(class = c(paste0("hw_", status), "hw_error", "error", "condition"),
            list(message = parts[6], call = call, status = status, line = as.integer(parts[3]), column = as.integer(parts[4]),
                 subject = parts[5], problems = character()))
}

.native <- function(name, ..., call = sys.call(-1)) {
  symbol <- getNativeSymbolInfo(paste0("R_swig_", name), "homework")
  arguments <- list(...)
  if (symbol$numParameters == length(arguments) + 1L) arguments <- c(arguments, list(FALSE))
  tryCatch(do.call(.Call, c(list(symbol), arguments), quote = TRUE),
           error = function(e) {
             text <- conditionMessage(e)
             if (startsWith(text, "homework\t")) stop(.condition(text, call))
             stop(simpleError(text, call))
           })
}

.is_object <- function(value) inherits(value, "hw_object")

# R's value for a parameter of a type.
.argument <- function(value, type) {
  if (is.null(value)) return(NULL)
  if (.is_object(value)) return(value$pointer)
  if (is.factor(value)) value <- as.character(value)
  if (type == "hw_instant") return(as.double(if (is.character(value)) .moment_seconds(value) else value))
  if (inherits(value, "Date")) return(format(value, "%Y-%m-%d"))
  if (inherits(value, "POSIXt")) return(.moment_text(value))
  if (type == "bool") return(value)
  value
}

.moment_text <- function(value) {
  zone <- attr(as.POSIXlt(value), "tzone")[1]
  offset <- format(value, "%z")
  paste0(format(value, "%Y-%m-%dT%H:%M:%S"), substr(offset, 1, 3), ":", substr(offset, 4, 5))
}

.moment_seconds <- function(text) {
  match <- regmatches(text, regexec("^(\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?)(Z|[+-]\\d\\d:\\d\\d)$", text))[[1]]
  if (length(match) == 0L) stop("an instant is a POSIXct, seconds since 1970, or ISO 8601 text with an offset", call. = FALSE)
  clock <- sub(" ", "T", match[2])
  if (match[3] == "") clock <- paste0(clock, ":00")
  offset <- if (match[4] == "Z") 0 else {
    parts <- as.integer(strsplit(substr(match[4], 2, 6), ":")[[1]])
    (parts[1] * 3600 + parts[2] * 60) * if (startsWith(match[4], "-")) -1 else 1
  }
  as.double(as.POSIXct(clock, tz = "UTC", format = "%Y-%m-%dT%H:%M:%S")) - offset
}

.object <- function(pointer, noun, owned, keep) {
  if (is.null(pointer)) return(NULL)
  if (owned) {
    release <- getNativeSymbolInfo(paste0("R_swig_delete_", noun), "homework")
    reg.finalizer(pointer, function(it) .Call(release, it))
  }
  structure(list(pointer = pointer, keep = keep), class = c(noun, "hw_object"))
}

.result <- function(value, type, name, arguments) {
  if (is.list(value) || typeof(value) != "externalptr") {
    if (type == "hw_instant" && !is.null(value)) return(as.POSIXct(value, origin = "1970-01-01", tz = "UTC"))
    return(value)
  }
  noun <- sub("^(const )?(hw_\\w+) \\*$", "\\2", type)
  borrowed <- name %in% .borrowed # from an object of the arguments, which are kept beside it
  .object(value, noun, !borrowed, if (borrowed) arguments)
}

hw_call <- function(name, ...) {
  if (!startsWith(name, "hw_")) name <- paste0("hw_", name)
  known <- .api[[name]]
  if (is.null(known)) stop("there is no function ", name)
  parameters <- .visible(known$parameters)
  given <- list(...)
  named <- names(given)
  if (is.null(named)) named <- rep("", length(given))
  free <- setdiff(names(parameters), named[named != ""])
  unknown <- setdiff(named[named != ""], names(parameters))
  if (length(unknown)) stop(name, " has no argument ", unknown[1])
  if (sum(named == "") > length(free)) stop(name, " takes at most ", length(parameters), " arguments")
  named[named == ""] <- free[seq_len(sum(named == ""))]
  arguments <- lapply(names(parameters), function(one) {
    at <- match(one, named)
    if (is.na(at) && !grepl("\\*$", parameters[[one]])) stop(name, ": ", one, " is missing")
    if (is.na(at)) NULL else .argument(given[[at]], parameters[[one]])
  })
  answer <- do.call(.native, c(list(name), arguments, list(call = sys.call())), quote = TRUE)
  if (known$result == "hw_status" && is.null(answer)) return(invisible(NULL))
  type <- if ("hw_instant *" %in% known$parameters) "hw_instant" else known$result
  .result(answer, type, name, given)
}

print.hw_object <- function(x, ...) {
  cat("<", class(x)[1], ">\n", sep = "")
  invisible(x)
}
