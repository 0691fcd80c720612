// The stories read by two or more, the chosen one with a lane for every coder, and its places in words beside it.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Id } from '../../shared/domain/ids.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute, go, passageOf, type Route } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SplitPane } from '../ui/split-pane.tsx'
import type { Around } from './around.ts'
import { ComparedStory } from './compared-story.tsx'
import { ComparedList } from './compared-list.tsx'

const PAGE = 100

export function StoriesFace({ around, route }: { around: Around, route: Route }) {
  const say = useSay('compare')
  const { choices, set, compared } = around
  const [pages, setPages] = useState(1)
  const [unfold, setUnfold] = useState(0)
  const [side, setSide] = useState<HTMLElement | null>(null)
  const coders = compared.map(({ id }) => id)
  const { data, error } = useRead('compare.stories', {
    coders, filter: choices.filter, order: choices.order, limit: Math.min(500, PAGE * pages), ...(choices.codes ? { codes: choices.codes } : {})
  }, { keepFormer: true })
  const rows = data?.rows
  const isHere = route.place === 'samen'
  const named = Id.safeParse(route.rest[0])
  const current = isHere && named.success ? named.data : null
  const first = rows?.[0]?.id
  useEffect(() => { if (current !== null && current !== choices.story) set({ story: current }) })
  useEffect(() => {
    // Where one was, as long as it is still compared; else the first.
    if (isHere && current === null && first) go(formatRoute({ place: 'samen', rest: [rows?.some(({ id }) => id === choices.story) ? choices.story! : first] }), { replace: true })
  }, [isHere, current, first, rows, choices.story])
  const open = useCallback((story: Id) => go(formatRoute({ place: 'samen', rest: [story] })), [])
  const step = (way: 1 | -1) => {
    const at = rows?.findIndex(({ id }) => id === current) ?? -1
    const next = at < 0 ? rows?.[0] : rows?.[at + way]
    if (next) open(next.id)
  }
  const unfoldSide = useCallback(() => setUnfold(times => times + 1), [])
  const passage = useMemo(() => passageOf(route), [route])
  if (error) return <div className="compare-panel"><Notice kind="error">{failureWords(failureOf(error))}</Notice></div>
  if (!data) return <div className="compare-panel"><Skeleton label={say('loading')} lines={8} /></div>
  if (data.total === 0 && current === null) {
    return (
      <div className="compare-panel">
        <EmptyState says={<>{say('list.empty')} {data.waiting > 0 && say('list.waiting', { count: data.waiting })}</>} act={<Button look="primary" onPress={() => go('#/lezen')}>{say('list.empty.act')}</Button>} />
      </div>
    )
  }
  return (
    <SplitPane
      remember="samen" middle={520}
      left={{ name: say('list'), width: 280, min: 220, content: <ComparedList around={around} answer={data} current={current} onOpen={open} onMore={data.rows.length < data.total && data.rows.length < 500 ? () => setPages(pages + 1) : null} /> }}
      right={{ name: say('spots'), width: 340, min: 280, unfold, content: <div ref={setSide} className="compare-side-frame" /> }}
    >
      {current && <ComparedStory key={current} around={around} story={current} passage={passage} side={side} unfoldSide={unfoldSide} onStep={step} />}
    </SplitPane>
  )
}
