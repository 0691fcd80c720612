// The balance report of a pack: its make-up, what is askew, and for each warning what would mend it.
import type { Advice, Balance, Card, CardFrom, Pack } from '../shared/contract/pack.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release, type Mode } from '../shared/domain/release.ts'
import { farWith, LOW, outerFrom, warningsOf, type Warning } from '../shared/session/balance.ts'
import { seededRandom, shuffle } from '../shared/statistics/random.ts'
import { toBlob } from './ids.ts'
import { dimensionsOf, knownStories, toneOf, triadsOf, valuesOf, type Known, type Made } from './pack-makeup.ts'
import { sourceRows } from './pack-source.ts'
import { isBlind, visibleCodings } from './scope.ts'
import type { Store } from './store.ts'

/** How many ways to mend are offered: one is taken, and the report is made anew. */
const OFFERED = 3

/** The pack's cards beside every story the viewer may see. Throws as release does. */
export function balanceOf(store: Store, viewer: Id | null, pack: Pack, cards: readonly Card[], mode: Mode): Balance {
  const all = knownStories(store, viewer)
  const numOf = new Map(all.map(({ id, num }) => [id, num]))
  const inPack = new Set(cards.flatMap(({ story }) => numOf.get(story) ?? []))
  const seen = new Set(all.map(({ num }) => num))
  const dimensions = dimensionsOf(store, all, inPack, pack.tone)
  const [tone, triads] = [toneOf(store, pack.tone), triadsOf(store, seen)]
  const isSeen = (num: number): boolean => seen.has(num)
  const isIn = (num: number): boolean => inPack.has(num)
  const warnings = warningsOf(dimensions, {
    stories: inPack.size, tables: pack.tables, tone: { whole: valuesOf(tone, isSeen), pack: valuesOf(tone, isIn) },
    triads: triads.map(({ far, ...triad }) => ({ ...triad, whole: valuesOf(far, isSeen), pack: valuesOf(far, isIn) })),
    lengths: { whole: all.map(({ length }) => length), pack: all.flatMap(({ num, length }) => (isIn(num) ? [length] : [])) },
    tellers: tellersOf(all, isIn), used: cards.filter(({ used }) => used.length > 0).length, oneCoder: onlyCoder(store, viewer, pack),
    method: pack.method?.is ?? 'hand', showsGroup: pack.look.group
  })
  const fits = (warning: Warning): ((story: Known) => boolean) | null => whatMends(warning, { dimensions, tone, triads, all })
  const watched = dimensions.filter((dimension) => dimension.watched)
  const others = shuffle(seededRandom((pack.method?.seed ?? 0) + pack.cards), all.filter(({ num }) => !isIn(num)))
    .map((story) => ({ story, far: farWith(watched, ({ of }) => of.get(story.num) ?? []) })).toSorted((a, b) => a.far - b.far).map(({ story }) => story)
  const drops = (warning: Warning): Id[] => whatBurdens(warning, { dimensions, cards, numOf, all })
  const advice = warnings.map((warning): Advice => ({ warning, ...offer(store, viewer, pack, others, fits(warning)), drop: drops(warning) }))
  return release({ stories: inPack.size, dimensions: dimensions.map(({ kind, signifier, name, whole, pack: some, categories, watched }) => ({ kind, signifier, name, whole, pack: some, categories, watched })), advice }, { n: all.length, layer: pack.source?.layer ?? { is: 'all' }, viewer, mode, blind: isBlind(store) })
}

function tellersOf(all: readonly Known[], isIn: (num: number) => boolean): { most: number; known: number } {
  const told = all.filter(({ num, teller }) => isIn(num) && teller !== null)
  return { most: Math.max(0, ...[...Map.groupBy(told, ({ teller }) => teller).values()].map(({ length }) => length)), known: told.length }
}

/** As the viewer may see it: the name of the one coder whose codings made all of a pack of fragments, where others coded in the project too. */
function onlyCoder(store: Store, viewer: Id | null, pack: Pack): string | null {
  if (pack.source?.form !== 'fragment' || pack.source.codes.length === 0) return null
  if (pack.source.layer.is === 'consensus') return null
  const seen = visibleCodings(store, viewer)
  const names = store.all<{ name: string }>(
    `SELECT DISTINCT k.name FROM card d JOIN coding c ON c.text = d.text AND c.at_start < d."end" AND d.start < c.at_end JOIN code o ON o.num = c.code JOIN coder k ON k.num = c.coder
     WHERE d.pack = (SELECT num FROM pack WHERE id = @pack) AND d.removed = 0 AND o.id IN (SELECT unhex(value) FROM json_each(@codes)) AND ${seen.sql}`,
    { ...seen.parameters, pack: toBlob(pack.id), codes: JSON.stringify(pack.source.codes.map((id) => toBlob(id).toString('hex'))) })
  const others = store.get<{ n: number }>(`SELECT count(DISTINCT c.coder) AS n FROM coding c WHERE ${seen.sql}`, seen.parameters)!.n
  return names.length === 1 && others > 1 ? names[0]!.name : null
}

type Seen = { dimensions: readonly Made[]; tone: ReadonlyMap<number, number>; triads: readonly { signifier: Id; far: ReadonlyMap<number, number> }[]; all: readonly Known[] }

/** Which stories would mend it; null when adding mends nothing. */
function whatMends(warning: Warning, { dimensions, tone, triads, all }: Seen): ((story: Known) => boolean) | null {
  const score = (holds: (value: number) => boolean) => ({ num }: Known): boolean => tone.has(num) && holds(tone.get(num)!)
  switch (warning.is) {
    case 'off': case 'absent': {
      const { of, categories, whole, pack } = dimensions[warning.dimension]!
      const category = categories[warning.category]!
      return category.pack / Math.max(1, pack) < category.whole / whole ? ({ num }) => of.get(num)?.includes(category.key) ?? false : null
    }
    case 'onlyPositive': return score((value) => value < 50)
    case 'onlyNegative': return score((value) => value > 50)
    case 'noLow': return score((value) => value <= LOW)
    case 'noOutlier': {
      const far = triads.find(({ signifier }) => signifier === warning.signifier)!.far
      const from = outerFrom(valuesOf(far, (num) => all.some((story) => story.num === num))) ?? Infinity
      return ({ num }) => (far.get(num) ?? 0) >= from
    }
    case 'tooFew': return () => true
    default: return null
  }
}

/** Which cards stand in the way. */
function whatBurdens(warning: Warning, { dimensions, cards, numOf, all }: Pick<Seen, 'dimensions' | 'all'> & { cards: readonly Card[]; numOf: ReadonlyMap<Id, number> }): Id[] {
  const those = (holds: (card: Card, num: number) => boolean): Id[] => cards.filter((card) => holds(card, numOf.get(card.story)!)).map(({ id }) => id)
  if (warning.is === 'used') return those(({ used }) => used.length > 0)
  if (warning.is === 'long') return cards.toSorted((a, b) => b.told.length - a.told.length).slice(0, OFFERED).map(({ id }) => id)
  if (warning.is === 'oneTeller') {
    const tellerOf = new Map(all.map(({ num, teller }) => [num, teller]))
    const [most] = [...Map.groupBy(cards.filter(({ story }) => tellerOf.get(numOf.get(story)!) != null), ({ story }) => tellerOf.get(numOf.get(story)!)).values()].toSorted((a, b) => b.length - a.length)
    return (most ?? []).map(({ id }) => id)
  }
  if (warning.is !== 'off') return []
  const { of, categories, whole, pack } = dimensions[warning.dimension]!
  const category = categories[warning.category]!
  return category.pack / pack > category.whole / whole ? those((_, num) => of.get(num)?.includes(category.key) ?? false) : []
}

/** Up to three from the pack's own source, else from the other stories. `others` in the order they are taken: what brings the pack nearest to the whole set first. */
function offer(store: Store, viewer: Id | null, pack: Pack, others: readonly Known[], fits: ((story: Known) => boolean) | null): { add: CardFrom[]; outside: boolean } {
  if (!fits) return { add: [], outside: false }
  const fitting = others.filter(fits)
  const rows = pack.source ? Map.groupBy(sourceRows(store, viewer, pack.source, { is: 'hand', seed: 0, by: null, measures: [] }), ({ num }) => num) : new Map<number, { from: CardFrom }[]>()
  const own = fitting.flatMap(({ num }) => rows.get(num)?.slice(0, 1) ?? [])
  if (own.length > 0) return { add: own.slice(0, OFFERED).map(({ from }) => from), outside: false }
  return { add: fitting.slice(0, OFFERED).map(({ id }) => ({ is: 'story', story: id })), outside: true }
}
