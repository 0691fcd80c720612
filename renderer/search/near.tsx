// Words that stand near what one looks for more often than chance would have it.
import { useMemo } from 'react'
import type { NearWord } from '../../shared/contract/search.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table, type TableColumn } from '../ui/table.tsx'
import type { Asked } from './asked.ts'
import { wordColumn } from './word-column.tsx'

type Row = NearWord & { id: string }

export function Near({ asked: { words, filter }, ask }: { asked: Asked, ask: (change: Partial<Asked>) => void }) {
  const say = useSay('search')
  const formats = useFormats()
  const isAsked = words.trim() !== ''
  const found = useRead('search.near', { words, filter }, { when: isAsked, keepFormer: true }).data
  const rows = useMemo(() => (found?.rows ?? []).map((row): Row => ({ ...row, id: row.word })), [found])
  if (!isAsked) return <EmptyState says={say('near.empty')} />
  if (!found) return <Skeleton label={say('looking')} lines={8} />
  const columns: TableColumn<Row>[] = [
    wordColumn<Row>(say('words.word'), row => ask({ words: `${words.trim()} ${row.word} `, face: 'verhalen' })),
    { id: 'near', name: say('near.near'), isNumber: true, cell: row => formats.number(row.near) },
    { id: 'times', name: say('near.times'), isNumber: true, cell: row => formats.number(row.times) },
    { id: 'stories', name: say('words.stories'), isNumber: true, cell: row => formats.number(row.stories) }
  ]
  return (
    <div className="search-words">
      <p className="search-count">{say('near.says', { count: found.hits })}</p>
      <Table<Row> label={say('face.ernaast')} columns={columns} rows={rows} emptyState={<p className="ui-hint">{say('near.none')}</p>} />
    </div>
  )
}
