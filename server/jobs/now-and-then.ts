// Progress told now and then: a person sees no more, and a message costs a worker more than the step it tells of.

/** Milliseconds between two. */
const EVERY = 100

/** Passes on the first of what is told, and then at most one every 100 ms. */
export function nowAndThen<T>(tell: (news: T) => void): (news: T) => void {
  let toldAt = 0
  return (news) => {
    if (Date.now() - toldAt < EVERY) return
    toldAt = Date.now()
    tell(news)
  }
}
