// One story in the list: how far you are, its number, its group, how much was coded, its first words.
import { memo } from 'react'
import type { StoryInList } from '../../shared/contract/story.ts'
import { isOwnName } from '../../shared/importing/content-hash.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'

export interface StoryRowProps {
  /** Undefined while it is under way. */
  story: StoryInList | undefined
  group: string | undefined
  /** Colleagues who have it before them now: their names, and their letters with spaces between. */
  readers: string | undefined
  letters: string | undefined
}

/** More than this are told by a plus. */
const BARS = 8

export const StoryRow = memo(function StoryRow({ story, group, readers, letters }: StoryRowProps) {
  const say = useSay('stories')
  if (!story) return <div className="story-row is-coming"><span className="only-read-aloud">{say('row.coming')}</span><span /><span /></div>
  const state = stateOf(story)
  const told = `${say('row.codings', { count: story.codings })}${story.mine > 0 ? `, ${say('row.mine', { count: story.mine })}` : ''}`
  return (
    <div className="story-row">
      <span className="story-row-sign" title={say(`row.${state}`)}><StateSign state={state} /></span>
      <span className="story-row-number"><span className="only-read-aloud">{say('row.story')} </span>{story.number}<span className="only-read-aloud">, {say(`row.${state}`)}, </span></span>
      <span className="story-row-group">
        {group}{isOwnName(story.sourceId) && <span className="story-row-source" title={say('row.source')}>{group && <span aria-hidden>{' · '}</span>}<span className="only-read-aloud">, {say('row.source')} </span>{story.sourceId}</span>}
      </span>
      <span className="story-row-end">
        {letters?.split(' ').map((each, at) => <CoderRing key={at} small initials={each} />)}
        {readers && <span className="only-read-aloud">, {say('row.readers', { names: readers })}</span>}
        <CodingBars codings={story.codings} mine={story.mine} says={told} />
      </span>
      <span className="only-read-aloud">, {told}: </span>
      <span className="story-row-opening">{story.opening}</span>
    </div>
  )
})

type State = 'unread' | 'opened' | 'done'
const stateOf = (story: StoryInList): State => (story.done ? 'done' : story.opened ? 'opened' : 'unread')

/** Told apart by shape: an empty ring, a full dot, a tick. */
function StateSign({ state }: { state: State }) {
  return (
    <svg className={`story-sign is-${state}`} width={14} height={14} viewBox="0 0 14 14" aria-hidden>
      {state === 'done' ? <path d="M2.5 7.5 5.5 10.5 11.5 3.5" /> : <circle cx={7} cy={7} r={state === 'opened' ? 3.5 : 4} />}
    </svg>
  )
}

/** A bar for every coding: full ones are yours. */
function CodingBars({ codings, mine, says }: { codings: number, mine: number, says: string }) {
  const shown = Math.min(codings, BARS)
  const own = codings > BARS ? Math.round((mine / codings) * BARS) : mine
  return (
    <span className="story-bars" aria-hidden title={says}>
      {Array.from({ length: shown }, (_, at) => <i key={at} className={at < own ? 'is-mine' : undefined} />)}
      {codings > BARS && <b>+</b>}
    </span>
  )
}
