// How long to wait before trying again: a quarter of a second, doubling up to five, with jitter so that windows do not knock together.

export const backoff = (attempt: number): number => Math.min(5000, 250 * 2 ** Math.min(attempt, 10)) * (0.8 + Math.random() * 0.4)

export const pause = (attempt: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, backoff(attempt)) })
