# Makes waves.json beside it: two moments compared. survey's svyby contrasted over tellers; binom.test for McNemar's exact p; the
# interval of Agresti & Min (2005) as half a pair in each cell of a Wald interval; every turning of signs counted by expand.grid.
# Run `Rscript make_waves.R` in this folder; the seed is fixed.
suppressMessages({ library(jsonlite); library(survey) })
set.seed(20261123, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
u <- unbox
cases <- list()
add <- function(fn, name, input, expected) cases[[length(cases) + 1]] <<- list(`function` = u(fn), name = u(name), input = input, expected = expected)

two <- function(name, d, conf = 0.95) {
  des <- svydesign(ids = ~t, weights = rep(1, nrow(d)), data = d)
  by <- svyby(~y, ~s, des, svymean, covmat = TRUE)
  con <- svycontrast(by, c(-1, 1))
  diff <- as.numeric(coef(con)); se <- as.numeric(SE(con)); g <- length(unique(d$t)); q <- qt(1 - (1 - conf) / 2, g - 1)
  add("clusterDifference", name, list(stories = lapply(seq_len(nrow(d)), function(i) list(teller = u(d$t[i]), side = u(d$s[i]), value = u(d$y[i]))), conf = u(conf)),
      list(n0 = u(sum(d$s == 0)), n1 = u(sum(d$s == 1)), nTellers = u(g), diff = u(diff), se = u(se), df = u(g - 1), ciLow = u(diff - q * se), ciHigh = u(diff + q * se)))
}
for (k in 1:6) {
  g <- sample(c(6, 20, 35), 1)
  d <- do.call(rbind, lapply(seq_len(g), function(i) { m <- sample(1:4, 1); data.frame(t = paste0("v", i), s = sample(0:1, m, TRUE), y = round(rnorm(1, 60, 15) + rnorm(m, 0, 8), 2)) }))
  two(paste("random", k), d, if (k %% 2) 0.95 else 0.9)
}
two("one story each", data.frame(t = paste0("v", 1:12), s = rep(0:1, 6), y = c(20, 35, 41, 60, 55, 70, 12, 88, 30, 44, 51, 90)))
two("everybody twice", data.frame(t = rep(paste0("v", 1:9), 2), s = rep(0:1, each = 9), y = c(20, 35, 41, 60, 55, 70, 12, 88, 30, 26, 35, 50, 62, 71, 75, 20, 90, 41)))
two("yes or no", data.frame(t = c(paste0("v", 1:8), paste0("v", 1:7), "v3"), s = rep(0:1, each = 8), y = c(0, 0, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 1, 0, 1, 1)))

for (x in list(c(20, 3, 12, 15), c(0, 0, 9, 4), c(5, 5, 5, 5), c(0, 1, 0, 0), c(7, 0, 0, 3), c(100, 40, 21, 500), c(2, 8, 1, 0), c(0, 0, 1, 0))) {
  b <- x[2]; c <- x[3]; n <- sum(x); m <- n + 2; z <- qnorm(0.975)
  w <- ((c + .5) - (b + .5)) / m; h <- z * sqrt((b + c + 1) - ((c + .5) - (b + .5))^2 / m) / m
  p <- if (b + c == 0) 1 else binom.test(b, b + c)$p.value
  add("mcnemar", paste(x, collapse = " "), list(both = u(x[1]), onlyFirst = u(b), onlySecond = u(c), neither = u(x[4])),
      list(n = u(n), difference = u((c - b) / n), low = u(max(-1, w - h)), high = u(min(1, w + h)), p = u(p)))
}

flips <- function(name, d) {
  moved <- d[rowSums(d != 0) > 0, , drop = FALSE]
  signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), nrow(moved))))
  len <- rowSums((signs %*% moved)^2); seen <- sum(colSums(moved)^2)
  add("signFlips", name, list(differences = lapply(seq_len(nrow(d)), function(i) lapply(d[i, ], u))), list(n = u(nrow(d)), exact = u(TRUE), p = u(mean(len >= seen * (1 - 1e-12)))))
}
flips("one number", matrix(c(3, -1, 4, 1, 5, -9, 2, 6, 0, 5), ncol = 1))
flips("all the same way", matrix(c(2, 2, 2, 2, 2, 2), ncol = 1))
flips("one pair", matrix(4, ncol = 1))
flips("three shares", cbind(c(10, -5, 8, 12, 3, -2, 9), c(-4, 5, -8, -2, 0, 1, -3), c(-6, 0, 0, -10, -3, 1, -6)))
flips("fourteen that moved", matrix(round(rnorm(14, 2, 5), 1), ncol = 1))

# What there is no figure for, with its reason.
none <- function(fn, name, input, reason) add(fn, name, input, list(status = u("undefined"), reason = u(reason)))
story <- function(t, s, y) list(teller = u(t), side = u(s), value = u(y))
none("clusterDifference", "one side alone", list(stories = list(story("a", 0, 1), story("b", 0, 2))), "empty")
none("clusterDifference", "two tellers", list(stories = list(story("a", 0, 1), story("b", 1, 2), story("a", 1, 4))), "tooFew")
none("clusterDifference", "all the same", list(stories = list(story("a", 0, 5), story("b", 1, 5), story("c", 0, 5))), "noVariation")
none("mcnemar", "no pairs", list(both = u(0), onlyFirst = u(0), onlySecond = u(0), neither = u(0)), "empty")
none("mcnemar", "half a pair", list(both = u(1), onlyFirst = u(0.5), onlySecond = u(0), neither = u(0)), "invalidInput")
none("signFlips", "no pairs", list(differences = list()), "empty")
none("signFlips", "nothing changed", list(differences = list(list(u(0)), list(u(0)))), "noVariation")
none("signFlips", "lists of unequal length", list(differences = list(list(u(1)), list(u(1), u(2)))), "invalidInput")

writeLines(paste0("[\n", paste(sapply(cases, function(x) toJSON(x, digits = I(17), na = "null", null = "null")), collapse = ",\n"), "\n]"), "waves.json")
cat(length(cases), "\n")
