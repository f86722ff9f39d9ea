# SPDX-License-Identifier: MIT
# Days and times as the ISO 8601 text that C reads; C calls these. What is not one value is NULL, and refused there.

.one <- function(value) length(value) == 1L && !is.na(value)

.day_text <- function(value) if (.one(value)) format(value, "%Y-%m-%d")

# The clock as it is shown.
.wall_text <- function(value) {
  value <- as.POSIXct(value)
  if (.one(value)) format(value, "%Y-%m-%dT%H:%M:%S")
}

.moment_text <- function(value) {
  value <- as.POSIXct(value)
  if (.one(value)) sub("(\\d\\d)$", ":\\1", format(value, "%Y-%m-%dT%H:%M:%S%z"))
}

# Days are civil days; hours, minutes and seconds are time by the clock.
.span_text <- function(value) {
  if (!.one(value)) return(NULL)
  days <- switch(units(value), days = 1, weeks = 7, 0)
  amount <- if (days) unclass(value)[1] * days else as.double(value, units = "secs")
  if (abs(amount - round(amount)) > 1e-6) return(NULL) # 1.1 hours are 3960.0000000000005 s
  paste0(if (amount < 0) "-", if (days) "P" else "PT", sprintf("%.0f", abs(amount)), if (days) "D" else "S")
}

# Bytes that stay where they are.
.raw <- function(data) {
  if (!is.character(data) || length(data) != 1L || is.na(data)) return(data)
  bytes <- charToRaw(enc2utf8(data))
  if (sum(bytes == 0x3c) > sum(charToRaw(data) == 0x3c)) .refuse("data", "text whose encoding this session knows, or a raw vector")
  bytes
}

# A time of day: a difftime since midnight, or seconds.
.clock <- function(clock) if (inherits(clock, "difftime")) as.double(clock, units = "secs") else clock

# Words of a factor.
.plain <- function(words) if (is.factor(words)) as.character(words) else words

# Figures: named lists of the class of what they are.
.flat <- function(figures) {
  do.call(c, unname(Map(function(value, name) {
    if (inherits(value, "hw_figures")) {
      inner <- .flat(value)
      structure(inner, names = paste0(name, ifelse(names(inner) == "value", "", paste0("_", names(inner)))))
    } else {
      structure(list(value), names = name)
    }
  }, unclass(figures), names(figures))))
}

# Points as the rows of a data frame, column by column; `none` is a point in which nothing is.
.columns <- function(points, none) {
  structure(class = "hw_figures", Map(function(nothing, name) {
    values <- lapply(points, `[[`, name)
    if (is.list(nothing)) .columns(values, nothing) else vapply(values, identity, nothing)
  }, none, names(none)))
}
.rows <- function(points, none) as.data.frame(.columns(points, none), row.names = seq_along(points))

as.data.frame.hw_figures <- function(x, row.names = NULL, optional = FALSE, ...) {
  structure(.flat(x), row.names = if (is.null(row.names)) 1L else row.names, class = "data.frame")
}

.short <- function(value) if (is.atomic(value) && length(value) == 1L) format(value, digits = 4) else paste0(class(value)[1], " of ", NROW(value))

format.hw_figures <- function(x, ...) {
  flat <- .flat(x)
  flat <- flat[!vapply(flat, identical, NA, "not")] # "undefined not": it is there
  paste0("<", class(x)[1], ": ", paste0(names(flat), " ", vapply(flat, .short, ""), collapse = ", "), ">")
}

print.hw_figures <- function(x, ...) {
  cat(format(x), "\n", sep = "")
  invisible(x)
}
