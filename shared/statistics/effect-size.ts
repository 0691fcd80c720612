// The bias correction that turns Cohen's d into Hedges' g.

/**
 * J = Γ(m/2)/(√(m/2)·Γ((m − 1)/2)), Hedges 1981, for m whole degrees of freedom; null at m = 1, where d has no mean to correct.
 * The ratio of gammas climbs two at a time from its closed form at 2 and 3, so no large factorials meet.
 */
export function hedgesCorrection(m: number): number | null {
  if (m < 2) return null
  let ratio = m % 2 === 0 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2
  for (let at = m % 2 === 0 ? 2 : 3; at < m; at += 2) ratio *= at / (at - 1)
  return ratio / Math.sqrt(m / 2)
}

export function hedges(d: number, m: number): number | null {
  const correction = hedgesCorrection(m)
  return correction === null ? null : d * correction
}
