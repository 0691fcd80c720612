// How large a difference is, in stories; and how sure it is, in words.
import type { Crosstab, Effect } from '../../shared/contract/crosstab.ts'
import { smallestShare } from '../../shared/crosstab/smallest-difference.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { columnWords, LEAST_BASE, type Signifier } from './column-words.ts'

export interface EffectProps { table: Crosstab, effect: Effect, /** Null where there is no p. */ adjusted: number | null, signifier: Signifier | null }

/** Where no difference was found also how large it would have had to be. */
export function EffectWords({ table, effect, adjusted, signifier }: EffectProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const { column, here, elsewhere, difference, low, high } = effect
  const share = (part: { with: number, of: number }): string => (part.of < LEAST_BASE ? '' : ` (${format.percent(part.with / part.of)})`)
  const name = columnWords(table.columns.find(({ key }) => key === column)!, { say, format, signifier })
  const points = (value: number): string => format.number(value * 100)
  const enough = here.of >= LEAST_BASE && elsewhere.of >= LEAST_BASE
  const common = elsewhere.with / elsewhere.of
  const least = adjusted === null || adjusted < NOTHING_FOUND || !enough ? null : smallestShare({ n1: elsewhere.of, n2: here.of, share: common })
  return (
    <>
      <p className="crosstab-effect">{say('explain.effect', { column: name, with: here.with, of: here.of, share: share(here), with2: elsewhere.with, of2: elsewhere.of, share2: share(elsewhere) })}</p>
      {enough && <p>{say('explain.points', { points: points(difference), low: points(low), high: points(high) })}</p>}
      {least !== null && <p>{say('explain.least', { of: here.of, of2: elsewhere.of, percent: format.percent(common), percent2: format.percent(least) })}</p>}
    </>
  )
}

/** From this p on nothing clear was found. */
const NOTHING_FOUND = 0.3

/** In wide bands, so that .049 and .051 are told in the same words. */
export function VerdictWords({ adjusted }: { adjusted: number }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const strength = adjusted < 0.01 ? 'explain.strong' : adjusted < 0.1 ? 'explain.middling' : 'explain.weak'
  return (
    <p className="crosstab-verdict">
      {adjusted >= NOTHING_FOUND ? say('explain.none') : say(strength, { times: adjusted < 0.01 ? say('explain.under1') : format.number(adjusted * 100) })}
    </p>
  )
}
