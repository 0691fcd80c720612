// The preview: one story at a time as it will look, with its answers drawn small, and what is wrong in the first rows.
import { useId, useState } from 'react'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { AnswerValue, SignifierShape } from '../../shared/domain/signifier.ts'
import { problemWords } from '../../shared/importing/messages.ts'
import type { ImportProblem, StagedStory } from '../../shared/importing/staged.ts'
import { AnswerPicture } from '../charts/answer-picture.tsx'
import { useFormats } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { setDraft, useDraft } from './draft.ts'
import { ProblemList } from './problem-list.tsx'
import type { Preview as Rows } from './preview-rows.ts'

export function Preview({ preview }: { preview: Rows }) {
  const say = useSay('importing')
  const { row } = useDraft()
  const [face, setFace] = useState<'story' | 'problems'>('story')
  const { rows, problems } = preview
  const at = Math.max(0, rows.findIndex(one => one.row === row))
  const show = (to: number): void => { const next = rows[to]; if (next) setDraft({ row: next.row }) }
  const goTo = (problem: ImportProblem): void => {
    if (problem.row !== null) setDraft({ row: problem.row })
    setFace('story')
  }
  const shown = rows[at]
  return (
    <aside className="import-preview" aria-label={say('preview')}>
      <Tabs
        label={say('preview')} value={face} onChange={setFace}
        tabs={[
          {
            id: 'story', name: say('preview.story'),
            content: (
              <>
                <div className="import-preview-walk">
                  <IconButton small name={say('preview.previous')} icon={<ChevronLeft aria-hidden />} isDisabled={at === 0} onPress={() => show(at - 1)} />
                  <span aria-live="polite">{shown ? say('preview.at', { row: shown.row, at: at + 1, of: rows.length }) : say('preview.none')}</span>
                  <IconButton small name={say('preview.next')} icon={<ChevronRight aria-hidden />} isDisabled={at >= rows.length - 1} onPress={() => show(at + 1)} />
                </div>
                {shown && <Row story={shown.story} problems={shown.problems} signifiers={preview.signifiers} />}
              </>
            )
          },
          { id: 'problems', name: say('preview.problems'), count: problems.length, content: problems.length === 0 ? <p className="ui-hint">{say('preview.noProblems')}</p> : <ProblemList problems={problems} onGo={goTo} /> }
        ]}
      />
    </aside>
  )
}

function Row({ story, problems, signifiers }: { story: StagedStory | null, problems: ImportProblem[], signifiers: SignifierShape[] }) {
  const say = useSay('importing')
  const language = useLanguage()
  const format = useFormats()
  const told = problems.map(problem => (
    <Notice key={`${problem.message} ${problem.column}`} kind={problem.severity === 'error' ? 'error' : 'warning'}>
      {problem.column !== null && <strong>{problem.column}: </strong>}{problemWords(problem, language)}
    </Notice>
  ))
  if (!story) return <>{told}{told.length === 0 && <p className="ui-hint">{say('preview.skipped')}</p>}</>
  const about = [
    say('about.id', { id: story.sourceId }), story.group, story.wave, story.collectedOn && format.date(Date.parse(`${story.collectedOn}T12:00:00`)), story.teller && say('about.teller', { teller: story.teller }), story.language, story.channel
  ].filter(Boolean)
  return (
    <>
      <p className="import-preview-about">{about.join(' · ')}</p>
      {told}
      <div className="import-preview-story">{story.text.split(/\n{2,}/).map((paragraph, at) => <p key={at}>{paragraph}</p>)}</div>
      <dl className="import-answers">
        {signifiers.map(signifier => <Answer key={signifier.key} signifier={signifier} value={story.answers[signifier.key]} />)}
      </dl>
    </>
  )
}

function Answer({ signifier, value }: { signifier: SignifierShape, value: AnswerValue | undefined }) {
  const say = useSay('importing')
  const id = useId()
  const named = (list: SignifierShape['options']) => list.map(({ key, label }) => ({ id: key, name: label }))
  return (
    <div className="import-answer" data-kind={signifier.kind}>
      <dt id={id}>{signifier.title || signifier.key} <span className="ui-hint">{say(`kind.is.${signifier.kind}`)}</span></dt>
      <dd aria-labelledby={id}>
        {value ? <AnswerPicture signifier={{ kind: signifier.kind, options: named(signifier.options), anchors: signifier.anchors, stones: named(signifier.stones) }} value={value} /> : <p className="import-blank">{say('preview.blank')}</p>}
      </dd>
    </div>
  )
}
