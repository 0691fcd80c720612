// What was ticked: one option on its scale (Likert), or the chosen options in words.
import { useWords } from '../ui/words.ts'
import { useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'

export interface ChoiceOption {
  id: string
  name: string
}

export interface LikertMiniProps {
  /** In the order of the questionnaire. */
  options: readonly ChoiceOption[]
  /** The last one is the highest; null where nobody said. */
  highLast: boolean | null
  chosen: string
}

/** A row of rings from low to high, whichever end was asked first, the chosen one filled: so that right means the same in every answer. */
export function LikertMini({ options: asked, highLast, chosen }: LikertMiniProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const options = highLast === false ? asked.toReversed() : asked
  const at = options.findIndex(option => option.id === chosen)
  const says = `${options[at]?.name ?? chosen}: ${words.option} ${number(at + 1)} ${words.of} ${number(options.length)}`
  return (
    <div className="chart-likert">
      <svg viewBox={`0 0 ${options.length * 16} 14`} style={{ width: `${options.length * 16}px` }} role="img" aria-label={says}>
        {options.map((option, index) => <circle key={option.id} className={index === at ? 'chart-dot' : 'chart-ring'} cx={8 + index * 16} cy={7} r={5} />)}
      </svg>
      <span aria-hidden>{options[at]?.name ?? chosen}</span>
    </div>
  )
}

export interface ChoiceMiniProps {
  options: readonly ChoiceOption[]
  /** Ids, in any order; shown in the order of the questionnaire. */
  chosen: readonly string[]
}

export function ChoiceMini({ options, chosen }: ChoiceMiniProps) {
  const words = useWords(chartWords)
  const ticked = options.filter(option => chosen.includes(option.id))
  if (chosen.length === 0) return <p className="chart-quiet">{words.nothingTicked}</p>
  if (ticked.length === 1) return <p className="chart-choice">{ticked[0]!.name}</p>
  return <ul className="chart-choices">{ticked.map(option => <li key={option.id}>{option.name}</li>)}</ul>
}
