// Stories that can be compared: whose readings there are, how much differs, and how far the talk is.
import { Check, MessagesSquare } from 'lucide-react'
import { differing } from '../../shared/agreement/spots.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { GridList } from '../ui/grid-list.tsx'
import { Select } from '../ui/select.tsx'
import type { Around } from './around.ts'

type Answer = Output<'compare.stories'>
export interface ComparedListProps { around: Around, answer: Answer, current: Id | null, onOpen: (story: Id) => void, onMore: (() => void) | null }

const ORDERS = ['different', 'number'] as const

export function ComparedList({ around, answer, current, onOpen, onMore }: ComparedListProps) {
  const say = useSay('compare')
  const { choices, set } = around
  return (
    <div className="compare-list">
      <header className="compare-list-head">
        <h2>{say('list.count', { count: answer.total })}</h2>
        <p className="ui-hint">{say('row.different', { count: differing(answer.spots) })} · {say('row.same', { count: answer.spots.same })}</p>
        <Select small label={say('list.order')} labelHidden choices={ORDERS.map(id => ({ id, name: say(`list.order.${id}`) }))} value={choices.order} onChange={order => set({ order })} />
      </header>
      <GridList
        className="compare-list-rows" label={say('list')} rows={answer.rows.map(row => ({ ...row, name: say('row.story', { number: row.number }) }))}
        selected={new Set(current ? [current] : [])} onSelect={ids => { const [id] = ids; if (id) onOpen(id) }} renderRow={row => <Row row={row} around={around} />}
      />
      {onMore && <Button small look="quiet" onPress={onMore}>{say('list.more')}</Button>}
      {answer.waiting > 0 && <p className="compare-waiting ui-hint">{say('list.waiting', { count: answer.waiting })}</p>}
    </div>
  )
}

function Row({ row, around: { coders, me } }: { row: Answer['rows'][number], around: Around }) {
  const say = useSay('compare')
  const different = differing(row.spots)
  return (
    <div className="compare-row">
      <span className="compare-row-number">{row.number}</span>
      <span className="compare-rings">
        {row.readers.map(id => { const coder = coders.find(each => each.id === id); return <CoderRing key={id} small initials={coder?.initials ?? ''} name={coder?.name ?? '…'} mine={id === me} /> })}
      </span>
      <span className="compare-row-state">
        {row.talks > 0 && <span title={say('row.talks', { count: row.talks })}><MessagesSquare aria-hidden /><span className="only-read-aloud">{say('row.talks', { count: row.talks })}</span>{row.talks}</span>}
        {row.agreed && <span title={say('row.agreed')}><Check aria-hidden /><span className="only-read-aloud">{say('row.agreed')}</span></span>}
      </span>
      <span className="compare-row-counts">
        <Bar different={different} same={row.spots.same} />
        {say('row.different', { count: different })} · {say('row.same', { count: row.spots.same })}
      </span>
      <span className="compare-row-opening">{row.opening}</span>
    </div>
  )
}

/** How much of the places was read alike, as a line: full is difference, hollow is alike. */
function Bar({ different, same }: { different: number, same: number }) {
  const width = 40
  const part = different + same === 0 ? 0 : Math.round((different / (different + same)) * width)
  return (
    <svg className="compare-bar" width={width} height={8} viewBox={`0 0 ${width} 8`} aria-hidden>
      <rect x={0.5} y={0.5} width={width - 1} height={7} rx={1.5} className="compare-bar-all" />
      <rect x={0} y={0} width={part} height={8} rx={1.5} className="compare-bar-different" />
    </svg>
  )
}
