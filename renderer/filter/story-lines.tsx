// Stories behind a number, as lines one can read and follow: the first words, or the fragments, each a link that lands at that place.
import type { StoryBehind } from '../../shared/contract/crosstab.ts'
import { cutBefore, cutBehind } from '../../shared/domain/context.ts'
import { storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import './filter.css'

export type StoryLine = Pick<StoryBehind, 'story' | 'number' | 'opening'> & Partial<Pick<StoryBehind, 'fragments' | 'more'>> & { /** Its group in words, where there are several. */ groupName?: string }

export function StoryLines({ stories }: { stories: readonly StoryLine[] }) {
  return <ol className="filter-stories">{stories.map(story => <Story key={story.story} {...story} />)}</ol>
}

function Story({ story, number, opening, groupName, fragments = [], more = 0 }: StoryLine) {
  const say = useSay('filter')
  return (
    <li>
      <h3><a href={storyRoute(story)}>{say('behind.story', { number })}</a>{groupName && <span className="filter-story-group"> · {groupName}</span>}</h3>
      {fragments.length === 0 && <a className="filter-quote" href={storyRoute(story)}>{cutAtWord(opening)}</a>}
      {fragments.map(({ text, start, end, before, quote, after }) => (
        <a key={`${text}${start}-${end}`} className="filter-quote" href={storyRoute(story, { text, start, end })}>
          <span className="filter-context">{cutBefore(before, AROUND)}</span><mark>{quote}</mark><span className="filter-context">{cutBehind(after, AROUND)}</span>
        </a>
      ))}
      {more > 0 && <p className="ui-hint">{say('behind.fragments', { count: more })}</p>}
    </li>
  )
}

/** The first words come cut at a length; the last of them may be half. */
const cutAtWord = (words: string): string => (words.length < 130 ? words : `${words.slice(0, Math.max(100, words.lastIndexOf(' ')))} …`)
/** Of what stands before and behind a quote. */
const AROUND = 40
