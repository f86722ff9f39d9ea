# SPDX-License-Identifier: MIT
# Every function of the package with arguments that cannot be meant: sweep.R PLAN. What is signalled does not matter, only that it is a
# condition and that the process goes on. The name of each function is printed before it is called; the last one is the one that ended it.
library(homework)
space <- asNamespace("homework")
path <- tempfile(fileext = ".xml") # a copy: functions that write are called too
stopifnot(file.copy(commandArgs(TRUE)[1], path))
usual <- list(from = "2026-09-14", to = "2026-11-23", as_of = 1795366800, id = "breathing", path = path, index = 0, measure = "mood",
              subject = "assignment", metric = "done", assignment = "breathing")
latin1 <- "\xe4"
Encoding(latin1) <- "latin1"
read <- function() read_homework(path)
stale <- unserialize(serialize(read(), NULL))
absurd <- list(NULL, 0, -1, 2^31, 2^64, 1.5, NA, NaN, Inf, NA_character_, NA_integer_, NA_real_, "", latin1, "\xff", character(), c("a", "b"), 1:3,
               integer(), factor("done"), factor(NA), factor(c("a", "b")), list(), list(1), list(list(), 1), quote(x), raw(0), 1i, sum,
               function(x) x, globalenv(), hw_problems_new(), stale, Sys.Date(), as.Date(NA), Sys.time(), as.POSIXct(NA), as.POSIXlt(Sys.time()),
               as.POSIXlt(c(Sys.time(), Sys.time())), as.difftime(1.5, units = "mins"), as.difftime(NA_real_, units = "days"),
               data.frame(a = 1), matrix(1:4, 2), c(as.Date(NA), Sys.Date()), "9999-12-31", "0001-01-01")
known <- grep("^hw_", getNamespaceExports("homework"), value = TRUE)
# What makes objects is asked first; of each class one is kept, under the names that arguments of that class have.
pool <- list(plan = read())
of_class <- function(name) {
  if (!is.null(pool[[name]])) return(pool[[name]])
  if (!is.null(usual[[name]])) return(usual[[name]])
  0
}
call <- function(name, values) {
  tryCatch(suppressWarnings(do.call(get(name, space), values, quote = TRUE)), error = function(e) e)
}
values_of <- function(name) lapply(setdiff(names(formals(get(name, space))), "..."), of_class)
for (round in 1:3) for (name in known) {
  cat(name, "\n", sep = "")
  answer <- call(name, values_of(name))
  if (inherits(answer, "hw_object")) {
    noun <- sub("^hw_", "", class(answer)[1])
    if (is.null(pool[[noun]])) pool[[noun]] <- answer
    if (grepl("options$", noun) && is.null(pool$options)) pool$options <- answer
  }
}
for (name in known) {
  cat(name, "\n", sep = "")
  values <- values_of(name)
  call(name, list())
  for (at in seq_along(values)) for (one in absurd) {
    given <- values
    given[at] <- list(one)
    call(name, given)
  }
}
cat(length(known), "functions\n")
