// How often words occur, by group, and which words stand near another one more often than chance. Words of one stem are one word,
// shown in the form that occurs most.
import type { NearWord, WordCount } from '../../shared/contract/search.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { likelihoodRatio } from '../../shared/statistics/likelihood-ratio.ts'
import { toIdOrNull } from '../ids.ts'
import type { Store } from '../store.ts'
import type { SearchIndex } from './index-file.ts'
import { piecesWith, readForms, storiesCounted, storiesOfPieces } from './pieces.ts'
import { runsIn, type Query } from './query.ts'

/** Words left and right of a hit that count as near it. */
const NEAR = 5
/** Seen less often near each other, two words say nothing. */
const LEAST = 3

type Group = { id: Id | null; name: string; words: number; stories: number }

/** `isStop`: by form; such words are in the totals and not in the list. */
export function countWords(store: Store, index: SearchIndex, viewer: Id | null, { filter, limit, isStop }: { filter: StoryFilter; limit: number; isStop: (form: string) => boolean }): { groups: Group[]; words: number; rows: WordCount[] } {
  const { groups, groupOf } = readGroups(store)
  const shapes = readShapes(index)
  const formTimes = new Uint32Array(shapes.last + 1)
  // By stem: how often in each group, in how many stories, and the last story seen.
  const times = new Uint32Array((shapes.lastStem + 1) * groups.length)
  const [stories, last] = [new Uint32Array(shapes.lastStem + 1), new Int32Array(shapes.lastStem + 1)]
  let words = 0
  for (const { story, pieces } of piecesByStory(index, storiesCounted(store, filter, viewer))) {
    const group = groupOf(story)
    groups[group]!.stories++
    for (const num of pieces) {
      const forms = readForms(index, num)
      words += forms.length
      groups[group]!.words += forms.length
      for (let at = 0; at < forms.length; at++) {
        const stem = shapes.stemOf[forms[at]!]!
        formTimes[forms[at]!]!++
        times[stem * groups.length + group]!++
        if (last[stem] === story) continue
        last[stem] = story
        stories[stem]!++
      }
    }
  }
  const kept = groups.map((group, at) => ({ group, at })).filter(({ group }) => group.stories > 0)
  const timesOf = (stem: number): number[] => kept.map(({ at }) => times[stem * groups.length + at]!)
  const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0)
  const seen = [...stories.keys()].filter((stem) => stories[stem]! > 0).map((stem) => ({ stem, times: sum(timesOf(stem)) })).toSorted((a, b) => b.times - a.times || a.stem - b.stem)
  const rows: WordCount[] = []
  for (const { stem, times: all } of seen) {
    if (rows.length === limit) break
    const forms = formsOf(index, stem).filter(({ num }) => formTimes[num]! > 0).toSorted((a, b) => formTimes[b.num]! - formTimes[a.num]! || a.form.localeCompare(b.form, 'nl')).map(({ form }) => form)
    if (!isStop(forms[0]!)) rows.push({ word: forms[0]!, forms, times: all, stories: stories[stem]!, byGroup: timesOf(stem) })
  }
  return { groups: kept.map(({ group }) => group), words, rows }
}

/** By how much more often than chance, strongest first; a word counts once for each time it stands within five words of a hit. */
export function countNear(store: Store, index: SearchIndex, query: Query, viewer: Id | null, { filter, limit, isStop }: { filter: StoryFilter; limit: number; isStop: (form: string) => boolean }): { hits: number; rows: NearWord[] } {
  const shapes = readShapes(index)
  const [near, all] = [new Uint32Array(shapes.last + 1), new Uint32Array(shapes.last + 1)]
  const stories = new Map<number, Set<number>>()
  const searched = new Set(query.terms.flatMap(({ words }) => words.flatMap((word) => [...word].map((form) => shapes.stemOf[form]!))))
  const scope = storiesCounted(store, filter, viewer)
  const holding = new Set(piecesWith(index, query, scope))
  let [hits, windows, words] = [0, 0, 0]
  for (const { story, pieces } of piecesByStory(index, scope)) for (const num of pieces) {
    const forms = readForms(index, num)
    words += forms.length
    for (const form of forms) all[form]!++
    const runs = holding.has(num) ? runsIn(forms, query) : []
    hits += runs.length
    let free = 0 // a word between two hits is near once
    for (const { from, to } of runs) for (let at = Math.max(free, from - NEAR); at < Math.min(forms.length, to + NEAR); free = ++at) {
      if (at >= from && at < to) continue
      windows++
      near[forms[at]!]!++
      const stem = shapes.stemOf[forms[at]!]!
      if (!stories.has(stem)) stories.set(stem, new Set())
      stories.get(stem)!.add(story)
    }
  }
  const rows = [...stories].flatMap(([stem, told]): NearWord[] => {
    if (searched.has(stem)) return []
    const forms = formsOf(index, stem).toSorted((a, b) => all[b.num]! - all[a.num]! || a.form.localeCompare(b.form, 'nl'))
    const count = (list: Uint32Array): number => forms.reduce((sum, { num }) => sum + list[num]!, 0)
    const [here, times] = [count(near), count(all)]
    const strength = likelihoodRatio(here, windows, times - here, words - windows)
    const isMore = here / windows > (times - here) / Math.max(1, words - windows)
    return here < LEAST || !isMore || isStop(forms[0]!.form) ? [] : [{ word: forms[0]!.form, near: here, times, stories: told.size, strength }]
  }).toSorted((a, b) => b.strength - a.strength || a.word.localeCompare(b.word, 'nl')).slice(0, limit)
  return { hits, rows }
}

function* piecesByStory(index: SearchIndex, scope: ReadonlySet<number>): Generator<{ story: number; pieces: number[] }> {
  const pieces = index.kept('pieces by story', () => {
    const byStory = new Map<number, number[]>()
    storiesOfPieces(index).forEach((story, num) => { if (story > 0) byStory.set(story, [...byStory.get(story) ?? [], num]) })
    return byStory
  })
  for (const [story, nums] of pieces) if (scope.has(story)) yield { story, pieces: nums }
}

/** Stem of each form, by their numbers. */
function readShapes(index: SearchIndex): { stemOf: Uint32Array; last: number; lastStem: number } {
  return index.kept('shapes', () => {
    const last = (index.sql('SELECT max(num) FROM form', 'firsts').get() as number | null) ?? 0
    const stemOf = new Uint32Array(last + 1)
    for (const { num, stem } of index.sql('SELECT num, stem FROM form').all() as { num: number; stem: number }[]) stemOf[num] = stem
    return { stemOf, last, lastStem: stemOf.reduce((most, stem) => Math.max(most, stem), 0) }
  })
}

const formsOf = (index: SearchIndex, stem: number): { num: number; form: string }[] => index.sql('SELECT num, form FROM form WHERE stem = ?').all(stem) as { num: number; form: string }[]

/** Groups in their order, those without one last, and the place of each story's group among them. */
function readGroups(store: Store): { groups: Group[]; groupOf: (story: number) => number } {
  const rows = store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM story_group WHERE removed = 0 ORDER BY position, num')
  const place = new Map(rows.map(({ num }, at) => [num, at]))
  const groups = new Map(store.all<{ num: number; story_group: number | null }>(`SELECT num, story_group FROM story WHERE state = 'live'`).map((row) => [row.num, row.story_group]))
  return {
    groups: [...rows.map(({ id, name }): Group => ({ id: toIdOrNull(id), name, words: 0, stories: 0 })), { id: null, name: '', words: 0, stories: 0 }],
    groupOf: (story) => place.get(groups.get(story) ?? -1) ?? rows.length
  }
}
