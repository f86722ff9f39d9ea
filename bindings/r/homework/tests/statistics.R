# SPDX-License-Identifier: MIT
# Statistics of series equal those of scipy and of R itself. HOMEWORK_STATISTICS is the folder of their answers; without it there is
# nothing to do.
library(homework)

folder <- Sys.getenv("HOMEWORK_STATISTICS")
read <- function(name) read.csv(file.path(folder, name), colClasses = "character", na.strings = character())
near <- function(found, text) stopifnot(text == "" || abs(found - as.numeric(text)) <= 1e-9 * max(1, abs(as.numeric(text))))
numbers <- function(text) suppressWarnings(as.numeric(strsplit(text, " ", fixed = TRUE)[[1]]))
if (nzchar(folder)) {
  series <- read("series.csv")
  scipy <- read("scipy.csv")
  r <- read("r.csv")
  for (i in seq_len(nrow(series))) {
    times <- numbers(series$times[i])
    values <- numbers(series$values[i])
    before <- seq_len(as.integer(series$before[i]))
    line <- hw_theil_sen(times, values)
    tau <- hw_kendall_tau_b(times, values)
    found <- list(mean = hw_mean(values), median = hw_median(values), slope = line$slope, intercept = line$intercept, tau = tau$tau,
                  rho = hw_spearman(times, values), nap = hw_nap(values[before], values[-before], "higher")$nap)
    for (name in names(found)) near(found[[name]]$value, scipy[[name]][i])
    near(hw_autocorrelation(values)$r1$value, r$r1[i])
    there <- sum(!is.na(times) & !is.na(values))
    stopifnot(tau$tau$n == there)
    if (there >= 8) near(tau$p$value, if (tau$exact) r$exact[i] else r$p[i])
  }
  wilson <- read("wilson.csv")
  for (i in seq_len(nrow(wilson))) {
    one <- hw_wilson(as.numeric(wilson$successes[i]), as.numeric(wilson$trials[i]), as.numeric(wilson$z[i]))
    near(one$low, wilson$low[i])
    near(one$high, wilson$high[i])
  }
  cat(nrow(series), "series\n")
}
