// The right small picture for an answer, whatever kind of question it belongs to.
import type { AnswerValue } from '../../shared/domain/signifier.ts'
import { useLocale } from 'react-aria-components'
import { useWords } from '../ui/words.ts'
import { ChoiceMini, LikertMini, type ChoiceOption } from './choice-mini.tsx'
import { useNumbers } from './numbers.ts'
import { SliderMini } from './slider-mini.tsx'
import { StonesMini } from './stones-mini.tsx'
import { TriadMini } from './triad-mini.tsx'
import { chartWords } from './words.ts'
import './charts.css'

/** What a picture needs to know of its question; a Signifier of the contract fits. */
export interface AskedQuestion {
  kind: 'choice' | 'multi' | 'likert' | 'slider' | 'triad' | 'stones' | 'number' | 'date' | 'text'
  options: readonly ChoiceOption[]
  anchors: readonly string[]
  stones: readonly ChoiceOption[]
  /** Of a Likert: the last option is the highest. */
  highLast?: boolean | null
}

export interface AnswerPictureProps {
  signifier: AskedQuestion
  /** Options and stones by the ids the question gives them. */
  value: AnswerValue
}

export function AnswerPicture({ signifier, value }: AnswerPictureProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  switch (value.is) {
    case 'na': return <p className="chart-quiet">{words.na}</p>
    case 'triad': return <TriadMini anchors={signifier.anchors} shares={value.shares} />
    case 'options': return <ChoiceMini options={signifier.options} chosen={value.options} />
    case 'option': return signifier.kind === 'likert'
      ? <LikertMini options={signifier.options} highLast={signifier.highLast ?? null} chosen={value.option} />
      : <ChoiceMini options={signifier.options} chosen={[value.option]} />
    case 'number': return signifier.kind === 'slider'
      ? <SliderMini anchors={signifier.anchors} value={value.value} />
      : <p className="chart-choice">{number(value.value, 2)}</p>
    case 'stones': return <StonesMini anchors={signifier.anchors} {...sortStones(signifier.stones, value.places)} />
    case 'date': return <Day day={value.day} />
    case 'text': return <p className="chart-choice">{value.text}</p>
  }
}

function Day({ day }: { day: string }) {
  const { locale } = useLocale()
  return <time className="chart-choice" dateTime={day}>{new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))}</time>
}

function sortStones(stones: readonly ChoiceOption[], places: readonly { stone: string, x: number, y: number | null }[]) {
  const placed = stones.flatMap(stone => places.filter(place => place.stone === stone.id).map(({ x, y }) => ({ ...stone, x, y })))
  return { stones: placed, unplaced: stones.filter(stone => !places.some(place => place.stone === stone.id)).map(stone => stone.name) }
}
