// With and without a code: the two pictures taken apart (a triad), how large the difference is, and how sure.
import type { Pattern } from '../../shared/contract/pattern.ts'
import type { TriadShares } from '../../shared/signifier/triad.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { TriadDifference } from '../charts/triad-difference.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { Notice } from '../ui/notice.tsx'
import type { Choices, Signifier } from './choices.ts'
import { partWords, type Words } from './pattern-words.ts'

export interface CodeApartProps { pattern: Pattern, words: Words, choices: Choices, code: string, branch: boolean }

/** The picture of the difference; nothing but for a triad. */
export function DifferencePicture({ pattern, words, choices }: Omit<CodeApartProps, 'code' | 'branch'>) {
  const { say, signifier } = words
  const sides = (['with', 'without'] as const).flatMap(side => pattern.parts.filter(({ face }) => face.is === 'code' && face.side === side))
  if (signifier.kind !== 'triad' || sides.length < 2) return null
  const [first, second] = sides.map(part => ({ name: partWords(part, words), dots: part.dots, mean: (part.middle?.[choices.middle] as TriadShares | undefined) ?? null }))
  return (
    <section className="patterns-part">
      <h3>{say('apart.title')}</h3>
      <TriadDifference label={say('apart.title')} anchors={signifier.anchors} first={first!} second={second!} tooFew={say('apart.tooFew')} />
      <p className="patterns-sentence">{say('apart.read')}</p>
    </section>
  )
}

export const isWeighed = ({ kind }: Signifier): boolean => kind === 'triad' || kind === 'slider' || kind === 'number' || kind === 'likert'

export function ApartWords({ words, choices, code, branch }: Omit<CodeApartProps, 'pattern'>) {
  const { say, table, format, signifier } = words
  const { data, error } = useRead('pattern.apart', { signifier: signifier.id, code, branch, layer: choices.layer, filter: choices.filter }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return null
  const { answer } = data
  if (answer.is === 'refused') return <p className="patterns-sentence">{table(`refused.${answer.reason}`, { n: answer.n })}</p>
  const number = (value: number | null): string => (value === null ? '–' : format.number(value, 1))
  const size = answer.is === 'places' ? say('apart.places', { distance: number(answer.distance), n: format.number(answer.with.n), m: format.number(answer.without.n) })
    : `${say('apart.scores', { a: number(answer.with.mean), b: number(answer.without.mean), n: format.number(answer.with.n), m: format.number(answer.without.n), difference: number(answer.difference), low: number(answer.low), high: number(answer.high) })} ${say('apart.cles', { times: format.number(answer.cles * 100) })}`
  return <p className="patterns-sentence">{size} {answer.p >= 0.3 ? table('explain.none') : answer.p < 0.01 ? say('apart.rare') : say('apart.chance', { times: format.number(answer.p * 100) })} {say(`apart.unit.${answer.unit}`)} {table('cause')}</p>
}
