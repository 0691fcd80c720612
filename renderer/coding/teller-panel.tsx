// What the teller said of the story: each answer drawn small, in ink and teal. Not applicable, left blank and never asked are three things.
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { AnswerPicture } from '../charts/answer-picture.tsx'
import { useSay } from '../i18n/say.ts'
import { WithdrawAct } from './use-withdraw.tsx'

export interface TellerPanelProps {
  story: Story
  signifiers: readonly Signifier[]
}

export function TellerPanel({ story, signifiers }: TellerPanelProps) {
  const say = useSay('coding')
  const answers = new Map(story.answers.map(({ signifier, value }) => [signifier, value]))
  const written = new Set(story.texts.map(text => text.signifier))
  const asked = signifiers.filter(signifier => isAsked(signifier, story.group) || answers.has(signifier.id))
  const drawn = asked.filter(({ kind }) => kind !== 'text')
  const blankTexts = asked.filter(({ kind, id }) => kind === 'text' && !written.has(id))
  const notAsked = signifiers.filter(signifier => !asked.includes(signifier))
  if (signifiers.length === 0) return <><p className="ui-hint">{say('teller.none')}</p><WithdrawAct story={story} /></>
  return (
    <>
      <dl className="teller">
        {drawn.map(signifier => {
          const value = answers.get(signifier.id)
          return (
            <div key={signifier.id} className="teller-answer" data-kind={signifier.kind}>
              <dt>{questionOf(signifier, story.group)}</dt>
              <dd>{value ? <AnswerPicture signifier={signifier} value={value} /> : <p className="teller-blank">{say('teller.blank')}</p>}</dd>
            </div>
          )
        })}
      </dl>
      {blankTexts.length > 0 && <Folded title={say('teller.blankTexts', { count: blankTexts.length })} list={blankTexts.map(signifier => questionOf(signifier, story.group))} />}
      {notAsked.length > 0 && <Folded title={say('teller.notAsked', { count: notAsked.length })} list={notAsked.map(({ title }) => title)} />}
      <WithdrawAct story={story} />
    </>
  )
}

function Folded({ title, list }: { title: string, list: readonly string[] }) {
  return (
    <details className="teller-folded">
      <summary>{title}</summary>
      <ul>{list.map(question => <li key={question}>{question}</li>)}</ul>
    </details>
  )
}

/** A question without wordings was put to everyone. */
function isAsked(signifier: Signifier, group: Id | null): boolean {
  return signifier.wordings.length === 0 || signifier.wordings.some(wording => wording.group === group)
}

/** As it was put to this group. */
export function questionOf(signifier: Signifier, group: Id | null): string {
  return signifier.wordings.find(wording => wording.group === group)?.title ?? signifier.title
}
