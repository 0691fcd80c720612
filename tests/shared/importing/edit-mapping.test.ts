// Changing a mapping by hand: every role and every kind, and whatever is done, it fits itself.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { askAs, changeSignifier, columnsOf, holdNa, kindsFor, sameQuestion, setRole } from '../../../shared/importing/edit-mapping.ts'
import { headingsOf } from '../../../shared/importing/headings.ts'
import type { Mapping } from '../../../shared/importing/mapping.ts'
import { proposeMapping } from '../../../shared/importing/propose.ts'
import { checkMapping } from '../../../shared/importing/read-mapping.ts'
import { SignifierKind } from '../../../shared/domain/signifier.ts'
import { createStager } from '../../../shared/importing/stage.ts'

const names = ['nr', 'verhaal', 'tekst 2', 'wijk', 'anders, namelijk', 'score', 'Plan: gezin', 'Plan: werker', 'Plan: netwerk', 'Plan: n.v.t.', 'Klik x', 'Klik y', 'Steun a', 'Steun b', 'dag', 'mag', 'wie', 'mail']
const rows = Array.from({ length: 8 }, (_, i) => [
  String(i), `Verhaal ${i}: er was eens een dag waarop alles anders liep dan gedacht.`, `Nog iets ${i}`, ['Oost', 'West'][i % 2]!, i === 3 ? 'op de boot' : '', String(i * 12), '20', String(30 + i), String(50 - i), '', String(i * 10), '40', i % 2 ? 'x' : '', 'x', `0${i + 1}-03-2024`, i ? 'ja' : 'nee', 'A; B', 'a@b.nl'
])
const head = { file: 'f.csv', format: 'csv' as const, sheets: [], sheet: null, delimiter: ';' as const, encoding: 'utf-8' as const, headerRows: [names], headings: headingsOf([names]), sample: rows.map((cells, i) => ({ row: i + 2, cells })), sampleIsAll: true }
const start = proposeMapping(head).mapping

const role = (mapping: Mapping, column: string) => mapping.columns.find((c) => c.column === column)!.role
const signifier = (mapping: Mapping, key: string) => mapping.signifiers.find((s) => s.key === key)

describe('roles', () => {
  test('a single role moves, its details are guessed', () => {
    const moved = setRole(start, head, 'tekst 2', 'storyText')
    expect([role(moved, 'tekst 2'), role(moved, 'verhaal')]).toEqual(['storyText', 'ignore'])
    expect(setRole(start, head, 'dag', 'collectedOn').columns.find((c) => c.column === 'dag')).toEqual({ column: 'dag', role: 'collectedOn', date: 'd-m-y' })
    expect(setRole(start, head, 'mag', 'consent').columns.find((c) => c.column === 'mag')).toEqual({ column: 'mag', role: 'consent', yes: ['ja'] })
    expect(setRole(start, head, 'mail', 'drop').columns.find((c) => c.column === 'mail')).toEqual({ column: 'mail', role: 'drop', reason: 'email' })
  })

  test('a question whose last column goes, goes; what was linked to it stands alone', () => {
    expect(signifier(start, 'anders, namelijk')).toMatchObject({ kind: 'text', linkedTo: 'wijk' })
    const without = setRole(start, head, 'wijk', 'ignore')
    expect([signifier(without, 'wijk'), signifier(without, 'anders, namelijk')]).toEqual([undefined, expect.objectContaining({ linkedTo: null, ticksOption: null })])
  })
})

describe('a question of an earlier year', () => {
  test('takes that key, with its columns and what hangs under it; a key that is taken stays', () => {
    const renamed = sameQuestion(start, 'wijk', 'stadsdeel')
    expect([signifier(renamed, 'wijk'), signifier(renamed, 'stadsdeel')!.kind, signifier(renamed, 'anders, namelijk')]).toEqual([undefined, 'choice', expect.objectContaining({ linkedTo: 'stadsdeel' })])
    expect(renamed.columns.find((c) => c.column === 'wijk')).toMatchObject({ role: 'answer', signifier: 'stadsdeel' })
    expect(checkMapping(renamed, 'f.csv').ok).toBe(true)
    expect(sameQuestion(start, 'wijk', 'score')).toBe(start)
  })
})

describe('kinds', () => {
  test('one column: another kind keeps its key, words and options', () => {
    const renamed = changeSignifier(start, 'wijk', (s) => ({ ...s, title: 'Waar woont u?' }))
    const likert = askAs(renamed, head, ['wijk'], 'likert')
    expect(signifier(likert, 'wijk')).toMatchObject({ kind: 'likert', title: 'Waar woont u?', highLast: true, options: signifier(start, 'wijk')!.kind === 'choice' ? (signifier(start, 'wijk') as { options: object[] }).options : [] })
    const turned = changeSignifier(likert, 'wijk', (s) => (s.kind === 'likert' ? { ...s, highLast: false } : s))
    expect(signifier(turned, 'wijk')).toMatchObject({ highLast: false })
    expect(signifier(askAs(start, head, ['score'], 'number'), 'score')).toEqual({ kind: 'number', key: 'score', title: 'score', na: [] })
    expect(signifier(askAs(askAs(start, head, ['score'], 'number'), head, ['score'], 'slider'), 'score')).toMatchObject({ kind: 'slider', scale: { from: 0, to: 100 } })
    expect(signifier(askAs(start, head, ['wie'], 'multi'), 'wie')).toMatchObject({ kind: 'multi', delimiter: ';', options: [{ key: 'A' }, { key: 'B' }] })
  })

  test('several columns: apart and together again, the n.v.t. beside them put back', () => {
    const plan = ['Plan: gezin', 'Plan: werker', 'Plan: netwerk']
    expect(columnsOf(start, 'Plan')).toEqual([...plan, 'Plan: n.v.t.'])
    const apart = plan.reduce((mapping, column) => askAs(setRole(mapping, head, column, 'ignore'), head, [column], 'slider'), start)
    expect(apart.signifiers.filter((s) => s.key.startsWith('Plan:')).map((s) => [s.key, s.kind])).toEqual(plan.map((name) => [name, 'slider']))
    const together = askAs(apart, head, plan, 'triad')
    expect(together.signifiers.filter((s) => s.key.startsWith('Plan')).map((s) => [s.kind, 'anchors' in s && s.anchors])).toEqual([['triad', ['gezin', 'werker', 'netwerk']]])
    expect([role(together, 'Plan: n.v.t.'), columnsOf(holdNa(together, head, 'Plan: n.v.t.', 'Plan'), 'Plan')]).toEqual(['ignore', [...plan, 'Plan: n.v.t.']])
    expect(columnsOf(askAs(start, head, plan, 'multi'), 'Plan')).toEqual([...plan, 'Plan: n.v.t.'])
    expect(signifier(askAs(start, head, ['Klik x', 'Klik y'], 'triad'), 'Klik')).toMatchObject({ kind: 'triad', whole: 100 })
  })

  test('numbers per thing placed are stones on one line', () => {
    const plan = ['Plan: gezin', 'Plan: werker', 'Plan: netwerk']
    const mapping = askAs(start, head, plan, 'stones')
    expect(signifier(mapping, 'Plan')).toEqual({
      kind: 'stones', key: 'Plan', title: 'Plan', na: [], anchors: [], scale: { from: 0, to: 100 }, stones: ['gezin', 'werker', 'netwerk'].map((name) => ({ key: name, label: name }))
    })
    const stager = createStager(mapping, head)
    expect(stager.push({ rows: head.sample.slice(0, 1), problems: [] }).stories[0]!.answers.Plan).toEqual({ is: 'stones', places: [['gezin', 20], ['werker', 30], ['netwerk', 50]].map(([stone, x]) => ({ stone, x, y: null })) })
  })

  test('what columns can be', () => {
    const kinds = (...columns: string[]) => kindsFor(head, columns)
    expect([kinds('score')[0], kinds('wijk')[0], kinds('dag')[0], kinds('Plan: gezin', 'Plan: werker', 'Plan: netwerk')[0], kinds('Klik x', 'Klik y'), kinds('Steun a', 'Steun b'), kinds()]).toEqual(['slider', 'choice', 'date', 'triad', ['triad', 'stones', 'multi'], ['multi'], []])
  })
})

test('whatever is chosen, in any order, the mapping fits itself and stages', () => {
  const columns = fc.constantFrom(...names)
  const several = fc.uniqueArray(columns, { minLength: 1, maxLength: 4 })
  const roles = fc.constantFrom('storyText' as const, 'sourceId' as const, 'group' as const, 'teller' as const, 'wave' as const, 'collectedOn' as const, 'language' as const, 'channel' as const, 'consent' as const, 'ignore' as const, 'drop' as const)
  const act = fc.oneof(fc.record({ column: columns, role: roles }), fc.record({ columns: several, kind: fc.constantFrom(...SignifierKind.options) }))
  fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
    let mapping = start
    for (const one of acts) {
      if ('role' in one) mapping = setRole(mapping, head, one.column, one.role)
      else if (kindsFor(head, one.columns).includes(one.kind)) mapping = askAs(mapping, head, one.columns, one.kind)
      expect(checkMapping(JSON.parse(JSON.stringify(mapping)), 'm')).toEqual({ ok: true, mapping })
      expect(mapping.columns.map((c) => c.column)).toEqual(names)
    }
    const stager = createStager(mapping, head)
    stager.push({ rows: head.sample, problems: [] })
    expect(stager.finish().counts.rows).toBe(8)
  }), { seed: 20241122, numRuns: 300 })
})
