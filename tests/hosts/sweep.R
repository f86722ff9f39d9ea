# SPDX-License-Identifier: MIT
# Every function of the wrapper with arguments that cannot be meant: sweep.R PLAN. What is signalled does not matter, only that the
# process goes on. The name of each function is printed before it is called; the last one is the one that ended it.
library(homework)
api <- homework:::.api
plausible <- list(hw_date = "2026-09-14", hw_local = "2026-09-14T18:00", hw_moment = "2026-09-14T18:00:00+02:00", size_t = 0,
                  hw_instant = 1795366800, hw_duration = "P1D", `const char *` = "breathing", double = 1, bool = FALSE)
latin1 <- "\xe4"
Encoding(latin1) <- "latin1"
absurd <- list(NULL, 0, -1, 2^31, 2^64, 1.5, NA, NaN, Inf, NA_character_, "", latin1, "\xff", character(), c("a", "b"), 1:3, integer(),
               factor("done"), list(), list(1), quote(x), raw(0), 1i, sum, globalenv(), homework:::.native("hw_problems_new"),
               "9999-12-31", "0001-01-01")
pool <- list(hw_plan = hw_load(commandArgs(TRUE)[1])$pointer)
noun <- function(type) if (grepl("^(const )?hw_\\w+ \\*$", type)) sub("^(const )?(hw_\\w+) \\*$", "\\2", type)
value_for <- function(name, type) {
  of <- noun(type)
  if (!is.null(of)) return(pool[[of]])
  if (name == "to") return("2026-11-23")
  if (is.null(plausible[[type]])) 0 else plausible[[type]]
}
call <- function(name, values) {
  tryCatch(do.call(homework:::.native, c(list(name), values), quote = TRUE), error = function(e) NULL, warning = function(w) NULL)
}
known <- Filter(function(name) is.loaded(paste0("R_swig_", name), PACKAGE = "homework"), names(api))
usual <- function(name) {
  parameters <- homework:::.visible(api[[name]]$parameters)
  Map(value_for, names(parameters), parameters)
}
for (round in 1:3) for (name in known) {
  cat(name, "\n", sep = "")
  answer <- call(name, unname(usual(name)))
  of <- noun(api[[name]]$result)
  if (!is.null(of) && !is.null(answer) && is.null(pool[[of]])) pool[[of]] <- answer
}
for (name in known) {
  cat(name, "\n", sep = "")
  values <- unname(usual(name))
  call(name, list())
  for (at in seq_along(values)) for (one in absurd) {
    given <- values
    given[at] <- list(one)
    call(name, given)
  }
}
cat(length(known), "functions\n")
