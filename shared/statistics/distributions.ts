// The tails and quantiles under the tests, on @stdlib's special functions (the only module that imports them).
// Tails are computed directly: 1 − cdf would lose every digit of a small p.
import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'
import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'
import gammainc from '@stdlib/math-base-special-gammainc'

/** P(|Z| > |z|). */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

/** The z with P(|Z| > z) = 1 − conf, so 1.96 for 0.95. */
export function normalCritical(conf: number): number {
  return Math.SQRT2 * erfcinv(1 - conf)
}

/** P(χ² > x) with df degrees of freedom: Q(df/2, x/2). */
export function chiSquareUpper(x: number, df: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  // @stdlib's gammainc is off in the third digit from about 1,000 degrees of freedom on.
  return df > 400 ? gammaUpperLarge(df / 2, x / 2) : gammainc(x / 2, df / 2, true, true)
}

/** P(|T| > |t|): I_{df/(df+t²)}(df/2, ½), from whichever side keeps its digits (DLMF 8.17.4). */
export function studentTwoSided(t: number, df: number): number {
  if (Math.abs(t) === Infinity) return 0
  if (df === 1) return 2 / Math.PI * Math.atan2(1, Math.abs(t))
  const square = t * t
  return betaUpperPair(square / (df + square), df / (df + square), 0.5, df / 2)
}

/** P(F > f): I_{d2/(d2+d1·f)}(d2/2, d1/2). */
export function fisherUpper(f: number, df1: number, df2: number): number {
  if (f === Infinity) return 0
  if (f <= 0) return 1
  const scaled = df1 * f
  return betaUpperPair(scaled / (df2 + scaled), df2 / (df2 + scaled), df1 / 2, df2 / 2)
}

/** The t with P(|T| > t) = 1 − conf. */
export function studentCritical(conf: number, df: number): number {
  const p = 1 - conf
  if (p <= 0) return Infinity
  // Of the two parts of the same beta the smaller is inverted, so that neither is found as 1 − something near 1.
  const small = betaincinv(p, df / 2, 0.5)
  const start = small < 0.5
    ? Math.sqrt(df * (1 - small) / small)
    : Math.sqrt(df * ratio(betaincinv(conf, 0.5, df / 2)))
  return polish(start, t => studentTwoSided(t, df), p)
}

/** The x with I_x(a, b) = p, 0 ≤ p ≤ 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b)
}

/** P(X ≤ k) of n fair coins: I_½(n − k, k + 1), DLMF 8.17.5. */
export function binomialTail(k: number, n: number): number {
  return k >= n ? 1 : betainc(0.5, n - k, k + 1, true, false)
}

/** Q(a, x) for a large: series below a + 1 (DLMF 8.7.1), continued fraction above (8.9.2, modified Lentz). */
function gammaUpperLarge(a: number, x: number): number {
  const front = gammaFront(a, x)
  if (x < a + 1) {
    let term = 1
    let total = 1
    for (let k = 1; term > total * 1e-17; k++) total += term *= x / (a + k)
    return 1 - front * total / a
  }
  let fraction = x + 1 - a
  let up = fraction
  let down = 0
  for (let k = 1; k < 100_000; k++) {
    const top = k * (a - k)
    const bottom = x + 2 * k + 1 - a
    down = 1 / (bottom + top * down)
    up = bottom + top / up
    const factor = up * down
    fraction *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return front / fraction
}

/** xᵃ·e⁻ˣ/Γ(a) for a large, from Stirling's series (DLMF 5.11.1) around x = a, so that no large logarithms cancel. */
function gammaFront(a: number, x: number): number {
  const stirling = 1 / (12 * a) - 1 / (360 * a ** 3) + 1 / (1260 * a ** 5)
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-a * excessOverLog((x - a) / a) - stirling)
}

/** u − ln(1 + u), by its own series near 0 where the difference would lose its digits. */
function excessOverLog(u: number): number {
  if (Math.abs(u) > 0.1) return u - Math.log1p(u)
  let total = 0
  let power = u
  for (let k = 2; k < 30; k++) total += (power *= -u) / k
  return -total
}

function ratio(x: number): number {
  return x / (1 - x)
}

/** 1 − I_x(a, b) with 1 − x given apart: for x near 1 the difference would have lost its digits. */
function betaUpperPair(x: number, rest: number, a: number, b: number): number {
  return x <= 0.5 ? betainc(x, a, b, true, true) : betainc(rest, b, a, true, false)
}

/** Two secant steps on the logarithm of a falling tail: takes a quantile from ten digits to fifteen. */
function polish(start: number, tail: (at: number) => number, wanted: number): number {
  let at = start
  for (let round = 0; round < 2; round++) {
    const step = at * 1e-5
    const slope = (Math.log(tail(at + step)) - Math.log(tail(at - step))) / (2 * step)
    const next = at - (Math.log(tail(at)) - Math.log(wanted)) / slope
    if (!Number.isFinite(next) || next <= 0) return at
    at = next
  }
  return at
}
