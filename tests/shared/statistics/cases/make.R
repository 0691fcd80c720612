# Makes ranks.json beside it: rank tests, analysis of variance and correlations by R's own functions and coin.
# Run `Rscript make.R` in this folder; the seed is fixed, so the file comes out the same.
suppressMessages({ library(jsonlite); library(coin) })
set.seed(20260106, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
cases <- list()
u <- unbox
num <- function(x) if (is.null(x) || is.na(x)) NULL else if (is.infinite(x)) u(if (x > 0) "Infinity" else "-Infinity") else u(as.numeric(x))
add <- function(fn, name, input, expected, tolerance = NULL) {
  one <- list(`function` = u(fn), name = u(name), input = input, expected = expected)
  if (!is.null(tolerance)) one$tolerance <- u(tolerance)
  cases[[length(cases) + 1]] <<- one
}
none <- function(reason) list(status = u("undefined"), reason = u(reason))

mw <- function(x, y) {
  x0 <- x[!is.na(x)]; y0 <- y[!is.na(y)]
  if (!length(x0) || !length(y0)) return(none("empty"))
  if (length(unique(c(x0, y0))) == 1) return(none("noVariation"))
  nx <- length(x0); ny <- length(y0); n <- nx + ny
  w <- suppressWarnings(wilcox.test(x0, y0, exact = FALSE, correct = FALSE))
  wc <- suppressWarnings(wilcox.test(x0, y0, exact = FALSE, correct = TRUE))
  ux <- unname(w$statistic)
  ties <- table(c(x0, y0))
  sd <- sqrt(nx * ny / 12 * (n + 1 - sum(ties^3 - ties) / (n * (n - 1))))
  z <- (ux - nx * ny / 2) / sd
  cc <- ux - nx * ny / 2
  zcc <- if (abs(cc) <= .5) 0 else (cc - sign(cc) * .5) / sd
  pcc <- if (abs(cc) <= .5) 1 else wc$p.value
  exact <- NULL
  if (n <= 60) {
    g <- factor(c(rep("x", nx), rep("y", ny)), levels = c("x", "y"))
    if (choose(n, nx) <= 5000) {
      # coin cannot take a single value a side; small cases are walked through.
      r <- rank(c(x0, y0)); all <- combn(n, nx, function(i) sum(r[i])); m <- nx * (n + 1) / 2
      exact <- mean(abs(all - m) >= abs(sum(r[1:nx]) - m) - 1e-9)
    } else exact <- pvalue(wilcox_test(c(x0, y0) ~ g, distribution = exact(algorithm = "shift")))
  }
  list(nX = u(nx), nY = u(ny), uX = num(ux), uY = num(nx * ny - ux), z = num(z), zCc = num(zcc), pNormal = num(w$p.value), pNormalCc = num(pcc),
       pExact = if (is.null(exact)) NULL else num(exact), medianX = num(median(x0)), medianY = num(median(y0)),
       cles = num(ux / (nx * ny)), rankBiserial = num(2 * ux / (nx * ny) - 1))
}
kw <- function(groups) {
  g <- Filter(length, lapply(groups, function(v) v[!is.na(v)]))
  if (!length(g)) return(none("empty"))
  if (length(g) < 2) return(none("oneCategory"))
  v <- unlist(g); if (length(unique(v)) == 1) return(none("noVariation"))
  t <- kruskal.test(g); n <- length(v); k <- length(g); h <- unname(t$statistic)
  list(n = u(n), k = u(k), h = num(h), df = u(k - 1), p = num(t$p.value), epsilonSquared = num(h / (n - 1)),
       etaSquaredH = if (n > k) num((h - k + 1) / (n - k)) else NULL)
}
av <- function(groups) {
  g <- Filter(length, lapply(groups, function(v) v[!is.na(v)]))
  if (!length(g)) return(none("empty"))
  if (length(g) < 2) return(none("oneCategory"))
  n <- length(unlist(g)); k <- length(g)
  if (n == k) return(none("tooFew"))
  if (all(sapply(g, function(v) length(unique(v)) == 1))) return(none("noVariation"))
  d <- data.frame(v = unlist(g), g = factor(rep(seq_along(g), lengths(g))))
  a <- summary(aov(v ~ g, d))[[1]]
  ssb <- a[["Sum Sq"]][1]; ssw <- a[["Sum Sq"]][2]; msw <- a[["Mean Sq"]][2]
  out <- list(n = u(n), k = u(k), ssBetween = num(ssb), ssWithin = num(ssw), dfBetween = u(k - 1), dfWithin = u(n - k),
              f = num(a[["F value"]][1]), p = num(a[["Pr(>F)"]][1]), etaSquared = num(ssb / (ssb + ssw)),
              omegaSquared = num(max(0, (ssb - (k - 1) * msw) / (ssb + ssw + msw))))
  if (all(sapply(g, function(v) length(unique(v)) > 1))) {
    w <- oneway.test(v ~ g, d)
    c(out, list(welchF = num(w$statistic), welchDf1 = num(w$parameter[1]), welchDf2 = num(w$parameter[2]), welchP = num(w$p.value)))
  } else c(out, list(welchF = NULL, welchDf1 = NULL, welchDf2 = NULL, welchP = NULL))
}
pairs0 <- function(x, y) { k <- !is.na(x) & !is.na(y); list(x = x[k], y = y[k]) }
pearson <- function(x, y, conf) {
  d <- pairs0(x, y); n <- length(d$x)
  if (n == 0) return(none("empty")); if (n < 3) return(none("tooFew"))
  if (length(unique(d$x)) == 1 || length(unique(d$y)) == 1) return(none("noVariation"))
  t <- cor.test(d$x, d$y, conf.level = conf)
  list(n = u(n), r = num(t$estimate), t = num(t$statistic), df = num(t$parameter), p = num(t$p.value),
       ciLow = if (n > 3) num(t$conf.int[1]) else NULL, ciHigh = if (n > 3) num(t$conf.int[2]) else NULL)
}
spearman <- function(x, y) {
  d <- pairs0(x, y); n <- length(d$x)
  if (n == 0) return(none("empty")); if (n < 3) return(none("tooFew"))
  if (length(unique(d$x)) == 1 || length(unique(d$y)) == 1) return(none("noVariation"))
  t <- cor.test(rank(d$x), rank(d$y))
  ties <- anyDuplicated(d$x) || anyDuplicated(d$y)
  exact <- if (n <= 8 && !ties) cor.test(d$x, d$y, method = "spearman", exact = TRUE)$p.value else NULL
  list(n = u(n), rho = num(t$estimate), t = num(t$statistic), df = num(t$parameter), pT = num(t$p.value), pExact = if (is.null(exact)) NULL else num(exact))
}
kendall <- function(x, y) {
  d <- pairs0(x, y); n <- length(d$x)
  if (n == 0) return(none("empty")); if (n < 2) return(none("tooFew"))
  if (length(unique(d$x)) == 1 || length(unique(d$y)) == 1) return(none("noVariation"))
  ties <- anyDuplicated(d$x) || anyDuplicated(d$y)
  a <- suppressWarnings(cor.test(d$x, d$y, method = "kendall", exact = FALSE))
  exact <- if (n < 50 && !ties) cor.test(d$x, d$y, method = "kendall", exact = TRUE)$p.value else NULL
  # R gives no z for two pairs (0/0 in a term that is absent without ties): S = ±1 over a variance of 1.
  z <- if (n == 2) unname(a$estimate) else unname(a$statistic)
  list(n = u(n), tauB = num(a$estimate), z = num(z), pNormal = num(2 * pnorm(-abs(z))), pExact = if (is.null(exact)) NULL else num(exact))
}
pb <- function(g, v) {
  d <- pairs0(g, v); n <- length(d$x)
  if (n == 0) return(none("empty")); if (n < 3) return(none("tooFew"))
  if (length(unique(d$x)) == 1) return(none("oneCategory")); if (length(unique(d$y)) == 1) return(none("noVariation"))
  t <- cor.test(d$x, d$y)
  list(n = u(n), n1 = u(sum(d$x == 1)), n0 = u(sum(d$x == 0)), mean1 = num(mean(d$y[d$x == 1])), mean0 = num(mean(d$y[d$x == 0])),
       rPb = num(t$estimate), t = num(t$statistic), df = num(t$parameter), p = num(t$p.value))
}

two <- list(
  small = list(c(1, 4, 7), c(2, 3, 9, 11)), ties = list(c(1, 2, 2, 5, 5), c(2, 5, 5, 6, 7, 8)), `n=1 v 1` = list(3, 8), `n=1 v 3` = list(5, c(1, 2, 9)),
  separated = list(1:8, 11:20), constant = list(c(4, 4), c(4, 4, 4)), empty = list(numeric(0), 1:3), missing = list(c(1, NA, 3), c(NA, 2, 5, 6)),
  `U at its mean` = list(c(1, 4), c(2, 3)), likert = list(sample(1:5, 25, TRUE), sample(1:5, 30, TRUE, c(1, 1, 2, 3, 4))),
  `sixty values` = list(round(rnorm(29, 50, 20)), round(rnorm(31, 60, 20))), `sixty-one values` = list(round(rnorm(30, 50, 20)), round(rnorm(31, 60, 20))),
  many = list(round(runif(150, 0, 100)), round(runif(170, 5, 100))))
for (k in 1:6) two[[paste("random", k)]] <- list(round(rnorm(sample(2:20, 1), 50, 20), sample(0:1, 1)), round(rnorm(sample(2:20, 1), 60, 25), sample(0:1, 1)))
for (name in names(two)) add("mannWhitney", name, list(x = two[[name]][[1]], y = two[[name]][[2]]), mw(two[[name]][[1]], two[[name]][[2]]))

several <- list(
  three = list(c(1, 5, 9), c(2, 6, 14), c(11, 13, 16, 20)), ties = list(c(1, 1, 2), c(2, 2, 3), c(3, 3, 3, 1)), `an empty one` = list(c(1, 2, 5), numeric(0), c(3, 9)),
  `one left` = list(c(1, 2), c(NA, NA)), none = list(), constant = list(c(2, 2), c(2, 2)), `constant inside each` = list(c(2, 2), c(3, 3)),
  `one value each` = list(1, 5, 9), `one with a single value` = list(7, c(1, 2, 4), c(5, 9, 8)), `one without spread` = list(c(4, 4, 4), c(1, 2, 9)),
  missing = list(c(1, NA, 3), c(NA, 2, 5, 6)), `far apart` = list(1:6, 101:106, 201:206))
for (k in 1:5) several[[paste("random", k)]] <- lapply(1:sample(2:6, 1), function(i) round(rnorm(sample(3:25, 1), 50 + 5 * i, 10 + 3 * i), 1))
for (name in names(several)) {
  add("kruskalWallis", name, list(groups = several[[name]]), kw(several[[name]]))
  add("anovaOneway", name, list(groups = several[[name]]), av(several[[name]]))
}

xy <- list(
  `three pairs` = list(c(1, 2, 4), c(3, 9, 5)), `two pairs` = list(c(1, 2), c(5, 3)), `one pair` = list(1, 2), empty = list(numeric(0), numeric(0)),
  constant = list(c(1, 2, 3, 4), c(7, 7, 7, 7)), missing = list(c(1, NA, 3, 4, 5, 8), c(2, 2, NA, 9, 4, 6)), ties = list(c(1, 1, 2, 3, 3, 5), c(2, 1, 1, 4, 4, 4)),
  `eight without ties` = list(c(3, 1, 4, 15, 9, 2, 6, 5), c(2, 7, 1, 8, 28, 18, 4, 5)), `rho 0` = list(c(1, 2, 3, 4), c(2, 4, 1, 3)),
  reversed = list(c(1, 2, 3, 5, 9), c(9.5, 7, 6.2, 4, 1)), `nearly a line` = list(1:12, 1:12 + c(1e-4, -1e-4)), large = list(1e8 + c(1, 4, 2, 8, 5), c(2, 5, 1, 9, 9)))
for (k in 1:6) { n <- c(5, 7, 8, 20, 49, 120)[k]; x <- round(runif(n, 0, 100), k %% 2); xy[[paste("random", k)]] <- list(x, round(x * runif(1, -1, 1) + rnorm(n, 50, 30), 2)) }
for (name in names(xy)) {
  x <- xy[[name]][[1]]; y <- xy[[name]][[2]]; conf <- if (nchar(name) %% 2) 0.95 else 0.9
  # R forms 1 − r² by subtraction, which leaves 1e-8 of relative error on t for a nearly perfect line.
  add("correlationPearson", name, list(x = x, y = y, conf = u(conf)), pearson(x, y, conf), if (name == "nearly a line") 1e-5)
  add("correlationSpearman", name, list(x = x, y = y), spearman(x, y), if (name %in% c("reversed", "nearly a line")) 1)
  add("correlationKendall", name, list(x = x, y = y), kendall(x, y))
}
gv <- list(small = list(c(1, 0, 1, 0, 1), c(5, 2, 7, 3, 3)), missing = list(c(1, NA, 0, 0, 1), c(4, 4, NA, 2, 9)), `one group` = list(c(1, 1, 1), c(1, 2, 3)),
  constant = list(c(0, 1, 1), c(5, 5, 5)), `two pairs` = list(c(0, 1), c(5, 6)), random = list(rbinom(40, 1, .3), round(rnorm(40, 50, 20))))
for (name in names(gv)) add("pointBiserial", name, list(group = gv[[name]][[1]], values = gv[[name]][[2]]), pb(gv[[name]][[1]], gv[[name]][[2]]))

# Perfect lines exactly, where R's own t is only very large.
line <- list(status = u("ok"), n = u(4), r = u(1), t = u("Infinity"), df = u(2), p = u(0), ciLow = u(1), ciHigh = u(1))
cases <- Filter(function(x) !(x$`function` == "correlationSpearman" && x$name %in% c("reversed", "nearly a line")), cases)
add("correlationPearson", "perfect line", list(x = c(1, 2, 3, 4), y = c(10, 20, 30, 40)), line)
line$r <- u(-1); line$t <- u("-Infinity"); line$ciLow <- u(-1); line$ciHigh <- u(-1)
add("correlationPearson", "perfect line down", list(x = c(1, 2, 3, 4), y = c(0.4, 0.3, 0.2, 0.1)), line)
rho <- list(status = u("ok"), n = u(5), rho = u(-1), t = u("-Infinity"), df = u(3), pT = u(0), pExact = u(2 / 120))
add("correlationSpearman", "reversed", list(x = c(1, 2, 3, 5, 9), y = c(9.5, 7, 6.2, 4, 1)), rho)

writeLines(paste0("[\n", paste(sapply(cases, function(x) toJSON(x, digits = I(17), na = "null", null = "null")), collapse = ",\n"), "\n]"), "ranks.json")
cat(R.version.string, "coin", as.character(packageVersion("coin")), length(cases), "cases\n")
