# Makes clusters.json and fisher-rxc.json beside it: survey's svychisq(statistic = "F") with clusters drawn with replacement, and
# R's fisher.test. Run `Rscript make_survey.R` in this folder; the seed is fixed.
suppressMessages({ library(jsonlite); library(survey) })
set.seed(20260107, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
u <- unbox
write <- function(cases, file) {
  writeLines(paste0("[\n", paste(sapply(cases, function(x) toJSON(x, digits = I(17), na = "null", null = "null")), collapse = ",\n"), "\n]"), file)
  cat(file, length(cases), "\n")
}

cases <- list()
rows <- function(d) lapply(seq_len(nrow(d)), function(i) list(u(d$cl[i]), u(d$r[i]), u(d$c[i])))
rao <- function(name, d) {
  dd <- data.frame(cl = d$cl, r = factor(d$r), c = factor(d$c))
  des <- svydesign(ids = ~cl, weights = rep(1, nrow(dd)), data = dd)
  t <- suppressWarnings(svychisq(~r + c, des, statistic = "F"))
  x <- suppressWarnings(chisq.test(table(dd$r, dd$c), correct = FALSE))
  trace <- unname(x$statistic) / unname(t$statistic)
  cases[[length(cases) + 1]] <<- list(`function` = u("raoScott"), name = u(name), input = list(rows = rows(d)), expected = list(
    n = u(nrow(dd)), nClusters = u(length(unique(dd$cl))), pearsonStatistic = u(unname(x$statistic)), pearsonP = u(x$p.value),
    meanDeff = u(trace / unname(x$parameter)), f = u(unname(t$statistic)), ndf = u(unname(t$parameter[1])), ddf = u(unname(t$parameter[2])), p = u(unname(t$p.value))))
}
for (k in 1:10) {
  clusters <- sample(c(4, 8, 20, 40, 75), 1); r <- sample(2:4, 1); c <- sample(2:5, 1)
  d <- do.call(rbind, lapply(seq_len(clusters), function(i) {
    m <- sample(1:8, 1); pr <- rgamma(r, 1.5); pc <- rgamma(c, 1.5)
    data.frame(cl = paste0("v", i), r = paste0("r", sample(r, m, TRUE, pr)), c = paste0("c", sample(c, m, TRUE, pc)))
  }))
  rao(paste("random", k), d)
}
d <- data.frame(cl = 1:40, r = sample(c("a", "b"), 40, TRUE), c = sample(c("x", "y", "z"), 40, TRUE)); rao("one fragment a cluster", d)
refuse <- function(name, rows, reason) cases[[length(cases) + 1]] <<- list(`function` = u("raoScott"), name = u(name), input = list(rows = rows), expected = list(status = u("undefined"), reason = u(reason)))
two <- data.frame(cl = c("v1", "v1", "v2", "v2"), r = c("a", "b", "a", "b"), c = c("x", "y", "y", "x"))
refuse("two clusters", rows(two), "tooFew")
refuse("no rows", list(), "empty")
refuse("one column", rows(transform(two, c = "x")), "oneCategory")
refuse("nothing complete", list(list(u("v1"), NULL, u("x"))), "empty")
write(cases, "clusters.json")

cases <- list()
tables <- list(rbind(c(3, 1, 4), c(1, 5, 9)), rbind(c(20, 35, 5, 8), c(14, 11, 13, 2), c(6, 3, 9, 21)), rbind(c(7, 6, 5, 8), c(9, 4, 7, 6), c(3, 9, 8, 6), c(8, 7, 5, 6)),
  rbind(c(2, 0, 1, 4, 3), c(1, 2, 3, 1, 0), c(0, 4, 1, 2, 2), c(3, 1, 0, 2, 5)), rbind(c(30, 20, 10), c(25, 31, 18), c(20, 22, 40)), rbind(c(100, 150, 200), c(120, 140, 180)),
  rbind(c(3, 7), c(6, 2)), rbind(c(1, 0, 0), c(0, 1, 0), c(0, 0, 1)), rbind(c(4, 0, 2), c(0, 0, 0), c(1, 0, 6)), rbind(c(2, 2, 2), c(2, 2, 2)))
for (k in 1:8) tables[[length(tables) + 1]] <- matrix(rpois(12, c(1, 3, 5)[k %% 3 + 1]), sample(c(2, 3, 4), 1), byrow = TRUE)
for (t in tables) {
  kept <- t[rowSums(t) > 0, colSums(t) > 0, drop = FALSE]
  cases[[length(cases) + 1]] <- list(`function` = u("fisherRxc"), name = u(paste(apply(t, 1, paste, collapse = " "), collapse = " / ")),
    input = list(table = t), expected = list(p = u(fisher.test(kept, workspace = 2e8)$p.value), method = u("exact")), tolerance = u(1e-6))
}
write(cases, "fisher-rxc.json")
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
