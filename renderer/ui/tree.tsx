// A tree one can walk, fold, choose in and rearrange: by dragging, by the drag handle with keys, and by Alt with the arrows.
import type { KeyboardEvent, ReactNode } from 'react'
import { ChevronRight, GripVertical } from 'lucide-react'
import {
  Button, Collection, DropIndicator, Tree as AriaTree, TreeItem, TreeItemContent, useDragAndDrop, type Key, type Selection
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { uiWords, useWords } from './words.ts'

export interface TreeNode {
  id: string
  /** Used for typing ahead and read aloud. */
  name: string
  children?: readonly TreeNode[]
}

export interface TreeMove {
  ids: string[]
  /** The node they go next to or into. */
  target: string
  where: 'before' | 'after' | 'in'
}

export type TreeShift = 'up' | 'down' | 'in' | 'out'

export interface TreeProps<Node extends TreeNode> {
  label: string
  nodes: readonly Node[]
  renderRow: (node: Node) => ReactNode
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  /** Enter or a double press on a row. */
  onAct?: (id: string) => void
  expanded: ReadonlySet<string>
  onExpand: (ids: Set<string>) => void
  /** Without it the tree cannot be rearranged by dragging. */
  onMove?: (move: TreeMove) => void
  /** Alt with an arrow on the focused row. */
  onShift?: (id: string, way: TreeShift) => void
  severalAtOnce?: boolean
  emptyState?: ReactNode
  className?: string
}

const SHIFTS: Record<string, TreeShift> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const WHERE = { before: 'before', after: 'after', on: 'in' } as const

export function Tree<Node extends TreeNode>(props: TreeProps<Node>) {
  const { label, nodes, renderRow, selected, onSelect, onAct, expanded, onExpand, onMove, onShift, severalAtOnce = false, emptyState, className } = props
  const { dragAndDropHooks } = useDragAndDrop<Node>({
    // By key: rows of a nested level reach us without their node, and a drag of nothing is dropped without a word.
    getItems: keys => [...keys].map(key => ({ 'text/plain': nameOf(nodes, String(key)) })),
    onMove: event => onMove?.({ ids: [...event.keys].map(String), target: String(event.target.key), where: WHERE[event.target.dropPosition] }),
    renderDropIndicator: target => <DropIndicator target={target} className="ui-drop-line" />
  })
  return (
    <div className={classNames('ui-tree-frame', className)} onKeyDownCapture={event => shiftByKey(event, onShift)}>
      <AriaTree<Node>
        aria-label={label} items={nodes} className="ui-tree" selectionMode={onSelect ? (severalAtOnce ? 'multiple' : 'single') : 'none'}
        selectionBehavior="replace" selectedKeys={selected as Set<Key> | undefined}
        onSelectionChange={(keys: Selection) => onSelect?.(keys === 'all' ? allIds(nodes) : new Set([...keys].map(String)))}
        onAction={key => onAct?.(String(key))}
        expandedKeys={expanded as Set<Key>} onExpandedChange={keys => onExpand(new Set([...keys].map(String)))}
        dragAndDropHooks={onMove ? dragAndDropHooks : undefined} renderEmptyState={() => emptyState}
      >
        {node => <TreeRow node={node} renderRow={renderRow} canDrag={Boolean(onMove)} />}
      </AriaTree>
    </div>
  )
}

function TreeRow<Node extends TreeNode>({ node, renderRow, canDrag }: { node: Node, renderRow: (node: Node) => ReactNode, canDrag: boolean }) {
  const words = useWords(uiWords)
  return (
    <TreeItem id={node.id} textValue={node.name} className="ui-tree-row" data-row={node.id}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <div className="ui-tree-content" style={{ '--level': level - 1 } as React.CSSProperties}>
            {canDrag && <Button slot="drag" className="ui-tree-grip" aria-label={`${words.drag}: ${node.name}`}><GripVertical aria-hidden /></Button>}
            {hasChildItems
              ? <Button slot="chevron" className="ui-tree-chevron" aria-label={isExpanded ? words.fold : words.unfold}><ChevronRight aria-hidden /></Button>
              : <span className="ui-tree-chevron" />}
            <div className="ui-tree-cell">{renderRow(node)}</div>
          </div>
        )}
      </TreeItemContent>
      {node.children && <Collection items={node.children as Iterable<Node>}>{child => <TreeRow node={child} renderRow={renderRow} canDrag={canDrag} />}</Collection>}
    </TreeItem>
  )
}

/** Caught before the tree sees it: the plain arrows walk, with Alt they move the row itself. */
function shiftByKey(event: KeyboardEvent, onShift: TreeProps<TreeNode>['onShift']): void {
  const way = SHIFTS[event.key]
  if (!onShift || !way || !event.altKey || event.ctrlKey || event.metaKey) return
  const id = (event.target as Element).closest<HTMLElement>('[data-row]')?.dataset['row']
  if (!id) return
  event.preventDefault()
  event.stopPropagation()
  onShift(id, way)
}

/** What is dropped elsewhere, in a text field or another program, is the name. */
function nameOf(nodes: readonly TreeNode[], id: string): string {
  for (const node of nodes) {
    const found = node.id === id ? node.name : nameOf(node.children ?? [], id)
    if (found) return found
  }
  return ''
}

function allIds(nodes: readonly TreeNode[]): Set<string> {
  return new Set(nodes.flatMap(node => [node.id, ...allIds(node.children ?? [])]))
}
