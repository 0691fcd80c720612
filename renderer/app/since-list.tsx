// What happened while one was away, each thing a way to its place.
import type { ReactNode } from 'react'
import type { News } from '../../shared/contract/visit.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useAllCoders } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { formatRoute, storyRoute } from './route.ts'

/** Of one sort; the rest is counted. */
const NAMED = 5

export function SinceList({ news }: { news: News }) {
  const say = useSay('together')
  const coders = useAllCoders()
  const isBlind = useRead('project.read', {}).data?.blind
  const nameOf = (coder: Id | null) => (coder && coders.get(coder)?.name) ?? say('since.somebody')
  const codeLink = (code: Id, name: string) => <a href={formatRoute({ place: 'codes', rest: [code] })}>{name}</a>
  return (
    <>
      <Part heading={say('since.memos', { count: news.memos.length })} rows={news.memos.map(({ memo, coder, reply, story, coding, opening }) => ({
        key: memo,
        row: <><a href={placeOfMemo(story, coding)}>{say(reply ? 'since.reply' : 'since.onCoding', { name: nameOf(coder) })}</a><span className="since-words">{opening}</span></>
      }))} />
      <Part heading={say('since.talks', { count: news.talks.length })} rows={news.talks.map(({ talk, coder, story, number, isSettled, question }) => ({
        key: talk, row: <><a href={formatRoute({ place: 'samen', rest: [story] })}>{say(isSettled ? 'since.settled' : 'since.opened', { name: nameOf(coder), number })}</a><span className="since-words">{question}</span></>
      }))} />
      <Part heading={say('since.made', { count: news.made.length })} rows={news.made.map(({ code, name, coder }) => ({
        key: code, row: <>{codeLink(code, name)} <span className="ui-hint">{say('since.by', { name: nameOf(coder) })}</span></>
      }))} />
      <Part heading={say('since.changed', { count: news.changed.length })} rows={news.changed.map(({ code, name, coder, what }) => ({
        key: code, row: <>{codeLink(code, name)} <span className="ui-hint">{say(`since.${what}`, { name: nameOf(coder) })}</span></>
      }))} />
      {news.codings.map(({ coder, codings, stories, storiesInAll }) => (
        <section key={coder} className="since-part">
          <h3>{say('since.codings', { name: nameOf(coder), count: codings })}</h3>
          <p className="since-stories">
            {stories.map(({ story, number }) => <a key={story} href={storyRoute(story)}>{say('since.story', { number })}</a>)}
            {storiesInAll > stories.length && <span className="ui-hint">{say('since.storyMore', { count: storiesInAll - stories.length })}</span>}
          </p>
        </section>
      ))}
      {isBlind && <p className="ui-hint">{say('since.blind')}</p>}
    </>
  )
}

function Part({ heading, rows }: { heading: string, rows: { key: string, row: ReactNode }[] }) {
  const say = useSay('together')
  if (rows.length === 0) return null
  return (
    <section className="since-part">
      <h3>{heading}</h3>
      <ul>
        {rows.slice(0, NAMED).map(({ key, row }) => <li key={key}>{row}</li>)}
        {rows.length > NAMED && <li className="ui-hint">{say('since.more', { count: rows.length - NAMED })}</li>}
      </ul>
    </section>
  )
}

/** A memo on a coding stands beside its story, with the coding chosen; one that belongs to no story stands in the journal. */
function placeOfMemo(story: Id | null, coding: Id | null): string {
  if (story === null) return formatRoute({ place: 'logboek' })
  return coding === null ? storyRoute(story) : formatRoute({ place: 'lezen', rest: [story], query: { bij: coding } })
}
