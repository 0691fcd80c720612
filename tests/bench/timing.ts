// Taking times: the same work some rounds, its median and its 95th percentile.
export type Times = { median: number; p95: number }

/** Milliseconds. The first round warms up and does not count; large work gets few rounds, but at least three. */
export async function timed(work: () => unknown, { rounds = 30, longest = 6_000 } = {}): Promise<Times> {
  await work()
  const times: number[] = []
  const until = performance.now() + longest
  while (times.length < 3 || (times.length < rounds && performance.now() < until)) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return spread(times)
}

export function spread(times: readonly number[]): Times {
  const rising = times.toSorted((a, b) => a - b)
  return { median: rising[Math.floor((rising.length - 1) / 2)]!, p95: rising[Math.min(rising.length - 1, Math.ceil(rising.length * 0.95) - 1)]! }
}

/** One round of something too long for more. */
export const once = (took: number): Times => ({ median: took, p95: took })

/** Of the import, the part that puts rows in: what bare SQL costs when the stories are in memory already. */
export const WRITING = '  writing alone'
export const QUESTIONS_ASKED = ['import', WRITING, 'open project', 'open a story', 'code × coder', 'code × signifier', '  the same, tested', 'first 50 fragments', 'a scale by group', 'stories of a rule', 'a pair compared', 'a theme’s evidence', 'two waves', '  the same, shuffled', 'index of words', 'search, first hits'] as const
export type Asked = (typeof QUESTIONS_ASKED)[number]
export type Figures = Partial<Record<Asked, Times>> & { /** Reads that a host answers in its own thread, slowest first. */ slowest?: (Times & { call: string })[] } & { /** MiB: the most this process held at once. */ peak: number }

/** Of this process, in MiB. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024
