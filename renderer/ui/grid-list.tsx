// A list of rows that may hold controls of their own; thousands of rows cost no more than those in sight.
import type { ReactNode } from 'react'
import { GridList as AriaGridList, GridListItem, ListLayout, Virtualizer, type Key, type Selection } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface GridRow {
  id: string
  /** Used for typing ahead and read aloud. */
  name: string
}

export interface GridListProps<Row extends GridRow> {
  label: string
  rows: readonly Row[]
  renderRow: (row: Row) => ReactNode
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  /** Enter or a double press on a row. */
  onAct?: (id: string) => void
  severalAtOnce?: boolean
  /** Height of a row in pixels, or a guess of it where rows differ; long lists then draw only what is in sight. */
  rowHeight?: number
  rowsDiffer?: boolean
  emptyState?: ReactNode
  className?: string
}

export function GridList<Row extends GridRow>(props: GridListProps<Row>) {
  const { label, rows, renderRow, selected, onSelect, onAct, severalAtOnce = false, rowHeight, rowsDiffer = false, emptyState, className } = props
  const list = (
    <AriaGridList<Row>
      aria-label={label} items={rows} className={classNames('ui-grid-list', className)} renderEmptyState={() => emptyState}
      selectionMode={onSelect ? (severalAtOnce ? 'multiple' : 'single') : 'none'} selectionBehavior="replace"
      selectedKeys={selected as Set<Key> | undefined} onAction={onAct ? key => onAct(String(key)) : undefined}
      onSelectionChange={(keys: Selection) => onSelect?.(keys === 'all' ? new Set(rows.map(row => row.id)) : new Set([...keys].map(String)))}
    >
      {row => <GridListItem id={row.id} textValue={row.name} className="ui-grid-row">{renderRow(row)}</GridListItem>}
    </AriaGridList>
  )
  if (rowHeight === undefined) return list
  const layout = rowsDiffer ? { estimatedRowHeight: rowHeight } : { rowHeight }
  return <Virtualizer layout={ListLayout} layoutOptions={layout}>{list}</Virtualizer>
}
