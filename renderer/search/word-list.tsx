// How often words occur, by group: per thousand words, so that groups that told more do not seem to say everything more often.
import { useMemo, useState } from 'react'
import { EyeOff } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import type { WordCount } from '../../shared/contract/search.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table, type TableColumn } from '../ui/table.tsx'
import type { Asked } from './asked.ts'
import { StopsDialog } from './stops-dialog.tsx'
import { wordColumn } from './word-column.tsx'

export type Stops = Output<'search.state'>['stops']
type Row = WordCount & { id: string }

export function WordList({ asked: { filter }, ask, stops }: { asked: Asked, ask: (change: Partial<Asked>) => void, stops: Stops }) {
  const say = useSay('search')
  const formats = useFormats()
  const [withStops, setWithStops] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const { write: change } = useWrite('search.change')
  const found = useRead('search.words', { filter, withStops }, { keepFormer: true }).data
  const rows = useMemo(() => (found?.rows ?? []).map((row): Row => ({ ...row, id: row.word })), [found])
  if (!found) return <Skeleton label={say('looking')} lines={10} />
  const share = (times: number, words: number) => formats.number(words === 0 ? 0 : times / words * 1000, 1)
  const columns: TableColumn<Row>[] = [
    wordColumn<Row>(say('words.word'), row => ask({ words: `${row.word} `, face: 'regels' })),
    { id: 'times', name: say('words.times'), isNumber: true, cell: row => formats.number(row.times) },
    { id: 'stories', name: say('words.stories'), isNumber: true, cell: row => formats.number(row.stories) },
    ...(found.groups.length > 1 ? found.groups.map((group, at): TableColumn<Row> => ({
      id: group.id ?? 'none', name: group.name || say('words.noGroup'), isNumber: true, cell: row => share(row.byGroup[at]!, group.words)
    })) : []),
    hideColumn(say, word => void change({ added: [...stops.added, word], dropped: stops.dropped.filter(each => each !== word) }))
  ]
  return (
    <div className="search-words">
      <div className="search-bar">
        <p className="search-count">{say('words.count', { n: formats.number(found.words), count: found.groups.reduce((sum, { stories }) => sum + stories, 0) })}{found.groups.length > 1 && ` ${say('words.share')}`}</p>
        <Checkbox isSelected={withStops} onChange={setWithStops}>{say('words.withStops')}</Checkbox>
        <Button small onPress={() => setEditing(true)}>{say('stops.edit')}</Button>
      </div>
      <Table<Row> label={say('face.woorden')} columns={columns} rows={rows} emptyState={<p className="ui-hint">{say('words.none')}</p>} />
      {isEditing && <StopsDialog stops={stops} onClose={() => setEditing(false)} />}
    </div>
  )
}

const hideColumn = (say: Say<'search'>, hide: (word: string) => void): TableColumn<Row> =>
  ({ id: 'hide', name: say('words.hide'), cell: ({ word }) => <IconButton small name={say('words.hide.one', { word })} icon={<EyeOff aria-hidden />} onPress={() => hide(word)} /> })
