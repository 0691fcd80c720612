// Rules of themes: everyone who codes develops them together; a verdict is each coder's own.
import type { Id } from '../../shared/domain/ids.ts'
import { freshColour } from '../../shared/domain/fresh-colour.ts'
import { sameName } from '../../shared/domain/names.ts'
import { Refusal } from '../../shared/errors.ts'
import type { Side, Target } from '../../shared/contract/theme.ts'
import { findCode } from '../../db/codes.ts'
import { findCoding } from '../../db/codings.ts'
import { findMemo } from '../../db/memos.ts'
import { hiddenFromViewer } from '../../db/log.ts'
import { readFields } from '../../db/rows.ts'
import { findStory } from '../../db/stories.ts'
import { evidenceForPaper, listThemeFragments, readEvidence } from '../../db/theme-evidence.ts'
import { listThemeStories } from '../../db/theme-stories.ts'
import { findPart, findTheme, listPartsOfCode, listPlaces, listThemeRows, listThemes, partId, targetOf, verdictId, type PartRow } from '../../db/themes.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'

export const themeReads: ReadHandlers<'theme.list' | 'theme.names' | 'theme.fragments' | 'theme.evidence' | 'theme.paper' | 'theme.stories'> = {
  'theme.list': ({ store, viewer }) => listThemes(store, viewer),
  'theme.names': ({ store }) => listThemeRows(store).map(({ id, name, colour }) => ({ id, name, colour })),
  'theme.fragments': ({ store, viewer }, asked) => listThemeFragments(store, viewer, asked),
  'theme.evidence': ({ store, viewer }, { theme, layer, mode }) => {
    mustFind(store, theme)
    return readEvidence(store, viewer, theme, layer, mode)
  },
  'theme.paper': ({ store, viewer }, { theme, mode }) => {
    mustFind(store, theme)
    return evidenceForPaper(store, viewer, theme, mode)
  },
  'theme.stories': ({ store, viewer }, asked) => listThemeStories(store, viewer, asked)
}

type Writes = 'theme.create' | 'theme.change' | 'theme.move' | 'theme.remove' | 'theme.place' | 'theme.turn' | 'theme.take' | 'theme.judge'
export const themeWrites: WriteHandlers<Writes> = {
  'theme.create': (context, { id, name, concept, colour, codes }) => {
    const { store, write } = context
    if (findTheme(store, id)) return null // a retry of the same call
    refuseSameName(store, name, id)
    const themes = listThemeRows(store)
    write.insert('theme.created', 'theme', id, {
      name, concept, inside: '', outside: '', tensions: '', counter: '', phase: 'themes', colour: colour ?? freshColour(themes), position: (themes.at(-1)?.position ?? 0) + 1, removed: false
    })
    if (codes.length > 0) place(context, id, codes.map((code) => ({ code })), 'supports', null)
    return null
  },
  'theme.change': ({ store, write }, { theme, ...patch }) => {
    mustFind(store, theme)
    if (patch.name !== undefined) refuseSameName(store, patch.name, theme)
    write.change('theme.changed', 'theme', theme, patch)
    return null
  },
  'theme.move': ({ store, write }, { theme, before }) => {
    mustFind(store, theme)
    write.change('theme.moved', 'theme', theme, { position: positions(listThemeRows(store).filter(({ id }) => id !== theme), before, 1)[0]! })
    return null
  },
  'theme.remove': ({ store, write }, { theme }) => {
    mustFind(store, theme)
    for (const { id } of listPlaces(store, theme)) write.change('part.removed', 'theme_part', id, { removed: true })
    write.change('theme.removed', 'theme', theme, { removed: true })
    write.actIs('theme.removed')
    return null
  },
  'theme.place': (context, { theme, targets, side, from, before }) => {
    const { store, write } = context
    mustFind(store, theme)
    if (from !== undefined && from !== theme) {
      for (const target of targets) {
        const part = findPart(store, partId(store, from, target))
        if (part && !part.removed) write.change('part.removed', 'theme_part', part.id, { removed: true }, storyOf(store, part.target))
      }
    }
    place(context, theme, targets, side, before)
    write.actIs('part.placed')
    return null
  },
  'theme.turn': ({ store, write, viewer }, { part, ...patch }) => {
    const row = mustFindPart(store, part, viewer)
    write.change('part.turned', 'theme_part', part, patch, storyOf(store, row.target))
    return null
  },
  'theme.take': ({ store, write, viewer }, { parts }) => {
    for (const part of parts) {
      if (findPart(store, part)?.removed) continue // a retry of the same call
      const row = mustFindPart(store, part, viewer)
      write.change('part.removed', 'theme_part', part, { removed: true }, storyOf(store, row.target))
    }
    return null
  },
  'theme.judge': ({ store, write, viewer }, { theme, on, verdict }) => {
    mustFind(store, theme)
    const isStory = 'story' in on
    if (verdict === 'against' && !isStory) throw new Refusal('invalid_input', 'theme.against_stories')
    mustBeThere(store, viewer, on)
    const id = verdictId(store, theme, on, viewer)
    const stands = readFields(store, 'theme_verdict', id, ['removed'])
    const about = storyOf(store, on)
    if (stands && verdict === null) write.change('verdict.removed', 'theme_verdict', id, { removed: true }, about)
    else if (stands) write.change('verdict.given', 'theme_verdict', id, { verdict, at: write.now, removed: false }, about)
    else if (verdict !== null) {
      write.insert('verdict.given', 'theme_verdict', id, {
        theme, coding: isStory ? null : on.coding, story: isStory ? on.story : null, coder: viewer, verdict, at: write.now, removed: false
      }, about)
    }
    return null
  }
}

/** Lays targets on a theme, in this order, before one of its parts. What lay there once is the same part again. */
function place({ store, write, viewer }: WriteContext, theme: Id, targets: readonly Target[], side: Side, before: Id | null): void {
  const ids = targets.map((target) => partId(store, theme, target))
  const spots = positions(listPlaces(store, theme).filter(({ id }) => !ids.includes(id)), before, targets.length)
  for (const [at, target] of targets.entries()) {
    mustBeThere(store, viewer, target)
    const [id, about] = [ids[at]!, storyOf(store, target)]
    const [kind, what] = targetOf(target)
    const row = findPart(store, id)
    if (!row) {
      write.insert('part.placed', 'theme_part', id, {
        theme, code: null, coding: null, memo: null, story: null, [kind]: what, side, position: spots[at]!, note: '', telling: false, coder: viewer, removed: false
      }, about)
    } else write.change('part.placed', 'theme_part', id, { side, position: spots[at]!, removed: false, ...(row.removed ? { coder: viewer } : {}) }, about)
  }
}

/** Themes go on resting on what was merged: in each theme the other code takes the place, unless it lies there already. */
export function followMerge(context: WriteContext, code: Id, into: Id): void {
  const { store, write } = context
  for (const { id, theme, side } of listPartsOfCode(store, code)) {
    const other = findPart(store, partId(store, theme, { code: into }))
    if (!other || other.removed) place(context, theme, [{ code: into }], side, id)
    write.change('part.removed', 'theme_part', id, { removed: true })
  }
}

/** So many positions between a row and the one ahead of it; behind all when `before` is null or gone. */
function positions(rows: readonly { id: Id; position: number }[], before: Id | null, count: number): number[] {
  const index = rows.findIndex(({ id }) => id === before)
  const [low, step] = index < 0
    ? [rows.at(-1)?.position ?? 0, 1]
    : [rows[index - 1]?.position ?? rows[index]!.position - count - 1, (rows[index]!.position - (rows[index - 1]?.position ?? rows[index]!.position - count - 1)) / (count + 1)]
  return Array.from({ length: count }, (_, at) => low + step * (at + 1))
}

/** The thing is there, and the viewer may see it. */
function mustBeThere(store: Store, viewer: Id, target: Target): void {
  const hidden = hiddenFromViewer(store, viewer)
  const [kind, id] = targetOf(target)
  const found = kind === 'code' ? findCode(store, id) : kind === 'coding' ? standing(store, id) : kind === 'memo' ? findMemo(store, id) : findStory(store, id, viewer)
  if (found === undefined || hidden({ entity: kind, id })) throw new Refusal('not_found', `${kind}.absent`)
}

function standing(store: Store, id: Id): object | undefined {
  const coding = findCoding(store, id)
  return coding?.removed ? undefined : coding
}

function storyOf(store: Store, target: Target): { story?: Id } {
  const [kind, id] = targetOf(target)
  if (kind === 'story') return { story: id }
  const coding = kind === 'coding' ? findCoding(store, id) : undefined
  return coding ? { story: coding.story } : {}
}

function mustFind(store: Store, id: Id): void {
  if (!findTheme(store, id)) throw new Refusal('not_found', 'theme.absent')
}

function mustFindPart(store: Store, id: Id, viewer: Id): PartRow {
  const part = findPart(store, id)
  if (!part || part.removed || hiddenFromViewer(store, viewer)({ entity: 'theme_part', id })) throw new Refusal('not_found', 'theme.part_absent')
  return part
}

function refuseSameName(store: Store, name: string, self: Id): void {
  if (listThemeRows(store).some((other) => other.id !== self && sameName(other.name, name))) throw new Refusal('conflict', 'theme.same_name', { theme: name })
}
