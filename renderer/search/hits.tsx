// Hits by story: which story, how often, and the first places in it; and the memos that hold the words.
import { useState } from 'react'
import type { CalledStory, MemoHit, Snippet, StoryHit } from '../../shared/contract/search.ts'
import { isOwnName } from '../../shared/importing/content-hash.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { memoRoute, storyRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Ask, Asked } from './asked.ts'
import { Marked } from './marked.tsx'
import { Meant } from './meant.tsx'

const [PAGE, MOST] = [20, 100]

export function Hits({ asked: { words, filter }, ask }: { asked: Asked, ask: Ask }) {
  const say = useSay('search')
  const formats = useFormats()
  const [limit, setLimit] = useState(PAGE)
  const isAsked = words.trim() !== ''
  const found = useRead('search.find', { words, filter, limit }, { when: isAsked, keepFormer: true }).data
  // Until all words are listed nobody knows that something stands nowhere.
  const isWhole = useRead('search.state', {}).data?.state === 'ready'
  if (!isAsked) return <EmptyState says={say('hits.empty')} />
  if (!found) return <Skeleton label={say('looking')} lines={6} />
  return (
    <div className="search-hits">
      <p className="search-count" role="status">{found.called.length > 0 && `${say('called', { count: found.called.length })} `}{(found.total > 0 || (isWhole && found.called.length === 0)) && say('hits.count', { count: found.total })}{found.memos.length > 0 && ` ${say('memos.count', { count: found.memos.length })}`}</p>
      {found.called.length > 0 && <ol className="search-stories">{found.called.map(story => <Called key={story.story} story={story} />)}</ol>}
      {isWhole && found.total === 0 && found.called.length === 0 && <Meant words={words} filter={filter} ask={ask} />}
      {found.memos.length > 0 && (
        <section aria-labelledby="search-memos" className="search-memos">
          <h2 id="search-memos">{say('memos')}</h2>
          <ul>{found.memos.map(memo => <Memo key={memo.memo} memo={memo} />)}</ul>
        </section>
      )}
      <ol className="search-stories">{found.stories.map(hit => <Story key={hit.story} hit={hit} />)}</ol>
      {found.total > found.stories.length && (limit < MOST
        ? <Button look="quiet" onPress={() => setLimit(now => Math.min(MOST, now + PAGE))}>{say('more')}</Button>
        : <p className="ui-hint">{say('hits.narrow', { n: formats.number(MOST) })}</p>)}
    </div>
  )
}

/** One that bears the number, here or in its source, that was asked for. */
function Called({ story: { story, number, sourceId, group, opening } }: { story: CalledStory }) {
  const say = useSay('search')
  const groups = useRead('project.read', {}).data?.groups
  const facts = [groups?.find(({ id }) => id === group)?.name, isOwnName(sourceId) && say('source', { id: sourceId })].filter(Boolean)
  return (
    <li className="search-story">
      <h2><a href={storyRoute(story)}>{say('story', { number })}</a><span className="ui-hint">{facts.join(' · ')}</span></h2>
      <ul><li><a className="search-snippet is-opening" href={storyRoute(story)}>{opening}</a></li></ul>
    </li>
  )
}

function Story({ hit: { story, number, group, hits, snippets } }: { hit: StoryHit }) {
  const say = useSay('search')
  const groups = useRead('project.read', {}).data?.groups
  const name = groups?.find(({ id }) => id === group)?.name
  return (
    <li className="search-story">
      <h2><a href={storyRoute(story, snippets[0])}>{say('story', { number })}</a>{name && <span className="ui-hint">{name}</span>}<span className="ui-hint">{say('times', { count: hits })}</span></h2>
      <ul>
        {snippets.map(snippet => (
          <li key={`${snippet.text} ${snippet.start}`}>
            <a className="search-snippet" href={storyRoute(story, snippet)}><AnswerTo snippet={snippet} /><Marked words={snippet.words} marks={snippet.marks} /></a>
          </li>
        ))}
      </ul>
    </li>
  )
}

/** The question that these words answer; nothing before the story itself. */
function AnswerTo({ snippet }: { snippet: Snippet }) {
  const signifiers = useRead('signifier.list', {}, { when: snippet.signifier !== null }).data
  const title = signifiers?.find(({ id }) => id === snippet.signifier)?.title
  return title ? <span className="search-question">{title}</span> : null
}

function Memo({ memo }: { memo: MemoHit }) {
  const say = useSay('search')
  const formats = useFormats()
  const coder = useCoders().get(memo.coder)
  const address = memoRoute(memo)
  const words = <><span className="search-question">{say('memo.by', { name: coder?.name ?? '…', when: formats.date(memo.at) })}</span><Marked words={memo.words} marks={memo.marks} /></>
  return <li>{address ? <a className="search-snippet is-memo" href={address}>{words}</a> : <p className="search-snippet is-memo">{words}</p>}</li>
}
