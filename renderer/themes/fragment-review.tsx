// The theme held against its fragments: a reading list in which each coder says of every passage whether it fits, raises doubt, or no
// longer belongs. Keys 1, 2 and 3 judge the passage one stands on and go to the next.
import { useRef, useState } from 'react'
import { Plus } from 'lucide-react'
import type { Side, Theme, ThemeFragment, Verdict } from '../../shared/contract/theme.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AddFragment } from './add-fragment.tsx'
import { FragmentRow } from './fragment-row.tsx'
import { VERDICTS } from './verdict-bar.tsx'
import { useLayer } from './use-layer.ts'
import type { ThemeDesk } from './use-themes.ts'

const PAGE = 100
type Shown = Side | 'all'

export function FragmentReview({ theme, desk }: { theme: Theme, desk: ThemeDesk }) {
  const say = useSay('themes')
  const [shown, setShown] = useState<Shown>('all')
  const [limit, setLimit] = useState(PAGE)
  const [adding, setAdding] = useState(false)
  const [at, setAt] = useState(0)
  const layer = useLayer()
  const list = useRef<HTMLOListElement>(null)
  const found = useRead('theme.fragments', { theme: theme.id, layer, limit, ...(shown === 'all' ? {} : { side: shown }) }, { when: layer !== undefined, keepFormer: true }).data
  const rows = found?.rows ?? []
  const stand = (place: number) => list.current?.querySelectorAll<HTMLElement>(':scope > li')[Math.max(0, Math.min(rows.length - 1, place))]?.focus()
  const judge = (row: ThemeFragment, verdict: Verdict | null) => void judgeFragment(desk, theme, row, verdict)
  const isOnList = () => list.current?.contains(document.activeElement) ?? false
  const mayJudge = () => desk.mayChange && isOnList()
  useActions([
    ...VERDICTS.fragment.map((verdict, nth) => ({
      id: `verdict.${verdict}`, part: say('part.review'), name: say(`verdict.fragment.${verdict}`), keys: [String(nth + 1)], when: mayJudge,
      run: () => { const row = rows[at]; if (row) { judge(row, row.mine === verdict ? null : verdict); stand(at + 1) } }
    })),
    { id: 'review.next', part: say('part.review'), name: say('review.next'), keys: ['ArrowDown', 'j'], when: () => rows.length > 0, run: () => stand(isOnList() ? at + 1 : 0) },
    { id: 'review.previous', part: say('part.review'), name: say('review.previous'), keys: ['ArrowUp', 'p'], when: isOnList, run: () => stand(at - 1) },
    { id: 'review.against', part: say('part.review'), name: say('act.contradicts'), keys: ['t'], when: mayJudge, run: () => { const row = rows[at]; if (row) void turnFragment(desk, theme, row, row.side === 'contradicts' ? 'supports' : 'contradicts') } },
    { id: 'review.add', part: say('part.review'), name: say('fragment.add'), keys: ['a'], when: () => desk.mayChange, run: () => setAdding(true) }
  ])
  return (
    <div className="theme-review">
      <header className="theme-review-head">
        <p className="theme-review-lead">{say('review.fragments.lead')}</p>
        <RadioGroup<Shown>
          label={say('review.shown')} labelHidden asBar value={shown} onChange={next => { setShown(next); setAt(0) }}
          choices={(['all', 'supports', 'contradicts', 'apart'] as const).map(id => ({ id, name: say(id === 'all' ? 'review.all' : `side.${id}`) }))}
        />
        {desk.mayChange && <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>{say('fragment.add')}</Button>}
      </header>
      {found && found.total > 0 && <ProgressBar label={say('review.progress')} value={100 * found.judged / found.total} detail={say('review.done', { judged: found.judged, count: found.total })} />}
      {!found && <Skeleton label={say('loading')} lines={6} />}
      {found?.total === 0 && <p className="ui-hint">{say('review.none')}</p>}
      <ol ref={list} className="theme-fragments" aria-label={say('tab.fragmenten')}>
        {rows.map((row, place) => (
          <FragmentRow
            key={row.codings[0]!.coding} row={row} codes={desk.codeById} isCurrent={place === at} mayChange={desk.mayChange} onStand={() => setAt(place)} onJudge={verdict => judge(row, verdict)}
            onSide={side => void turnFragment(desk, theme, row, side)} onTelling={() => void tellFragment(desk, theme, row)}
          />
        ))}
      </ol>
      {found && found.total > rows.length && limit < 500 && <Button look="quiet" onPress={() => setLimit(Math.min(500, limit + PAGE))}>{say('more')}</Button>}
      {adding && <AddFragment theme={theme} desk={desk} onClose={() => setAdding(false)} />}
    </div>
  )
}

/** The first coding of a passage stands for it; a verdict taken back is taken back from each. */
async function judgeFragment(desk: ThemeDesk, theme: Theme, row: ThemeFragment, verdict: Verdict | null): Promise<void> {
  const codings = verdict === null ? row.codings : row.codings.slice(0, 1)
  for (const { coding } of codings) await desk.judge(theme.id, { coding }, verdict)
}

/** What was laid by hand speaks for the passage; where several were, all turn. */
function turnFragment(desk: ThemeDesk, theme: Theme, { codings }: ThemeFragment, side: Side): Promise<boolean> {
  const placed = codings.filter(coding => coding.placed)
  return desk.place(theme, (placed.length > 0 ? placed : codings.slice(0, 1)).map(({ coding }) => ({ coding })), { side, from: theme.id })
}

async function tellFragment(desk: ThemeDesk, theme: Theme, row: ThemeFragment): Promise<void> {
  const placed = row.codings.find(coding => coding.placed)
  const part = placed && theme.parts.find(one => one.is === 'coding' && one.coding === placed.coding)
  if (part) await desk.turn(part, { telling: !row.telling })
}
