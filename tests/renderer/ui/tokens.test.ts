// The colours keep their promises in both themes: readable, apart for the colour-blind, the same names everywhere.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CODE_COLOURS, patternOf } from '../../../renderer/ui/code-pattern.ts'
import { contrast, deuteranopicDistance, type Oklch } from './colour.ts'

const css = readFileSync(new URL('../../../renderer/ui/styles/tokens.css', import.meta.url), 'utf8')

function block(opening: string): Record<string, string> {
  const from = css.indexOf(opening) + opening.length
  const body = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]))
}

const themes = {
  light: block(":root, [data-theme='light'] {"),
  dark: block("[data-theme='dark'] {"),
  system: block(':root:not([data-theme]) {')
}
const codes = block(':root, [data-theme] {')

function oklch(value: string): Oklch {
  const [l, c, h] = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.exec(value)!.slice(1).map(Number) as [number, number, number]
  return { l, c, h }
}

function codeHue(theme: Record<string, string>, colour: number): Oklch {
  const [c, h] = /min\(var\(--code-c\), ([\d.]+)\) ([\d.]+)/.exec(codes[`code-${colour}`]!)!.slice(1).map(Number) as [number, number]
  return { l: Number(theme['code-l']), c: Math.min(Number(theme['code-c']), c), h }
}

const colours = Array.from({ length: CODE_COLOURS }, (_, at) => at + 1)

test('the lamp chosen by the system and the lamp chosen by the coder are the same', () => {
  expect(themes.system).toEqual(themes.dark)
  expect(Object.keys(themes.light)).toEqual(Object.keys(themes.dark))
})

describe.each(['light', 'dark'] as const)('%s', name => {
  const theme = themes[name]
  const colour = (token: string) => oklch(theme[token]!)

  test.each([
    ['ink', 'sheet', 12], ['ink', 'ground', 12], ['ink-2', 'ground', 7], ['ink-2', 'hover', 6],
    ['ink-3', 'sheet', 4.5], ['ink-3', 'ground', 4.5], ['ink-3', 'raised', 4.5], ['ink-3', 'hover', 4.5],
    ['accent', 'sheet', 4.5], ['accent', 'hover', 4.5], ['accent', 'accent-tint', 4.5], ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-hover', 4.5], ['ink', 'selection', 7], ['ink', 'accent-tint', 7],
    ['danger', 'raised', 4.5], ['danger', 'danger-tint', 4.5], ['warning', 'warning-tint', 4.5],
    ['line-strong', 'raised', 3], ['line-strong', 'ground', 3]
  ])('%s on %s has contrast of at least %d', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least)
  })

  test('every code colour stands out as a line on the page', () => {
    for (const each of colours) expect(contrast(codeHue(theme, each), colour('sheet'))).toBeGreaterThanOrEqual(3)
  })

  test('the ink is readable on every code tint', () => {
    for (const each of colours) {
      const hue = codeHue(theme, each)
      const tint = { l: Number(theme['code-tint-l']), c: hue.c * Number(theme['code-tint-c']), h: hue.h }
      expect(contrast(colour('ink'), tint)).toBeGreaterThanOrEqual(7)
    }
  })

  test('neighbouring code colours stay apart without red and green', () => {
    const apart = colours.map(each => deuteranopicDistance(codeHue(theme, each), codeHue(theme, each % CODE_COLOURS + 1)))
    expect(Math.min(...apart)).toBeGreaterThan(0.09)
  })

  test('colours that share a pattern stay apart without red and green', () => {
    const pairs = colours.flatMap(one => colours.filter(other => other > one && patternOf(one) === patternOf(other)).map(other => [one, other] as const))
    expect(pairs).toHaveLength(12)
    const apart = pairs.map(([one, other]) => deuteranopicDistance(codeHue(theme, one), codeHue(theme, other)))
    expect(Math.min(...apart)).toBeGreaterThan(0.04)
  })
})
