// Whole bars of 100 %, one for each part, cut in the order of the answers; every piece opens its stories.
import { Button } from 'react-aria-components'
import { useWords } from '../ui/words.ts'
import { LEAST_FOR_PERCENT, useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface StackedPart {
  id: string
  name: string
  /** By answer. */
  counts: readonly number[]
  /** Said instead of a bar, e.g. that this part was not asked. */
  instead?: string
}

export interface StackedBarsProps {
  label: string
  /** The answers, in the order of the questionnaire. */
  answers: readonly { id: string, name: string }[]
  parts: readonly StackedPart[]
  selected?: { part: string, answer: string } | null
  onSelect?: (part: string, answer: string) => void
}

/** Pieces narrower than this (per cent) hold no number. */
const ROOM = 5

export function StackedBars({ label, answers, parts, selected = null, onSelect }: StackedBarsProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  return (
    <div className="chart-stacked" role="group" aria-label={label}>
      {parts.map(({ id, name, counts, instead }) => {
        const whole = counts.reduce((sum, count) => sum + count, 0)
        // Of so few a per cent says more than there is: the numbers themselves.
        const figure = (count: number) => (whole < LEAST_FOR_PERCENT ? number(count) : `${number(count / whole * 100)}%`)
        return (
          <div key={id} className="chart-stacked-part">
            {name && <span className="chart-bars-name">{name} <span className="chart-n">n = {number(whole)}</span></span>}
            {instead ? <p className="chart-quiet">{instead}</p> : (
              <div className="chart-stacked-bar">
                {counts.map((count, at) => {
                  const answer = answers[at]!
                  const share = whole === 0 ? 0 : count / whole * 100
                  return count > 0 && (
                    <Button
                      key={answer.id} className="chart-piece" data-step={stepOf(at, answers.length)} data-selected={(selected?.part === id && selected.answer === answer.id) || undefined} style={{ flexGrow: count }}
                      aria-label={`${name ? `${name}, ` : ''}${answer.name}: ${number(count)} ${count === 1 ? words.story : words.stories}${whole < LEAST_FOR_PERCENT ? '' : `, ${figure(count)}`}`} isDisabled={!onSelect} onPress={() => onSelect?.(id, answer.id)}
                    >
                      {share >= ROOM ? figure(count) : ''}
                    </Button>
                  )
                })}
              </div>
            )}
          </div>
        )
      })}
      <ol className="chart-keys" aria-hidden>{answers.map(({ id, name }, at) => <li key={id}><i data-step={stepOf(at, answers.length)} />{name}</li>)}</ol>
    </div>
  )
}

/** Seven shades from ink to teal; fewer answers take those furthest apart. */
const stepOf = (at: number, count: number): number => (count <= 1 ? 6 : Math.round(at / (count - 1) * 6))
