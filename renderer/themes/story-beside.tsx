// One story in full beside a theme, with the passages of the theme marked in it, and the question whether the theme plays here.
import { useEffect, useRef } from 'react'
import { BookOpenText, Layers } from 'lucide-react'
import type { Side, Theme, ThemeStory, Verdict } from '../../shared/contract/theme.ts'
import { useRead } from '../api/hooks.ts'
import { go, storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { inPieces } from './pieces.ts'
import { VerdictBar } from './verdict-bar.tsx'
import { useLayer } from './use-layer.ts'
import type { ThemeDesk } from './use-themes.ts'

export interface StoryBesideProps { theme: Theme, desk: ThemeDesk, row: ThemeStory, onJudge: (verdict: Verdict | null) => void }

export function StoryBeside({ theme, desk, row, onJudge }: StoryBesideProps) {
  const say = useSay('themes')
  const layer = useLayer()
  const story = useRead('story.read', { story: row.story }).data
  const fragments = useRead('theme.fragments', { theme: theme.id, layer, story: row.story, limit: 500 }, { when: layer !== undefined }).data?.rows ?? []
  const frame = useRef<HTMLElement>(null)
  useEffect(() => { frame.current?.parentElement?.scrollTo({ top: 0 }) }, [])
  return (
    <section ref={frame} aria-label={say('story', { number: row.number })} className="theme-story">
      <header>
        <h2>{say('story', { number: row.number })}</h2>
        <Button small look="quiet" icon={<BookOpenText aria-hidden />} onPress={() => go(storyRoute(row.story))}>{say('act.open.story')}</Button>
        {desk.mayChange && <LayStory theme={theme} desk={desk} row={row} />}
      </header>
      {desk.mayChange && <VerdictBar label={say('verdict.of', { what: say('story', { number: row.number }) })} of="story" mine={row.mine} others={row.others} onJudge={onJudge} />}
      {!story && <Skeleton label={say('loading')} lines={10} />}
      {story?.texts.map(text => (
        <div key={text.id} className="theme-story-text" lang={story.language ?? undefined}>
          {inPieces(text.body, fragments.filter(fragment => fragment.text === text.id)).map(({ from, words, side }) => (side ? <mark key={from} data-side={side}>{words}</mark> : <span key={from}>{words}</span>))}
        </div>
      ))}
    </section>
  )
}

/** The story as a whole on the theme: as one that carries it, or as one that speaks against it. */
function LayStory({ theme, desk, row: { story, part } }: Pick<StoryBesideProps, 'theme' | 'desk' | 'row'>) {
  const say = useSay('themes')
  const laid = theme.parts.find(({ id }) => id === part?.id)
  if (laid) {
    return (
      <p className="theme-story-laid">
        {say(laid.side === 'contradicts' ? 'whole.against' : 'whole.laid')} <Button small look="quiet" onPress={() => void desk.take(theme, [laid])}>{say('act.take')}</Button>
      </p>
    )
  }
  const lay = (side: Side) => () => void desk.place(theme, [{ story }], { side })
  return (
    <Menu
      label={say('whole')} trigger={<Button small icon={<Layers aria-hidden />}>{say('whole')}</Button>}
      parts={[{ acts: [{ id: 'supports', name: say('side.supports'), onAct: lay('supports') }, { id: 'contradicts', name: say('side.contradicts'), onAct: lay('contradicts') }] }]}
    />
  )
}
