// One story in the list: how far you are, its number, its group, how much was coded, its first words.
import { memo } from 'react'
import type { StoryInList } from '../../shared/contract/story.ts'
import { useSay, type Say } from '../i18n/say.ts'

export interface StoryRowProps {
  /** Undefined while it is under way. */
  story: StoryInList | undefined
  group: string | undefined
}

/** More than this are told by a plus. */
const BARS = 8

export const StoryRow = memo(function StoryRow({ story, group }: StoryRowProps) {
  if (!story) return <div className="story-row is-coming" aria-hidden><span /><span /></div>
  return (
    <div className="story-row" aria-hidden>
      <StateSign state={stateOf(story)} />
      <span className="story-row-number">{story.number}</span>
      <span className="story-row-group">{group}</span>
      <CodingBars codings={story.codings} mine={story.mine} />
      <span className="story-row-opening">{story.opening}</span>
    </div>
  )
})

type State = 'unread' | 'opened' | 'done'
const stateOf = (story: StoryInList): State => (story.done ? 'done' : story.opened ? 'opened' : 'unread')

/** Told apart by shape: an empty ring, a full dot, a tick. */
export function StateSign({ state }: { state: State }) {
  return (
    <svg className={`story-sign is-${state}`} width={14} height={14} viewBox="0 0 14 14" aria-hidden>
      {state === 'done' ? <path d="M2.5 7.5 5.5 10.5 11.5 3.5" /> : <circle cx={7} cy={7} r={state === 'opened' ? 3.5 : 4} />}
    </svg>
  )
}

/** A bar for every coding: full ones are yours. */
function CodingBars({ codings, mine }: { codings: number, mine: number }) {
  const shown = Math.min(codings, BARS)
  const own = codings > BARS ? Math.round((mine / codings) * BARS) : mine
  return (
    <span className="story-bars">
      {Array.from({ length: shown }, (_, at) => <i key={at} className={at < own ? 'is-mine' : undefined} />)}
      {codings > BARS && <b>+</b>}
    </span>
  )
}

/** The row as it is read aloud. */
export function rowWords(say: Say<'stories'>, story: StoryInList, group: string | undefined): string {
  const codings = say('row.codings', { count: story.codings })
  return [
    say('row.story', { number: story.number }), group, say(`row.${stateOf(story)}`),
    story.mine > 0 ? `${codings}, ${say('row.mine', { count: story.mine })}` : codings, story.opening
  ].filter(Boolean).join(', ')
}

export function useRowWords() {
  const say = useSay('stories')
  return (story: StoryInList, group: string | undefined) => rowWords(say, story, group)
}
