// The middle of answers that are parts of a whole: a scale is two parts (so much of the right end, the rest of the left), a triad three.

/** What a zero counts as, in per cents, in a geometric mean (Martín-Fernández 2003): half a point, as finely as a finger can place a dot. */
const ZERO_COUNTS_AS = 0.5

/**
 * Arithmetic mean and closed geometric mean (Aitchison 1986), in per cents that sum to 100. Zeros become ZERO_COUNTS_AS and the other
 * parts of that answer shrink in proportion; `zeros` says how many answers had one. Null without answers.
 * @param answers each with as many parts, 0–100, that sum to 100
 */
export function middleOf(answers: readonly (readonly number[])[]): { arithmetic: number[], geometric: number[], zeros: number, delta: number | null } | null {
  const first = answers[0]
  if (!first) return null
  const [sums, logs] = [first.map(() => 0), first.map(() => 0)]
  let zeros = 0
  for (const answer of answers) {
    const moved = answer.includes(0) ? withoutZeros(answer) : answer
    if (moved !== answer) zeros++
    for (let part = 0; part < first.length; part++) {
      sums[part]! += answer[part]!
      logs[part]! += Math.log(moved[part]!)
    }
  }
  const raw = logs.map(sum => Math.exp(sum / answers.length))
  const whole = raw.reduce((sum, part) => sum + part, 0)
  return {
    arithmetic: sums.map(sum => sum / answers.length),
    geometric: raw.map(part => part / whole * 100), zeros, delta: zeros > 0 ? ZERO_COUNTS_AS : null
  }
}

function withoutZeros(answer: readonly number[]): number[] {
  const zeros = answer.filter(part => part === 0).length
  return answer.map(part => (part === 0 ? ZERO_COUNTS_AS : part * (1 - zeros * ZERO_COUNTS_AS / 100)))
}
