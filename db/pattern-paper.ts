// A pattern for paper: the same counts, and for sharing those that fit to be told, with dots that are nobody's own.
import type { z } from 'zod'
import type { contract } from '../shared/contract/index.ts'
import type { PaperPart, PaperPattern, Pattern, PatternPart } from '../shared/contract/pattern.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release } from '../shared/domain/release.ts'
import { movedDots } from '../shared/sharing/moved-dots.ts'
import { hideSmall, hideSmallEach, LEAST, type Told } from '../shared/sharing/small-counts.ts'
import { countPattern } from './patterns.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['pattern.paper']['input']>

/** Throws a Refusal (not_found, invalid_input) as the contract says. */
export function patternForPaper(store: Store, viewer: Id | null, { signifier, split, mode }: Question): PaperPattern {
  const { about, ...pattern } = countPattern(store, viewer, { signifier, split, layer: { is: 'all' }, filter: {}, mode: 'analysis' })
  const parts = pattern.parts.map((part): PaperPart => ({
    key: part.key, face: part.face, stories: part.stories, valid: part.valid, na: part.na, blank: part.blank, counts: part.counts,
    dots: part.stones.length > 0 ? [] : part.dots, stones: part.stones.map(({ placed, x, y }) => ({ placed, x: x.mean, y: y?.mean ?? null }))
  }))
  return release({ columns: pattern.columns, parts, hides: false }, { ...about, mode }, () => {
    const hidden = hiddenParts(pattern, split !== null)
    // What is drawn: bars, or places and no counts.
    const isPlaced = parts.some(({ dots, stones }) => dots.length > 0 || stones.length > 0)
    const told = (list: readonly PaperPart[]): string => JSON.stringify(list.map(({ stories, valid, na, blank, counts, stones }) => [stories, valid, na, blank, isPlaced ? stones : counts]))
    return { columns: pattern.columns, parts: hidden, hides: told(hidden) !== told(parts) }
  })
}

function hiddenParts(pattern: Omit<Pattern, 'about'>, groups: boolean): PaperPart[] {
  const values = pattern.columns.flatMap(({ value }, at) => (value ? [at] : []))
  const rows = pattern.parts.map((part) => values.map((at) => part.counts[at]!))
  // A triangle or a field shows dots and no counts of its zones, so there none leave.
  const isPlaced = pattern.measures[0]?.is === 'share' || Boolean(pattern.parts[0]?.stones.length)
  // Where a story can stand in several columns or parts there are no sums to work back from.
  const told = isPlaced ? rows.map((row) => row.map(() => null)) : pattern.several || pattern.overlapping
    ? rows.map((row, at) => hideSmallEach(row, pattern.parts[at]!.valid, { groups }))
    : hideSmall(rows, { groups })
  return pattern.parts.map((part, at) => {
    const row: Told | null = part.valid < LEAST ? null : told[at]!
    const around = aroundOf(part)
    const placedTold = hideSmallEach(part.stones.map(({ placed }) => placed), part.valid) ?? []
    return {
      key: part.key, face: part.face, valid: row && part.valid, ...(row ? around : { stories: null, na: null, blank: null }),
      counts: pattern.columns.map((_, column) => { const value = values.indexOf(column); return value < 0 || !row ? null : row[value]! }),
      dots: row && part.stones.length === 0 ? movedDots(part.dots) : [],
      stones: part.stones.map(({ placed, x, y }, stone) => (row && placedTold[stone] !== null && placed > 0 ? { placed, x: x.mean, y: y?.mean ?? null } : { placed: row && placed === 0 ? 0 : null, x: null, y: null }))
    }
  })
}

/** How many did not answer, and why, is told when none of the reasons is a few people's; else only how many did. */
function aroundOf({ stories, valid, na, blank, notAsked, aside }: PatternPart): Pick<PaperPart, 'stories' | 'na' | 'blank'> {
  const [told] = hideSmall([[na, blank, notAsked, aside]])
  return told?.every((count) => count !== null) && !(stories - valid > 0 && stories - valid < LEAST) ? { stories, na, blank } : { stories: null, na: null, blank: null }
}
