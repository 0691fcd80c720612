// The ink stays readable on the deepest shade of a cross-table, in both themes.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DEEPEST_SHADE, heatShade } from '../../../renderer/charts/heat-shade.ts'
import { contrast, mix, type Oklch } from './colour.ts'

const css = readFileSync(new URL('../../../renderer/ui/styles/tokens.css', import.meta.url), 'utf8')

function token(theme: string, name: string): Oklch {
  const block = css.slice(css.indexOf(theme))
  const [l, c, h] = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(block)!.slice(1).map(Number) as [number, number, number]
  return { l, c, h }
}

test.each([":root, [data-theme='light'] {", "[data-theme='dark'] {"])('contrast of at least 4.5 in %s', theme => {
  const cell = mix(token(theme, 'sheet'), token(theme, 'shade'), DEEPEST_SHADE)
  expect(contrast(token(theme, 'ink'), cell)).toBeGreaterThanOrEqual(4.5)
})

test('shades run from nothing to the deepest, and shares outside come in', () => {
  expect([null, 0, -1, 0.5, 1, 7].map(heatShade)).toEqual([
    'transparent', 'transparent', 'transparent', 'color-mix(in oklab, var(--shade) 25.0%, transparent)',
    'color-mix(in oklab, var(--shade) 50.0%, transparent)', 'color-mix(in oklab, var(--shade) 50.0%, transparent)'
  ])
})
