// The codebook as a tree, and what moving a code in it means for the core: a parent, and the sibling it goes before.
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { folded } from '../../shared/text/folded.ts'

export interface CodeNode { id: Id, name: string, code: Code, children: readonly CodeNode[] }
export interface Target { parent: Id | null, before: Id | null }
export type Where = 'before' | 'after' | 'in'
export type Shift = 'up' | 'down' | 'in' | 'out'

/** In the order of the tree. Without `withRetired`, retired codes are left out, but not those that still hold codes in use. */
export function treeOf(codes: readonly Code[], withRetired: boolean): CodeNode[] {
  const below = Map.groupBy(codes, code => code.parent)
  const walk = (parent: Id | null): CodeNode[] => (below.get(parent) ?? []).flatMap(code => {
    const children = walk(code.id)
    return code.retired && !withRetired && children.length === 0 ? [] : [{ id: code.id, name: code.name, code, children }]
  })
  return walk(null)
}

/** The codes that match the words, with those above them so that one sees where they hang. */
export function searchTree(nodes: readonly CodeNode[], words: string): CodeNode[] {
  const wanted = folded(words.trim())
  if (wanted === '') return [...nodes]
  return nodes.flatMap(node => {
    const children = searchTree(node.children, words)
    const matches = folded(`${node.name} ${node.code.definition}`).includes(wanted)
    return matches || children.length > 0 ? [{ ...node, children }] : []
  })
}

export const allIds = (nodes: readonly CodeNode[]): Id[] => nodes.flatMap(node => [node.id, ...allIds(node.children)])

/** A node with what its row shows; a row is drawn anew when its node is another object. */
export interface DressedNode extends CodeNode { fragments: number | undefined, isFolded: boolean, children: readonly DressedNode[] }

export function dress(nodes: readonly CodeNode[], counts: ReadonlyMap<Id, CodeCount>, expanded: ReadonlySet<Id>): DressedNode[] {
  return nodes.map(node => {
    const isFolded = node.children.length > 0 && !expanded.has(node.id)
    const count = counts.get(node.id)
    return { ...node, children: dress(node.children, counts, expanded), isFolded, fragments: isFolded ? count?.branch.fragments : count?.fragments }
  })
}

/** Where a code dropped there goes. */
export function dropTarget(codes: readonly Code[], target: Id, where: Where): Target {
  const code = codes.find(({ id }) => id === target)!
  if (where === 'in') return { parent: target, before: null }
  if (where === 'before') return { parent: code.parent, before: target }
  return { parent: code.parent, before: siblingsOf(codes, code)[siblingsOf(codes, code).indexOf(code) + 1]?.id ?? null }
}

/** Where a code goes by one key press; null when it can go no further. */
export function shiftTarget(codes: readonly Code[], id: Id, way: Shift): Target | null {
  const code = codes.find(each => each.id === id)
  if (!code) return null
  const siblings = siblingsOf(codes, code)
  const at = siblings.indexOf(code)
  const above = siblings[at - 1]
  switch (way) {
    case 'up': return above ? { parent: code.parent, before: above.id } : null
    case 'down': return siblings[at + 1] ? { parent: code.parent, before: siblings[at + 2]?.id ?? null } : null
    case 'in': return above ? { parent: above.id, before: null } : null
    case 'out': {
      const parent = codes.find(each => each.id === code.parent)
      return parent ? dropTarget(codes, parent.id, 'after') : null
    }
  }
}

/** Among the codes one sees: retired ones take no part in the order. */
const siblingsOf = (codes: readonly Code[], code: Code): Code[] => codes.filter(each => each.parent === code.parent && (!each.retired || each === code))

export function pathOf(codes: readonly Code[], code: Code): string[] {
  const above = codes.find(each => each.id === code.parent)
  return above ? [...pathOf(codes, above), above.name] : []
}
