// The story on the page: its main text, and under it what the teller wrote with other questions, to be coded alike.
import { memo, useCallback, useMemo, type ReactNode } from 'react'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Span } from '../../shared/anchoring/span.ts'
import { readTurns } from '../../shared/text/turns.ts'
import { useSay } from '../i18n/say.ts'
import { Reader } from '../reader/reader.tsx'
import type { ReaderCoding, ReaderHandle, ReaderSelection } from '../reader/types.ts'
import type { CodingFace } from './coding-faces.ts'
import type { Found } from './find-in-story.tsx'
import { questionOf } from './teller-panel.tsx'

export interface StoryTextsProps {
  story: Story
  signifiers: readonly Signifier[]
  byText: ReadonlyMap<Id, readonly CodingFace[]>
  active: Id | null
  hovered: Id | null
  found: readonly Found[]
  onReader: (text: Id, handle: ReaderHandle | null) => void
  onActivate: (coding: Id | null) => void
  onSelect: (text: Text, selection: ReaderSelection | null) => void
  onResize: (coding: Id, span: Span) => void
}

const NONE: readonly never[] = []

export const StoryTexts = memo(function StoryTexts(props: StoryTextsProps) {
  const { story, signifiers } = props
  const say = useSay('coding')
  const [main, ...answers] = story.texts
  if (!main) return null
  const foot = (
    <div className="reader-page story-answers">
      <div>
        {answers.map(text => {
          const signifier = signifiers.find(({ id }) => id === text.signifier)
          const question = signifier ? questionOf(signifier, story.group) : say('story.answer')
          return (
            <section key={text.id} className="story-answer" data-text={text.id}>
              <h2>{question}</h2>
              <OneText {...props} text={text} label={question} look="note" />
            </section>
          )
        })}
      </div>
    </div>
  )
  return <OneText key={main.id} {...props} text={main} label={say('story', { number: story.number })} look="page" foot={foot} />
})

function OneText({ story, byText, active, hovered, found, onReader, onActivate, onSelect, onResize, text, label, look, foot }: StoryTextsProps & { text: Text, label: string, look: 'page' | 'note', foot?: ReactNode }) {
  const codings = byText.get(text.id) ?? NONE
  const handle = useCallback((reader: ReaderHandle | null) => onReader(text.id, reader), [onReader, text.id])
  const turns = useMemo(() => readTurns(text.body), [text.body])
  const here = useMemo(() => found.filter(span => span.text === text.id), [found, text.id])
  return (
    <Reader
      ref={handle} textId={text.id} revision={text.revision} body={text.body} language={story.language ?? 'nl'} label={label} look={look} foot={foot}
      codings={codings} activeCoding={codings.some(coding => coding.id === active) ? active : null} hoveredCoding={hovered}
      onActivate={onActivate} onSelect={selection => onSelect(text, selection)} onResize={onResize} canResize={isMine} snap="word" turns={turns} found={here}
    />
  )
}

const isMine = (coding: ReaderCoding) => coding.mine
