// Moving codes: every key and every drop says one parent and one sibling, and the tree comes out as meant.
import { describe, expect, test } from 'vitest'
import type { Code } from '../../../shared/contract/code.ts'
import { branchOf } from '../../../shared/domain/code-branch.ts'
import { newId, type Id } from '../../../shared/domain/ids.ts'
import { dropTarget, pathOf, searchTree, shiftTarget, treeOf, type CodeNode } from '../../../renderer/codebook/code-tree.ts'

const ids = new Map<string, Id>()
const idOf = (name: string): Id => { if (!ids.has(name)) ids.set(name, newId()); return ids.get(name)! }
const code = (name: string, parent: string | null = null, more: Partial<Code> = {}): Code =>
  ({ id: idOf(name), parent: parent === null ? null : idOf(parent), position: 0, name, colour: 1, definition: '', include: '', exclude: '', flag: '', retired: false, mergedInto: null, ...more })
const codes = [code('a'), code('a1', 'a'), code('a2', 'a'), code('weg', 'a', { retired: true }), code('a2x', 'a2'), code('b'), code('oud', null, { retired: true }), code('c', null, { definition: 'Één vast gezicht' })]
const names = (target: { parent: Id | null, before: Id | null } | null) => target && {
  parent: codes.find(({ id }) => id === target.parent)?.name ?? null, before: codes.find(({ id }) => id === target.before)?.name ?? null
}
const drawn = (nodes: readonly CodeNode[]): string => nodes.map(node => `${node.name}${node.children.length > 0 ? `(${drawn(node.children)})` : ''}`).join(' ')

test('the tree leaves retired codes out unless asked', () => {
  expect(drawn(treeOf(codes, false))).toBe('a(a1 a2(a2x)) b c')
  expect(drawn(treeOf(codes, true))).toBe('a(a1 a2(a2x) weg) b oud c')
  const held = [code('oud', null, { retired: true }), code('kind', 'oud')]
  expect(drawn(treeOf(held, false))).toBe('oud(kind)')
})

test('searching keeps what is above, and looks in definitions, accents aside', () => {
  expect(drawn(searchTree(treeOf(codes, false), 'A2X'))).toBe('a(a2(a2x))')
  expect(drawn(searchTree(treeOf(codes, false), 'een vast'))).toBe('c')
  expect(drawn(searchTree(treeOf(codes, false), 'zzz'))).toBe('')
})

describe('by keys', () => {
  test.each([
    ['a2', 'up', { parent: 'a', before: 'a1' }],
    ['a1', 'up', null],
    ['a1', 'down', { parent: 'a', before: null }],
    ['a2', 'down', null],
    ['a', 'down', { parent: null, before: 'c' }],
    ['a2', 'in', { parent: 'a1', before: null }],
    ['a1', 'in', null],
    ['c', 'in', { parent: 'b', before: null }],
    ['a1', 'out', { parent: null, before: 'b' }],
    ['a2x', 'out', { parent: 'a', before: null }],
    ['b', 'out', null]
  ] as const)('%s %s', (name, way, expected) => { expect(names(shiftTarget(codes, idOf(name), way))).toEqual(expected) })
})

test('by dropping: before, after, into', () => {
  expect(names(dropTarget(codes, idOf('b'), 'before'))).toEqual({ parent: null, before: 'b' })
  expect(names(dropTarget(codes, idOf('b'), 'after'))).toEqual({ parent: null, before: 'c' })
  expect(names(dropTarget(codes, idOf('a2x'), 'after'))).toEqual({ parent: 'a2', before: null })
  expect(names(dropTarget(codes, idOf('b'), 'in'))).toEqual({ parent: 'b', before: null })
})

test('a branch, and the path to a code', () => {
  expect([...branchOf(codes, idOf('a'))].map(id => codes.find(each => each.id === id)!.name)).toEqual(['a', 'a1', 'a2', 'weg', 'a2x'])
  expect(pathOf(codes, codes.find(({ name }) => name === 'a2x')!)).toEqual(['a', 'a2'])
})
