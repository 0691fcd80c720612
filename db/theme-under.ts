// The passages under a theme: what its codes bring along and what was laid on it, each place once with all codings that brought it.
import type { Side, Verdict } from '../shared/contract/theme.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { readCountedStories, type CountedStories } from './counted-stories.ts'
import { toBlob } from './ids.ts'
import { joined, readingsSeen, viewerNum, visibleStories, type Condition } from './scope.ts'
import type { Store } from './store.ts'
import { readLaid, readThemeCodings, type Laid, type ThemeCoding } from './theme-codings.ts'

/** By local numbers. start, end: UTF-16 units of the newest revision, end exclusive. */
export type Under = {
  story: number; text: number; start: number; end: number; side: Side; telling: boolean; note: string
  codings: { num: number; code: number; coder: number; placed: boolean }[]
  /** By coder: the newest verdict on any coding of this place. */
  verdicts: ReadonlyMap<number, Verdict>
}
type Brought = { sides: ReadonlyMap<number, Side>; laid: ReadonlyMap<number, Laid>; verdicts: ReadonlyMap<number, (VerdictRow & { rank: number })[]> }
const NOBODY: ReadonlyMap<number, Verdict> = new Map()

/** In reading order: story number, then place. One at a time, as there may be tens of thousands. `only`: of that story, by local number. */
export function* eachUnder(store: Store, viewer: Id | null, theme: Id, layer: Layer, stories: CountedStories = readCountedStories(store, {}, viewer), only?: number): Generator<Under> {
  const num = themeNum(store, theme)
  const laid = readLaid(store, num)
  const codings = readThemeCodings(store, viewer, num, layer, stories, laid)
  const sides = new Map(store.all<{ code: number; side: Side }>('SELECT code, side FROM theme_part WHERE theme = ? AND removed = 0 AND code IS NOT NULL', [num]).map(({ code, side }) => [code, side]))
  const verdicts = Map.groupBy(readVerdicts(store, viewer, theme, 'coding').map((row, rank) => ({ ...row, rank })), ({ on }) => on)
  for (let place = 0; place < stories.size; place++) {
    if (only !== undefined && stories.nums[place] !== only) continue
    const here = codings(place)
    for (let from = 0; from < here.length;) {
      let to = from + 1
      while (to < here.length && isSamePlace(here[to]!, here[from]!)) to++
      yield placeOf(stories.nums[place]!, here.slice(from, to), { sides, laid, verdicts })
      from = to
    }
  }
}

const isSamePlace = (a: ThemeCoding, b: ThemeCoding): boolean => a.text === b.text && a.start === b.start && a.end === b.end

/** All codings of one place. */
function placeOf(story: number, here: readonly ThemeCoding[], { sides, laid, verdicts }: Brought): Under {
  const { text, start, end } = here[0]!
  const placed = laid.size === 0 ? [] : here.flatMap(({ num }) => laid.get(num) ?? []).toSorted((a, b) => a.rank - b.rank)
  const judged = verdicts.size === 0 ? [] : here.flatMap(({ num }) => verdicts.get(num) ?? []).toSorted((a, b) => a.rank - b.rank)
  return {
    story, text, start, end, side: sideOf(placed.map(({ side }) => side)) ?? sideOf(here.map(({ code }) => sides.get(code))) ?? 'supports',
    telling: placed.some(({ telling }) => telling), note: placed.find(({ note }) => note)?.note ?? '',
    codings: here.map(({ num, code, coder }) => ({ num, code, coder, placed: laid.has(num) })),
    verdicts: judged.length === 0 ? NOBODY : new Map(judged.map(({ coder, verdict }) => [coder, verdict]))
  }
}

/** What was laid there by hand goes before what came with a code; of several that contradict, one is enough to be heard. */
const sideOf = (sides: readonly (Side | undefined)[]): Side | undefined => (['contradicts', 'supports', 'apart'] as const).find((side) => sides.includes(side))

export type VerdictRow = { on: number; coder: number; verdict: Verdict; at: number }

/**
 * Verdicts on codings, or on stories, that this viewer may see, by local numbers, the newest last; given at one time, in the order of ids.
 * Those on codings are as visible as the codings.
 */
export function readVerdicts(store: Store, viewer: Id | null, theme: Id, on: 'coding' | 'story'): VerdictRow[] {
  const seen: Condition = on === 'story' ? readingsSeen(store, viewer, 'v') : { sql: '1', parameters: {} }
  return store.all<VerdictRow>(`SELECT v.${on} AS "on", v.coder, v.verdict, v.at FROM theme_verdict v JOIN ${on} o ON o.num = v.${on} WHERE v.theme = @theme AND v.removed = 0 AND ${seen.sql} ORDER BY v.at, o.id`,
    { ...seen.parameters, theme: themeNum(store, theme) })
}

/** Whole stories that were laid on a theme, as the viewer may see them: part and side by the story's local number. */
export function readStoryParts(store: Store, viewer: Id | null, theme: Id): Map<number, { id: Buffer; side: Side }> {
  const rule = joined([visibleStories(store, viewer), readingsSeen(store, viewer, 'p')], { theme: themeNum(store, theme) })
  return new Map(store.all<{ id: Buffer; story: number; side: Side }>(
    `SELECT p.id, p.story, p.side FROM theme_part p JOIN story s ON s.num = p.story WHERE p.theme = @theme AND p.removed = 0 AND ${rule.sql}`, rule.parameters)
    .map(({ story, ...part }) => [story, part]))
}

/** Does a coder doubt it, or find that it no longer belongs? */
export const isDoubted = ({ verdicts }: Under): boolean => [...verdicts.values()].some((verdict) => verdict !== 'fits')

/** Passages on each side by the story's local number, in the order of stories. */
export type PassagesBySide = Record<'supports' | 'contradicts', Map<number, number>>

export const noPassages = (): PassagesBySide => ({ supports: new Map(), contradicts: new Map() })

export function addPassage(counted: PassagesBySide, { side, story }: Under): void {
  if (side !== 'apart') counted[side].set(story, (counted[side].get(story) ?? 0) + 1)
}

/** Stories that speak for a theme and against it, by local number: by a passage, as a whole, or (against) in a coder's judgement. */
export function storiesBySide(store: Store, viewer: Id | null, theme: Id, stories: CountedStories, passages: PassagesBySide): Record<'supports' | 'contradicts', Set<number>> {
  const parts = [...readStoryParts(store, viewer, theme)]
  const whole = (side: Side): number[] => parts.filter(([, part]) => part.side === side).map(([story]) => story)
  const against = readVerdicts(store, viewer, theme, 'story').filter(({ on, verdict }) => verdict === 'against' && stories.place[on]! >= 0).map(({ on }) => on)
  return { supports: new Set([...passages.supports.keys(), ...whole('supports')]), contradicts: new Set([...passages.contradicts.keys(), ...whole('contradicts'), ...against]) }
}

const themeNum = (store: Store, theme: Id): number => store.get<{ num: number }>('SELECT num FROM theme WHERE id = ?', [toBlob(theme)])?.num ?? -1
export const myVerdict = (store: Store, viewer: Id | null, verdicts: ReadonlyMap<number, Verdict>): Verdict | null => verdicts.get(viewerNum(store, viewer)) ?? null
