// The theme held against every story, those without a code too: read one after the other and say whether the theme plays there.
import { useState } from 'react'
import type { Theme, ThemeStory, Verdict } from '../../shared/contract/theme.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { GridList } from '../ui/grid-list.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { StoryBeside } from './story-beside.tsx'
import { VERDICTS } from './verdict-bar.tsx'
import { useLayer } from './use-layer.ts'
import type { ThemeDesk } from './use-themes.ts'

const PICKS = ['all', 'silent', 'open', 'uncoded', 'supports', 'contradicts', 'judged'] as const
type Pick = typeof PICKS[number]
type Row = ThemeStory & { id: string, name: string }

export function StoryReview({ theme, desk }: { theme: Theme, desk: ThemeDesk }) {
  const say = useSay('themes')
  const format = useFormats()
  const layer = useLayer()
  const [only, setOnly] = useState<Pick>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const found = useRead('theme.stories', { theme: theme.id, layer, only, limit: 500 }, { when: layer !== undefined, keepFormer: true }).data
  const rows: Row[] = (found?.rows ?? []).map(row => ({ ...row, id: row.story, name: say('story', { number: row.number }) }))
  const at = Math.max(0, rows.findIndex(({ story }) => story === chosen))
  const row = rows[at]
  const step = (by: number) => { const next = rows[at + by]; if (next) setChosen(next.story) }
  const judge = (verdict: Verdict | null) => {
    if (!row) return
    // Where it leaves the list ("not judged yet"), the next one comes in its place.
    const next = verdict !== null && row.mine === null ? rows[at + 1] : undefined
    if (next) setChosen(next.story)
    void desk.judge(theme.id, { story: row.story }, verdict)
  }
  useActions([
    ...VERDICTS.story.map((verdict, nth) => ({
      id: `story.${verdict}`, part: say('part.review'), name: say(`verdict.story.${verdict}`), keys: [String(nth + 1)], when: () => desk.mayChange && row !== undefined, run: () => judge(row?.mine === verdict ? null : verdict)
    })),
    { id: 'review.next', part: say('part.review'), name: say('review.next'), keys: ['j'], when: () => at < rows.length - 1, run: () => step(1) },
    { id: 'review.previous', part: say('part.review'), name: say('review.previous'), keys: ['p'], when: () => at > 0, run: () => step(-1) }
  ])
  return (
    <div className="theme-stories">
      <div className="theme-stories-list">
        <p className="theme-review-lead">{say('review.stories.lead')}</p>
        {found && <ProgressBar label={say('review.progress')} value={found.all === 0 ? 0 : 100 * found.judged / found.all} detail={say('review.read', { judged: found.judged, all: found.all })} />}
        <Select<Pick> label={say('pick')} value={only} onChange={setOnly} choices={PICKS.map(id => ({ id, name: say(`pick.${id}`) }))} />
        {!found && <Skeleton label={say('loading')} lines={8} />}
        <GridList<Row>
          label={say('tab.verhalen')} rows={rows} rowHeight={64} selected={new Set(row ? [row.id] : [])} onSelect={ids => { const [id] = ids; if (id) setChosen(id) }}
          renderRow={each => <StoryFace row={each} />} emptyState={found && <p className="ui-hint">{say('pick.none')}</p>}
        />
        {found && found.total > rows.length && <p className="ui-hint">{say('pick.cut', { count: rows.length, all: format.number(found.total) })}</p>}
      </div>
      <div className="theme-stories-read">{row && <StoryBeside key={row.story} theme={theme} desk={desk} row={row} onJudge={judge} />}</div>
    </div>
  )
}

function StoryFace({ row }: { row: Row }) {
  const say = useSay('themes')
  return (
    <div className="theme-story-face">
      <p>
        <strong>{row.name}</strong>
        {row.mine && <span className="theme-mark" data-verdict={row.mine}>{say(`verdict.story.${row.mine}`)}</span>}
        {row.supports > 0 && <span className="theme-mark">{say('fragments', { count: row.supports })}</span>}
        {(row.contradicts > 0 || row.part?.side === 'contradicts') && <span className="theme-mark is-against">{say('side.contradicts')}</span>}
        {row.codings === 0 && <span className="theme-mark">{say('pick.uncoded.short')}</span>}
      </p>
      <p className="theme-story-opening">{row.opening}</p>
    </div>
  )
}
