// Two people corrected the same words apart from each other: both corrections in one text, as far as they do not touch.
import { diffTexts, type Edit } from './differences.ts'

export interface Merged {
  /** Theirs, with mine brought in. Where both changed the same words, mine stand. */
  body: string
  /** Places where both changed the same words in different ways, as each has them. */
  both: { mine: string, theirs: string }[]
}

interface Change { at: number, removed: number, words: string }

/** `base`: what both began with. */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  const all = [...changes(base, mine).map(change => ({ ...change, isMine: true })), ...changes(base, theirs).map(change => ({ ...change, isMine: false }))]
    .sort((one, other) => one.at - other.at || one.removed - other.removed)
  const merged: Merged = { body: '', both: [] }
  let from = 0
  for (let next = 0; next < all.length;) {
    const group = [all[next]!]
    let end = group[0]!.at + group[0]!.removed
    // What touches belongs together: there one must choose.
    while (++next < all.length && all[next]!.at <= end) {
      group.push(all[next]!)
      end = Math.max(end, all[next]!.at + all[next]!.removed)
    }
    const start = group[0]!.at
    const [me, them] = [true, false].map(isMine => rewritten(base, start, end, group.filter(each => each.isMine === isMine))) as [string, string]
    const was = base.slice(start, end)
    if (me !== them && me !== was && them !== was) merged.both.push({ mine: me, theirs: them })
    merged.body += base.slice(from, start) + (me === was ? them : me)
    from = end
  }
  merged.body += base.slice(from)
  return merged
}

function changes(before: string, after: string): Change[] {
  let shift = 0
  return diffTexts(before, after).map(({ at, removed, inserted }: Edit) => {
    const words = after.slice(at + shift, at + shift + inserted)
    shift += inserted - removed
    return { at, removed, words }
  })
}

/** A stretch of the base after some changes in it. */
function rewritten(base: string, start: number, end: number, list: readonly Change[]): string {
  let [words, from] = ['', start]
  for (const { at, removed, words: come } of list) {
    words += base.slice(from, at) + come
    from = at + removed
  }
  return words + base.slice(from, end)
}
