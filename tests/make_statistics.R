# SPDX-License-Identifier: MIT
# What R makes of the series that make_statistics.py has written, and its normal distribution and score intervals.
#
#     Rscript --vanilla make_statistics.R FOLDER SEED
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]), kind = "Mersenne-Twister", sample.kind = "Rejection")

text <- function(x) ifelse(is.na(x) | is.nan(x), "", sprintf("%.17g", x))
save <- function(table, name) {
    table[] <- lapply(table, text)
    write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE)
}

of_kendall <- function(x, y, ...) {
    test <- suppressWarnings(cor.test(x, y, method = "kendall", ...))
    c(unname(test$statistic), test$p.value)
}

# Columns: tau, z and p without and with a correction for continuity, p over all orders, rho, r1, EWMA.
of_series <- function(times, values) {
    result <- c(tau = NA, z = NA, p = NA, z_moved = NA, p_moved = NA, exact = NA, rho = NA, r1 = NA, ewma = NA)
    there <- !is.na(values)
    x <- times[there]
    y <- values[there]
    if (length(unique(x)) > 1 && length(unique(y)) > 1) {
        result["tau"] <- cor(x, y, method = "kendall")
        result[c("z", "p")] <- of_kendall(x, y, exact = FALSE)
        result[c("z_moved", "p_moved")] <- of_kendall(x, y, exact = FALSE, continuity = TRUE)
        if (length(x) <= 10 && !anyDuplicated(x) && !anyDuplicated(y)) {
            result["exact"] <- of_kendall(x, y, exact = TRUE)[2]
        }
        result["rho"] <- cor(rank(x), rank(y))
    }
    if (length(y) > 2 && length(unique(y)) > 1) {
        result["r1"] <- acf(values, lag.max = 1, plot = FALSE, na.action = na.pass)$acf[2]
    }
    if (length(y) > 0) {
        # z = 0.3 y + 0.7 z, from 5.
        result["ewma"] <- tail(filter(0.3 * y, 0.7, method = "recursive", init = 5), 1)
    }
    result
}

numbers <- function(list) suppressWarnings(as.numeric(strsplit(list, " ", fixed = TRUE)[[1]])) # "NA" too
series <- read.csv(file.path(folder, "series.csv"), colClasses = "character")
rows <- lapply(seq_len(nrow(series)), function(i) of_series(numbers(series$times[i]), numbers(series$values[i])))
save(as.data.frame(do.call(rbind, rows)), "r.csv")

z <- c(seq(-37.5, 8, by = 0.25), rnorm(1000), rnorm(1000, sd = 6))
save(data.frame(z = z, below = pnorm(z)), "normal.csv")

trials <- ceiling(exp(runif(2000, 0, 8)))
successes <- round(trials * pmin(1, pmax(0, runif(2000, -0.1, 1.1))))
level <- sample(c(0.5, 0.8, 0.9, 0.95, 0.99), 2000, replace = TRUE)
intervals <- t(mapply(function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int),
                      successes, trials, level))
save(data.frame(successes = successes, trials = trials, z = qnorm((1 + level) / 2), low = intervals[, 1],
                high = intervals[, 2]), "wilson.csv")
