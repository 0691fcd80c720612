// [E1] Themes over random codings, counted a second time from the plain description: nothing of db/ is used for that.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBlob } from '../../db/ids.ts'
import { listThemeFragments, readEvidence } from '../../db/theme-evidence.ts'
import { listThemeStories } from '../../db/theme-stories.ts'
import { newId } from '../../shared/domain/ids.ts'
import { plainProject } from '../support/plain-project.ts'

const [CODERS, CODES, SIDES] = [['Anna', 'Bram', 'Samen'], ['K1', 'K2', 'K3'], ['supports', 'contradicts', 'apart']] as const
const BODY = 'abcdefghijklmnop'
const coding = fc.record({ story: fc.nat(3), coder: fc.nat(2), code: fc.nat(2), start: fc.nat(3), length: fc.integer({ min: 1, max: 2 }), removed: fc.nat(5), placed: fc.option(fc.nat(2), { freq: 4 }) })
const project = fc.record({ codings: fc.array(coding, { maxLength: 25 }), byCode: fc.array(fc.option(fc.nat(2)), { minLength: 3, maxLength: 3 }), staged: fc.nat(4) })

test('[E1] [X7] counts of a theme are those of a plain recount, and what opens behind each is as many', () => {
  fc.assert(fc.property(project, ({ codings, byCode, staged }) => {
    const { store, id, close } = plainProject({
      coders: CODERS.map((name) => ({ name, role: name === 'Samen' ? 'consensus' : 'coder' })), codes: CODES.map((name) => ({ name })), groups: ['G1', 'G2'],
      stories: [0, 1, 2, 3].map((at) => ({
        body: BODY, group: at === 3 ? undefined : at % 2 ? 'G2' : 'G1', state: at === staged ? 'staged' as const : 'live' as const,
        codings: codings.filter(({ story }) => story === at).map((one) => ({ coder: CODERS[one.coder]!, code: CODES[one.code]!, start: one.start, end: one.start + one.length, removed: one.removed === 0 }))
      }))
    })
    const theme = newId()
    store.run(`INSERT INTO theme VALUES (1, ?, 'T', '', '', '', '', '', 'themes', 1, 1, 0)`, [toBlob(theme)])
    const lay = (column: 'code' | 'coding', what: number, side: number): unknown =>
      store.run(`INSERT INTO theme_part (id, theme, ${column}, side, position, note, telling, coder, removed) VALUES (?, 1, ?, ?, 1, '', 0, 1, 0)`, [toBlob(newId()), what, SIDES[side]])
    byCode.forEach((side, at) => { if (side !== null) lay('code', store.get<{ num: number }>('SELECT num FROM code WHERE id = ?', [toBlob(id(CODES[at]!))])!.num, side) })
    const ordered = [0, 1, 2, 3].flatMap((at) => codings.filter(({ story }) => story === at)) // as they were written: coding 1, 2, 3 …
    ordered.forEach((one, at) => { if (one.placed !== null) lay('coding', at + 1, one.placed) })

    const counted = ordered.filter((one) => one.removed !== 0 && one.story !== staged && (one.placed !== null || (one.coder !== 2 && byCode[one.code] !== null)))
    const places = Map.groupBy(counted, ({ story, start, length }) => `${story}/${start}/${length}`)
    const ofPlace = [...places.values()].map((list) => {
      const among = (numbers: (number | null)[]): number | undefined => [1, 0, 2].find((side) => numbers.includes(side))
      return { story: list[0]!.story, list, side: SIDES[among(list.map(({ placed }) => placed)) ?? among(list.map(({ code }) => byCode[code]!))!]! }
    })
    const on = (side: string) => ofPlace.filter((place) => place.side === side)
    const storiesOn = (side: string) => new Set(on(side).map(({ story }) => story))
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
    close()
  }), { numRuns: 60, seed: 20261123 })
})
