// A column of words, each of which leads on.
import type { TableColumn } from '../ui/table.tsx'

export const wordColumn = <Row extends { word: string, forms?: readonly string[] }>(name: string, onWord: (row: Row) => void): TableColumn<Row> => ({
  id: 'word', name, isRowName: true,
  cell: row => <button type="button" className="search-word" title={row.forms?.join(', ')} onClick={() => onWord(row)}>{row.word}</button>
})
