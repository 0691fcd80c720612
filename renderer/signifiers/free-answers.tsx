// The free answers to one question, in the order of the stories' numbers, each a link into its story.
import { useState } from 'react'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { storyRoute } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { QuestionPanelProps } from './choices.ts'

const PAGE = 100

export function FreeAnswers({ signifier, signifiers, project, choices }: QuestionPanelProps) {
  const say = useSay('patterns')
  const format = useFormats()
  const [pages, setPages] = useState(1)
  const { data, error } = useRead('pattern.texts', { signifier: signifier.id, filter: choices.filter, limit: Math.min(500, PAGE * pages) }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={6} />
  const linked = signifiers.find(({ id }) => id === signifier.linkedTo)
  const groups = new Map(project.groups.map(({ id, name }) => [id, name]))
  return (
    <>
      <p className="patterns-n">{[say('texts.n', { count: format.number(data.total), n: format.number(data.about.n) }), ...(linked ? [say('texts.linked', { question: linked.title })] : [])].join(' · ')}</p>
      {data.total === 0 ? <EmptyState says={say('texts.none')} /> : (
        <ol className="patterns-texts">
          {data.rows.map(({ story, number, group, text, body }) => (
            <li key={text}>
              <a className="filter-quote" href={storyRoute(story, { text, start: 0, end: body.length })}>{body}</a>
              <span className="chart-n">{say('texts.story', { number })}{groups.size > 1 && group ? ` · ${groups.get(group) ?? ''}` : ''}</span>
            </li>
          ))}
        </ol>
      )}
      {data.rows.length < data.total && data.rows.length < 500 && <Button onPress={() => setPages(pages + 1)}>{say('texts.more')}</Button>}
    </>
  )
}
