// The pure parts of the themes: remarks, the map's layout, steps among cards, and a text cut into pieces.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemWidth, layMap, inLines, type MapItem, type MapLink, type MapTheme } from '../../../renderer/themes/map-layout.ts'
import { remarksOn } from '../../../renderer/themes/notices.ts'
import { codesBelow, looseCodes, stepBefore } from '../../../renderer/themes/parts.ts'
import { inPieces } from '../../../renderer/themes/pieces.ts'
import type { Code } from '../../../shared/contract/code.ts'
import type { Evidence, Theme, ThemePart } from '../../../shared/contract/theme.ts'

const part = (code: string, position: number): ThemePart => ({ is: 'code', id: `p-${code}`, code, side: 'supports', position, note: '', telling: false, coder: 'a' })
const theme = (more: Partial<Theme> = {}): Theme =>
  ({ id: 't', name: 'T', concept: 'Een patroon waarin…', inside: '', outside: '', tensions: '', counter: '', phase: 'themes', colour: 1, position: 1, parts: [part('k', 1), part('l', 2), part('m', 3)], ...more })
const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  about: { n: 40, layer: { is: 'all' }, viewer: null, mode: 'analysis', blind: false }, read: 30, supports: { fragments: 8, codings: 9, stories: 6, coders: 2 }, contradicts: { fragments: 1, stories: 1 },
  apart: 0, telling: 0, doubted: 0, groups: [], coders: [], fullest: { story: 's', number: 1, fragments: 3 }, ...more
})

describe('[E5] remarks are questions about one theme at a time', () => {
  test.each([
    ['all there', theme(), evidence(), []],
    ['no sentence', theme({ concept: ' ' }), evidence(), ['concept']],
    ['one story', theme(), evidence({ supports: { fragments: 5, codings: 5, stories: 1, coders: 2 }, fullest: { story: 's', number: 1, fragments: 5 } }), ['oneStory']],
    ['mostly one story', theme(), evidence({ fullest: { story: 's', number: 1, fragments: 5 } }), ['mostOneStory']],
    ['nothing against it', theme(), evidence({ contradicts: { fragments: 0, stories: 0 } }), ['counter']],
    ['counter-examples in words', theme({ counter: 'Bij jongeren niet.' }), evidence({ contradicts: { fragments: 0, stories: 0 } }), []],
    ['one code', theme({ parts: [part('k', 1)] }), evidence(), ['oneCode']],
    ['one coder', theme(), evidence({ supports: { fragments: 8, codings: 8, stories: 6, coders: 1 } }), ['oneCoder']],
    ['one agreed layer is not one coder', theme(), evidence({ about: { n: 40, layer: { is: 'consensus' }, viewer: null, mode: 'analysis', blind: false }, supports: { fragments: 8, codings: 8, stories: 6, coders: 1 } }), []],
    ['not counted yet', theme(), undefined, []]
  ])('%s', (_, one, rests, remarks) => expect(remarksOn(one, rests)).toEqual(remarks))

  test('how often makes no remark: ten times as much says the same', () => {
    const much = evidence({ supports: { fragments: 80, codings: 90, stories: 60, coders: 2 }, fullest: { story: 's', number: 1, fragments: 30 } })
    expect(remarksOn(theme(), much)).toEqual(remarksOn(theme(), evidence()))
  })
})

test('a card steps before the one ahead, behind the one after, and not beyond the ends', () => {
  expect([['code:k', 'up'], ['code:l', 'up'], ['code:k', 'down'], ['code:l', 'down'], ['code:m', 'down'], ['code:x', 'up']].map(([card, way]) => stepBefore(theme(), card!, way as 'up' | 'down')))
    .toEqual([undefined, 'p-k', 'p-m', null, undefined, undefined])
})

test('codes without a theme are those in use that lie with none, in the order of the codebook', () => {
  const code = (id: string, retired = false): Code => ({ id, parent: null, position: 1, name: id, colour: 1, definition: '', include: '', exclude: '', flag: '', retired, mergedInto: null })
  expect(looseCodes([code('a'), code('k'), code('oud', true), code('b')], [theme()]).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('codes below a code, however deep, are those in use that do not lie with the theme yet', () => {
  const code = (id: string, parent: string | null, retired = false): Code => ({ id, parent, position: 1, name: id, colour: 1, definition: '', include: '', exclude: '', flag: '', retired, mergedInto: null })
  const codes = [code('a', null), code('k', 'a'), code('b', 'a'), code('c', 'k'), code('oud', 'b', true), code('d', null)]
  expect([codesBelow('a', codes, theme()), codesBelow('d', codes, theme())]).toEqual([['c', 'b'], []])
})

test('a text is cut where passages begin and end, and put together again is the same text', () => {
  expect(inPieces('abcdef', [{ start: 1, end: 4, side: 'supports' }, { start: 3, end: 5, side: 'contradicts' }])).toEqual([
    { from: 0, words: 'a', side: null }, { from: 1, words: 'bc', side: 'supports' }, { from: 3, words: 'd', side: 'contradicts' }, { from: 4, words: 'e', side: 'contradicts' }, { from: 5, words: 'f', side: null }
  ])
  const passage = fc.record({ start: fc.nat(20), length: fc.nat(9), side: fc.constantFrom('supports', 'contradicts', 'apart') })
    .map(({ start, length, side }) => ({ start, end: start + length, side: side as 'supports' }))
  fc.assert(fc.property(fc.string({ maxLength: 20 }), fc.array(passage, { maxLength: 6 }), (body, passages) => {
    expect(inPieces(body, passages).map(({ words }) => words).join('')).toBe(body)
  }), { numRuns: 200, seed: 20261123 })
})

test('words in lines keep their order, and what does not fit ends in an ellipsis', () => {
  expect(inLines('Eerst de mens, dan het plan', 12, 2)).toEqual(['Eerst de', 'mens, dan…'])
  expect(inLines('Kort', 12, 2)).toEqual(['Kort'])
})

test('on the map nothing lies over anything else, everything is inside, and the same themes give the same map', () => {
  const world = fc.record({ themes: fc.integer({ min: 1, max: 9 }), items: fc.array(fc.record({ letters: fc.integer({ min: 1, max: 40 }), on: fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }) }), { maxLength: 40 }), lines: fc.nat(4) })
  fc.assert(fc.property(world, ({ themes: count, items: drawn, lines }) => {
    const themes: MapTheme[] = Array.from({ length: count }, (_, at) => ({ id: `t${at}`, name: 'Thema', titles: ['Thema'], lines: Array.from({ length: lines }, () => 'woorden'), colour: 1 }))
    const items: MapItem[] = drawn.map(({ letters }, at) => ({ id: `i${at}`, name: 'x'.repeat(letters), colour: at % 2 ? 1 : null }))
    const links: MapLink[] = drawn.flatMap(({ on }, at) => on.map((to) => ({ theme: `t${to % count}`, item: `i${at}`, side: 'supports' as const })))
    const layout = layMap(themes, items, links)
    const boxes = [...layout.boxes.values()]
    expect(boxes).toHaveLength(count + items.length)
    for (const box of boxes) {
      expect([box.x - box.width / 2 >= 0, box.y - box.height / 2 >= 0, box.x + box.width / 2 <= layout.width, box.y + box.height / 2 <= layout.height]).toEqual([true, true, true, true])
      const over = boxes.filter((other) => other !== box && Math.abs(other.x - box.x) < (other.width + box.width) / 2 - 2 && Math.abs(other.y - box.y) < (other.height + box.height) / 2 - 2)
      expect(over).toEqual([])
    }
    for (const item of items) expect(layout.boxes.get(item.id)!.width).toBe(itemWidth(item))
    expect(layMap(themes, items, links)).toEqual(layout)
  }), { numRuns: 60, seed: 20261123 })
})
