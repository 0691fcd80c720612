// New codes per story, in the order in which the stories were coded; with the reminder that this is no rule to stop by.
import { useRef, useState } from 'react'
import type { Course } from '../../shared/contract/method.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { go, storyRoute } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { SavePicture } from './save-picture.tsx'
import { LayerChoice } from './scope-controls.tsx'
import { useChoices } from './use-choices.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP] = [960, 300, 40, 48, 34, 12]

export function CourseView({ project, coders, codes }: Around) {
  const say = useSay('analysis')
  const tell = useSay('crosstab')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const [choices, setChoices] = useChoices(project)
  const { data, error } = useRead('method.course', { layer: choices.layer }, { keepFormer: true })
  const [all, setAll] = useState(false)
  const names = new Map(codes.map(({ id, name }) => [id, name]))
  const bringing = data?.stories.flatMap((story, at) => (story.fresh.length > 0 ? [{ ...story, at: at + 1 }] : [])).toReversed() ?? []
  const last = bringing[0]
  return (
    <>
      <div className="crosstab-controls"><LayerChoice choices={choices} project={project} coders={coders} onChange={setChoices} /></div>
      {error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : !data ? <Skeleton label={tell('loading')} lines={8} /> : data.stories.length === 0 ? <EmptyState says={say('course.empty')} /> : (
        <section className="crosstab-answer" aria-labelledby="course-title">
          <h2 id="course-title">{say('course.title')}</h2>
          <p className="crosstab-n">{say('course.n', { stories: format.number(data.stories.length), codes: format.number(data.codes) })}</p>
          <div ref={figure} className="crosstab-course">
            <Picture course={data} />
            <ul className="chart-keys"><li><i className="crosstab-bar-key" aria-hidden />{say('course.bars')}</li><li><i className="crosstab-line-key" aria-hidden />{say('course.line')}</li></ul>
          </div>
          <p>{last && say('course.last', { at: format.number(last.at), of: format.number(data.stories.length) })}</p>
          <Notice>{say('course.note')}</Notice>
          <div><SavePicture figure={figure} name={say('view.verloop')} title={say('course.title')} notes={[say('course.n', { stories: format.number(data.stories.length), codes: format.number(data.codes) }), say('course.note')]} /></div>
          <h3>{say('course.bringing')}</h3>
          <ul className="crosstab-fresh">
            {(all ? bringing : bringing.slice(0, 12)).map(({ story, number, fresh, at }) => (
              <li key={story}><Button small look="quiet" onPress={() => go(storyRoute(story))}>{say('course.story', { at: format.number(at), number })}</Button> {format.list(fresh.map(code => names.get(code) ?? ''))}</li>
            ))}
          </ul>
          {!all && bringing.length > 12 && <div><Button onPress={() => setAll(true)}>{tell('behind.more')}</Button></div>}
        </section>
      )}
    </>
  )
}

/** Bars: new codes of a story. Line: all codes so far. */
function Picture({ course }: { course: Course }) {
  const say = useSay('analysis')
  const format = useFormats()
  const { stories, codes } = course
  const most = stories.reduce((largest, { fresh }) => Math.max(largest, fresh.length), 1)
  const step = (WIDTH - LEFT - RIGHT) / stories.length
  const x = (at: number) => LEFT + at * step
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)
  const line = stories.map(({ total }, at) => `${at === 0 ? 'M' : 'L'} ${(x(at) + step / 2).toFixed(1)} ${y(total / codes).toFixed(1)}`).join(' ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={say('course.aloud', { stories: stories.length, codes })}>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} className="crosstab-axis" />
      {stories.map(({ story, fresh }, at) => fresh.length > 0 && <rect key={story} x={x(at) + step * 0.1} width={Math.max(0.8, step * 0.8)} y={y(fresh.length / most)} height={y(0) - y(fresh.length / most)} className="crosstab-bar" />)}
      <path d={line} className="crosstab-line" />
      <text x={LEFT - 6} y={y(1) + 10} textAnchor="end" className="crosstab-axis-words">{format.number(most)}</text>
      <text x={LEFT - 6} y={y(0)} textAnchor="end" className="crosstab-axis-words">0</text>
      <text x={WIDTH - RIGHT + 6} y={y(1) + 10} className="crosstab-axis-words">{format.number(codes)}</text>
      <text x={LEFT} y={HEIGHT - 12} className="crosstab-axis-words">{say('course.axis')}</text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 12} textAnchor="end" className="crosstab-axis-words">{format.number(stories.length)}</text>
    </svg>
  )
}
