// Rows and columns of plain facts, sortable, with numbers right-aligned in tabular figures.
import type { ReactNode } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import {
  Cell, Column, Row as AriaRow, Table as AriaTable, TableBody, TableHeader, type Key, type Selection, type SortDescriptor
} from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface TableColumn<Row> {
  id: string
  name: string
  cell: (row: Row) => ReactNode
  isNumber?: boolean
  canSort?: boolean
  /** The column that names the row when it is read aloud; the first by default. */
  isRowName?: boolean
}

export interface TableSort {
  column: string
  descending: boolean
}

export interface TableProps<Row extends { id: string }> {
  label: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  onAct?: (id: string) => void
  emptyState?: ReactNode
  className?: string
}

export function Table<Row extends { id: string }>({ label, columns, rows, sort, onSort, selected, onSelect, onAct, emptyState, className }: TableProps<Row>) {
  const named = columns.some(column => column.isRowName)
  return (
    <div className={classNames('ui-table-frame', className)}>
      <AriaTable
        aria-label={label} className="ui-table" selectionMode={onSelect ? 'single' : 'none'} selectionBehavior="replace"
        selectedKeys={selected as Set<Key> | undefined} onRowAction={onAct ? key => onAct(String(key)) : undefined}
        onSelectionChange={(keys: Selection) => onSelect?.(keys === 'all' ? new Set(rows.map(row => row.id)) : new Set([...keys].map(String)))}
        sortDescriptor={sort && { column: sort.column, direction: sort.descending ? 'descending' : 'ascending' }}
        onSortChange={(next: SortDescriptor) => onSort?.({ column: String(next.column), descending: next.direction === 'descending' })}
      >
        <TableHeader>
          {columns.map((column, at) => (
            <Column
              key={column.id} id={column.id} allowsSorting={column.canSort} isRowHeader={named ? column.isRowName : at === 0}
              className={classNames('ui-column', column.isNumber && 'is-number')}
            >
              {({ sortDirection }) => (
                <span className="ui-column-words">
                  {column.name}
                  {sortDirection === 'ascending' && <ChevronUp aria-hidden />}
                  {sortDirection === 'descending' && <ChevronDown aria-hidden />}
                </span>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => emptyState}>
          {rows.map(row => (
            <AriaRow key={row.id} id={row.id} className="ui-row">
              {columns.map(column => <Cell key={column.id} className={classNames('ui-cell', column.isNumber && 'is-number')}>{column.cell(row)}</Cell>)}
            </AriaRow>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  )
}
