// [E1] Themes over random codings, counted a second time from the plain description: nothing of db/ is used for that.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listBehind } from '../../db/crosstab-behind.ts'
import { countCrosstab } from '../../db/crosstab.ts'
import { toBlob } from '../../db/ids.ts'
import { listThemeFragments, readEvidence } from '../../db/theme-evidence.ts'
import { pickedStories } from '../../db/selections.ts'
import { listThemeStories } from '../../db/theme-stories.ts'
import { contract } from '../../shared/contract/index.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import { plainProject } from '../support/plain-project.ts'

const [CODERS, CODES, SIDES] = [['Anna', 'Bram', 'Samen'], ['K1', 'K2', 'K3'], ['supports', 'contradicts', 'apart']] as const
const BODY = 'abcdefghijklmnop'
const coding = fc.record({ story: fc.nat(3), coder: fc.nat(2), code: fc.nat(2), start: fc.nat(3), length: fc.integer({ min: 1, max: 2 }), removed: fc.nat(5), placed: fc.option(fc.nat(2), { freq: 4 }) })
const project = fc.record({ blind: fc.boolean(), codings: fc.array(coding, { maxLength: 25 }), byCode: fc.array(fc.option(fc.nat(2)), { minLength: 3, maxLength: 3 }), staged: fc.nat(4), whole: fc.subarray([0, 1, 2, 3], { maxLength: 2 }), done: fc.subarray([0, 1, 2, 3]) })

/** One place that one code brings for the theme and another against it; in the second example laid outside it by hand as well. */
const SPLIT = {
  blind: false, byCode: [0, 1, null], staged: 4, whole: [], done: [0, 1],
  codings: [0, 1].map((at) => ({ story: 0, coder: at, code: at, start: 0, length: 1, removed: 1, placed: null as number | null }))
}

test('[E1] [X1] [X2] [X3] [X7] counts of a theme, on its sheet and as a row of the cross-table, are those of a plain recount, and what opens behind each is as many, and what a filter picks', () => {
  fc.assert(fc.property(project, ({ blind, codings, byCode, staged, whole, done }) => {
    const { store, id, close } = plainProject({
      coders: CODERS.map((name) => ({ name, role: name === 'Samen' ? 'consensus' : 'coder' })), codes: CODES.map((name) => ({ name })), groups: ['G1', 'G2'],
      stories: [0, 1, 2, 3].map((at) => ({
        body: BODY, group: at === 3 ? undefined : at % 2 ? 'G2' : 'G1', state: at === staged ? 'staged' as const : 'live' as const, doneBy: done.includes(at) ? ['Bram'] : [],
        codings: codings.filter(({ story }) => story === at).map((one) => ({ coder: CODERS[one.coder]!, code: CODES[one.code]!, start: one.start, end: one.start + one.length, removed: one.removed === 0 }))
      }))
    })
    const theme = newId()
    store.run(`INSERT INTO theme VALUES (1, ?, 'T', '', '', '', '', '', 'themes', 1, 1, 0)`, [toBlob(theme)])
    const lay = (column: 'code' | 'coding' | 'story', what: number, side: number): unknown =>
      store.run(`INSERT INTO theme_part (id, theme, ${column}, side, position, note, telling, coder, removed) VALUES (?, 1, ?, ?, 1, '', 0, 1, 0)`, [toBlob(newId()), what, SIDES[side]])
    byCode.forEach((side, at) => { if (side !== null) lay('code', store.get<{ num: number }>('SELECT num FROM code WHERE id = ?', [toBlob(id(CODES[at]!))])!.num, side) })
    const ordered = [0, 1, 2, 3].flatMap((at) => codings.filter(({ story }) => story === at)) // as they were written: coding 1, 2, 3 …
    ordered.forEach((one, at) => { if (one.placed !== null) lay('coding', at + 1, one.placed) })

    for (const at of whole) lay('story', at + 1, 0)

    const counted = ordered.filter((one) => one.removed !== 0 && one.story !== staged && (one.placed !== null || (one.coder !== 2 && byCode[one.code] !== null)))
    const places = Map.groupBy(counted, ({ story, start, length }) => `${story}/${start}/${length}`)
    const ofPlace = [...places.values()].map((list) => {
      const among = (numbers: (number | null)[]): number | undefined => [1, 0, 2].find((side) => numbers.includes(side))
      return { story: list[0]!.story, list, side: SIDES[among(list.map(({ placed }) => placed)) ?? among(list.map(({ code }) => byCode[code]!))!]! }
    })
    const on = (side: string) => ofPlace.filter((place) => place.side === side)
    const storiesOn = (side: string) => new Set([...on(side).map(({ story }) => story), ...(side === 'supports' ? whole.filter((at) => at !== staged) : [])])
    const groupsOf = (side: string, group: number) => [...storiesOn(side)].filter((story) => (story === 3 ? 2 : story % 2) === group).length

    const evidence = readEvidence(store, null, theme, { is: 'all' }, 'analysis')
    expect(evidence.supports).toEqual({
      fragments: on('supports').length, codings: on('supports').flatMap(({ list }) => list).length, stories: storiesOn('supports').size,
      coders: new Set(on('supports').flatMap(({ list }) => list.map(({ coder }) => coder))).size
    })
    expect([evidence.contradicts, evidence.apart, evidence.about.n]).toEqual([{ fragments: on('contradicts').length, stories: storiesOn('contradicts').size }, on('apart').length, staged > 3 ? 4 : 3])
    for (const { group, supports, contradicts } of evidence.groups) {
      const at = group === id('G1') ? 0 : group === id('G2') ? 1 : 2
      expect([supports, contradicts]).toEqual([groupsOf('supports', at), groupsOf('contradicts', at)])
      expect(listThemeStories(store, null, { theme, layer: { is: 'all' }, only: 'supports', group, offset: 0, limit: 100 }).total).toBe(supports)
    }
    const behind = { theme, layer: { is: 'all' as const }, telling: false, doubted: false, offset: 0, limit: 100 }
    for (const side of SIDES) expect(listThemeFragments(store, null, { ...behind, side }).rows.length).toBe(on(side).length)
    for (const { coder, fragments } of evidence.coders) expect(listThemeFragments(store, null, { ...behind, side: 'supports', coder }).total).toBe(fragments)

    const live = [0, 1, 2, 3].filter((at) => at !== staged)
    const bearing = storiesOn('supports')
    const group = (at: number): string => (at === 3 ? 'unknown' : id(at % 2 ? 'G2' : 'G1'))
    for (const unit of ['story', 'fragment', 'coding'] as const) {
      const asked = { columns: { is: 'group' as const }, unit }
      const { columns, rows: [row] } = countCrosstab(store, null, contract['crosstab.table'].input.parse({ ...asked, rows: [{ theme }], tests: false }))
      const among = (stories: readonly number[]): number => {
        const places = on('supports').filter(({ story }) => stories.includes(story))
        return unit === 'story' ? stories.filter((at) => bearing.has(at)).length : unit === 'fragment' ? places.length : places.flatMap(({ list }) => list).length
      }
      expect(row!.counts).toEqual(columns.map(({ key }) => among(live.filter((at) => group(at) === key))))
      expect(row!.total).toEqual({
        count: among(live), with: bearing.size, without: live.filter((at) => !bearing.has(at) && done.includes(at)).length,
        unread: live.filter((at) => !bearing.has(at) && !done.includes(at)).length, unfinished: [...bearing].filter((at) => !done.includes(at)).length
      })
      const opened = listBehind(store, null, contract['crosstab.behind'].input.parse({ ...asked, row: { theme }, column: null }))
      expect([opened.stories, opened.fragments, opened.codings, opened.rows.flatMap(({ fragments }) => fragments).length])
        .toEqual([bearing.size, on('supports').length, on('supports').flatMap(({ list }) => list).length, on('supports').length])
    }

    // [X6] As a condition of a filter: the very stories of each cell, whoever looks, in whichever layer and unit.
    store.run('UPDATE project SET blind = ?', [blind ? 1 : 0])
    const layers: [Layer, 'story' | 'fragment' | 'coding'][] = [[{ is: 'all' }, 'story'], [{ is: 'consensus' }, 'fragment'], [{ is: 'coder', coder: id('Bram') }, 'coding']]
    for (const viewer of [null, id('Anna'), id('Bram')]) {
      for (const [layer, unit] of layers) {
        const asked = { columns: { is: 'group' as const }, layer, unit }
        const { columns, rows: [row] } = countCrosstab(store, viewer, contract['crosstab.table'].input.parse({ ...asked, rows: [{ theme }], tests: false }))
        const picked = (filter: StoryFilter) => pickedStories(store, viewer, { ...filter, layer })
        columns.forEach(({ key, face }, at) => {
          if (face.is === 'group') expect([picked({ themes: [theme], groups: [key] }).length, picked({ withoutThemes: [theme], groups: [key] }).length]).toEqual([row!.with[at], row!.without[at]])
        })
        const sides: ['with' | 'without' | 'unread', StoryFilter][] = [['with', { themes: [theme] }], ['without', { withoutThemes: [theme] }], ['unread', { not: [{ themes: [theme], layer }, { withoutThemes: [theme], layer }] }]]
        for (const [side, filter] of sides) {
          const { rows } = listBehind(store, viewer, contract['crosstab.behind'].input.parse({ ...asked, row: { theme }, column: null, side }))
          expect([viewer, layer, side, picked(filter)]).toEqual([viewer, layer, side, rows.map(({ story }) => story)])
        }
      }
    }
    expect(pickedStories(store, null, { themes: [newId()] })).toEqual([])
    close()
  }), { numRuns: 30, seed: 20261123, examples: [[SPLIT], [{ ...SPLIT, codings: SPLIT.codings.map((one, at) => (at === 1 ? { ...one, placed: 2 } : one)) }]] })
})
