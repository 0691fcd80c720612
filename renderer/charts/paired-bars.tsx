// The same answers in two or more parts, under each other for every answer, in per cents of those who answered in that part.
import { Button } from 'react-aria-components'
import { useWords } from '../ui/words.ts'
import { LEAST_FOR_PERCENT, useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface PairedPart { id: string, name: string, /** Who answered: the base of the per cents. */ base: number, counts: readonly number[], instead?: string }

export interface PairedBarsProps {
  label: string
  answers: readonly { id: string, name: string, colour?: number }[]
  parts: readonly PairedPart[]
  selected?: { part: string, answer: string } | null
  onSelect?: (part: string, answer: string) => void
  /** How a count is measured and written; per cents of the base by default. */
  measure?: (count: number, base: number) => { size: number, figure: string }
}

export function PairedBars({ label, answers, parts, selected = null, onSelect, measure }: PairedBarsProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const asked = parts.filter(({ instead }) => !instead)
  const measured = measure ?? ((count, base) => ({ size: base > 0 ? count / base * 100 : 0, figure: base < LEAST_FOR_PERCENT ? `${number(count)} ${words.of} ${number(base)}` : `${number(count / base * 100)}%` }))
  const most = Math.max(1, ...asked.flatMap(({ base, counts }) => counts.map(count => measured(count, base).size)))
  // Two parts stand back to back; more stand under each other.
  const isBack = asked.length === 2
  const bar = ({ id, name, base, counts }: PairedPart, at: number, shade: number) => {
    const answer = answers[at]!
    const { size, figure } = measured(counts[at]!, base)
    return (
      <Button
        key={id} className="chart-pair" data-shade={shade} data-selected={(selected?.part === id && selected.answer === answer.id) || undefined} isDisabled={!onSelect} onPress={() => onSelect?.(id, answer.id)}
        aria-label={`${name}, ${answer.name}: ${measure || base < LEAST_FOR_PERCENT ? figure : `${number(counts[at]!)} ${counts[at] === 1 ? words.story : words.stories}, ${figure}`}`}
      >
        <span className="chart-pair-fill" style={{ width: `${size / most * 78}%` }} /><span className="chart-pair-figure">{figure}</span>
      </Button>
    )
  }
  return (
    <div className={isBack ? 'chart-paired is-back' : 'chart-paired'} role="group" aria-label={label}>
      <ul className="chart-paired-heads">{asked.map(({ id, name, base }, at) => <li key={id}><i data-shade={at % 4} aria-hidden />{name} <span className="chart-n">n = {number(base)}</span></li>)}</ul>
      {answers.map((answer, at) => (
        <div key={answer.id} className="chart-paired-row">
          {isBack ? <>{bar(asked[0]!, at, 0)}<span className="chart-bars-name">{answer.colour !== undefined && <i className="chart-code" data-code={answer.colour} aria-hidden />}{answer.name}</span>{bar(asked[1]!, at, 1)}</>
            : <><span className="chart-bars-name">{answer.colour !== undefined && <i className="chart-code" data-code={answer.colour} aria-hidden />}{answer.name}</span><div>{asked.map((part, shade) => bar(part, at, shade % 4))}</div></>}
        </div>
      ))}
      {parts.map(({ id, name, instead }) => instead && <p key={id} className="chart-paired-unasked">{name}: {instead}</p>)}
    </div>
  )
}
