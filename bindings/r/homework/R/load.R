# SPDX-License-Identifier: MIT
# What is worked out once, when the package is loaded: the words that tables have, some of which are written with underscores there,
# and of each table the columns that are words. The library is never unloaded: objects that live on are freed by it.

.onLoad <- function(libname, pkgname) {
  space <- topenv()
  for (type in setdiff(names(.words), "hw_status")) {
    name <- space[[paste0(type, "_name")]]
    if (!is.null(name)) .words[[type]] <- vapply(.words[[type]], name, "", USE.NAMES = FALSE)
  }
  common <- structure(.words, names = sub("^hw_", "", names(.words)))
  common <- common[setdiff(names(common), c("status", "kind", "reason", "source", "wording"))] # which are other words, or texts, in some
  assign(".words", .words, envir = space)
  assign(".factors", lapply(.factors, function(columns) c(structure(.words[columns], names = names(columns)), common)), envir = space)
}
