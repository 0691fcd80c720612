// What stands behind a number: its sentence, and the stories with their fragments, each a link that lands in the story at that place.
import { useState } from 'react'
import { ArrowDownWideNarrow, Pin } from 'lucide-react'
import type { Column, Crosstab, CrosstabRow, RowBy, Unit } from '../../shared/contract/crosstab.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { StoryLines } from '../filter/story-lines.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BehindOnward } from './behind-onward.tsx'
import { cellRule, type Side } from './cell-rule.ts'
import { rowKey, type Asked } from './choices.ts'
import { cellSentence, columnWords, rowWords, type Signifier } from './column-words.ts'
import { ExpectedHere } from './expected-here.tsx'
import { Explanation } from './explanation.tsx'
import type { ExpectedRows } from './use-expected.ts'
import type { Around } from './around.ts'
import type { Spot } from './grid.tsx'

const PAGE = 25

export interface BehindDrawerProps {
  spot: Spot
  table: Crosstab
  asked: Asked
  signifier: Signifier | null
  unit: Unit
  isStudy: boolean
  adjust: 'holm' | 'bh'
  expected: ExpectedRows
  around: Around
  isPinned: boolean
  onClose: () => void
  onPin: (row: RowBy) => void
  onSort: (column: string) => void
  onExplain: () => void
}

export function BehindDrawer(props: BehindDrawerProps) {
  const { spot, table, signifier, unit, isStudy, adjust } = props
  const say = useSay('crosstab')
  const format = useFormats()
  const words = { say, format, signifier }
  const at = table.columns.findIndex(({ key }) => key === spot.column)
  const head = table.columns[at]
  const row = spot.row && table.rows.find(one => rowKey(one.by) === rowKey(spot.row!))
  const parts = [row && rowWords(row, say), head && columnWords(head, words)].filter(Boolean)
  const title = spot.explain && row ? say(head ? 'explain.title.column' : 'explain.title', { code: rowWords(row, say), ...(head ? { column: columnWords(head, words) } : {}) }) : parts.join(' · ')
  const lead = spot.explain ? null : row && head ? cellSentence(table, row, at, unit, words, isStudy) : row ? null : head && say('cell.column', { column: columnWords(head, words), count: head.stories, done: head.done })
  return (
    <Drawer title={title} lead={lead} isOpen onClose={props.onClose}>
      {spot.explain && row ? <><ExpectedHere rows={props.expected.byRow.get(rowKey(row.by))} tests={props.expected.tests} around={props.around} /><Explanation table={table} row={row} signifier={signifier} adjust={adjust} column={spot.column} /></> : <Behind key={`${spot.row ? rowKey(spot.row) : ''} ${spot.column} ${spot.side}`} {...props} row={row ?? null} head={head ?? null} />}
    </Drawer>
  )
}

function Behind({ spot, asked, signifier, around, row, head, isPinned, onPin, onSort, onExplain }: BehindDrawerProps & { row: CrosstabRow | null, head: Column | null }) {
  const say = useSay('crosstab')
  const [side, setSide] = useState<Side>(spot.side)
  const [pages, setPages] = useState(1)
  const rule = cellRule({ asked, row: spot.row, column: head, side, signifier, codes: around.codes })
  return (
    <div className="crosstab-behind">
      <div className="crosstab-behind-acts">
        {spot.row && spot.column === null && <Button small look="quiet" icon={<Pin aria-hidden />} onPress={() => onPin(spot.row!)}>{say(isPinned ? 'unpinRow' : 'pinRow')}</Button>}
        {spot.column !== null && <Button small look="quiet" icon={<ArrowDownWideNarrow aria-hidden />} onPress={() => onSort(spot.column!)}>{say('sortBy')}</Button>}
        {row && <Button small look="quiet" onPress={onExplain}>{say('behind.explain')}</Button>}
      </div>
      {spot.row && (
        <RadioGroup
          label={say('behind.sides')} labelHidden asBar value={side} choices={(['with', 'without', 'unread'] as const).map(id => ({ id, name: say(id === 'with' && 'theme' in spot.row! ? 'behind.with.theme' : `behind.${id}`) }))}
          onChange={next => { setSide(next); setPages(1) }}
        />
      )}
      {Array.from({ length: pages }, (_, page) => <Page key={`${side}${page}`} page={page} isLast={page === pages - 1} spot={spot} side={side} asked={asked} rule={rule} onMore={() => setPages(pages + 1)} />)}
    </div>
  )
}

function Page({ page, isLast, spot, side, asked, rule, onMore }: { page: number, isLast: boolean, spot: Spot, side: Side, asked: Asked, rule: StoryFilter | null, onMore: () => void }) {
  const say = useSay('crosstab')
  const { columns, layer, filter } = asked
  const { data, error } = useRead('crosstab.behind', { columns, layer, filter, row: spot.row, column: spot.column, side, offset: page * PAGE, limit: PAGE }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('behind.loading')} lines={5} />
  if (data.stories === 0) return <p className="ui-hint">{say('behind.empty')}</p>
  return (
    <>
      {page === 0 && (
        <p className="crosstab-behind-sum">
          {say('stories', { count: data.stories })}{data.fragments > 0 && ` · ${say('fragments', { count: data.fragments })} · ${say('codings', { count: data.codings })}`}
        </p>
      )}
      {page === 0 && rule && <BehindOnward rule={rule} />}
      <StoryLines stories={data.rows} />
      {isLast && (page + 1) * PAGE < data.stories && <Button onPress={onMore}>{say('behind.more')}</Button>}
    </>
  )
}
