// What stands behind a row of a cross-table: the codings of a code, of a branch, or those that speak for a theme.
import type { CodeRow, RowBy } from '../shared/contract/crosstab.ts'
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import { Refusal } from '../shared/errors.ts'
import { branchOf, type CodeNode } from './code-tree.ts'
import { readMarks, readPlacedMarks, type Marks, type PlacedMarks } from './marks.ts'
import { joined, type Condition } from './scope.ts'
import type { Store } from './store.ts'
import { eachUnder, readStoryParts, type Under } from './theme-under.ts'
import { findTheme } from './themes.ts'

/** Who looks at what, and the codings over `coding c` that count for them. */
export type Looking = { store: Store; viewer: Id | null; layer: Layer; codings: Condition; tree: readonly CodeNode[] }

export type RowSource = {
  name: string; colour: number; depth: number
  /** One list per coder (and code): a story for each coding, or its places. */
  marks: () => Iterable<Omit<Marks, 'code'>>
  placed: () => Iterable<Omit<PlacedMarks, 'code'>>
  /** Stories laid on a theme as a whole, by local number: they bear it without a coding. */
  whole: readonly number[]
  /** The same codings, over `coding c`. */
  codings: () => Condition
}

/** Throws a Refusal (not_found) for a code or theme that is gone. */
export function sourceOf(looking: Looking, by: RowBy): RowSource {
  if ('theme' in by) return themeSource(looking, by.theme)
  const { store, codings, tree } = looking
  const node = findNode(tree, by.code)
  const codes = codesOf(tree, by, node)
  return {
    name: node.name, colour: node.colour, depth: node.depth, whole: [],
    marks: () => readMarks(store, codings, codes), placed: () => readPlacedMarks(store, codings, codes),
    codings: () => joined([codings, { sql: 'c.code IN (SELECT value FROM json_each(@rowCodes))', parameters: { rowCodes: JSON.stringify(codes) } }])
  }
}

/** [E1] What was laid on a theme by hand counts in every layer, as on its sheet. */
function themeSource({ store, viewer, layer }: Looking, theme: Id): RowSource {
  const found = findTheme(store, theme)
  if (!found) throw new Refusal('not_found', 'theme.absent')
  const { byCoder, nums } = listSupporting(eachUnder(store, viewer, theme, layer))
  return {
    name: found.name, colour: found.colour, depth: 0,
    whole: [...readStoryParts(store, viewer, theme)].flatMap(([story, { side }]) => (side === 'supports' ? [story] : [])),
    marks: () => byCoder, placed: () => byCoder,
    codings: () => ({ sql: 'c.num IN (SELECT value FROM json_each(@themeCodings))', parameters: { themeCodings: JSON.stringify(nums) } })
  }
}

/** Of the passages that support a theme only numbers are kept: there may be tens of thousands. */
function listSupporting(passages: Iterable<Under>): { byCoder: (Omit<Marks, 'code'> & Omit<PlacedMarks, 'code'>)[]; nums: number[] } {
  const byCoder = new Map<number, Omit<Marks, 'code'> & Omit<PlacedMarks, 'code'>>()
  const nums: number[] = []
  for (const { side, story, text, start, end, codings } of passages) {
    if (side !== 'supports') continue
    for (const { num, coder } of codings) {
      const own = byCoder.get(coder) ?? byCoder.set(coder, { coder, stories: [], places: [] }).get(coder)!
      own.stories.push(story)
      own.places.push(text, start, end)
      nums.push(num)
    }
  }
  return { byCoder: [...byCoder.values()], nums }
}

export function findNode(tree: readonly CodeNode[], code: Id): CodeNode {
  const node = tree.find((other) => other.id === code)
  if (!node) throw new Refusal('not_found', 'code.absent')
  return node
}

export const codesOf = (tree: readonly CodeNode[], by: CodeRow, node: CodeNode): number[] => (by.branch ? branchOf(tree, node.num) : [node.num])
