// The mean of a scale for the stories of each code, with the interval that chance leaves open; the code opens its stories.
import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import { LEAST_GROUP } from '../../shared/crosstab/row-test.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import { studentCritical } from '../../shared/statistics/distributions.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { MeansDots, type MeanRow } from '../charts/means-dots.tsx'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Choices, Signifier } from './choices.ts'

export function CodeMeans({ signifier, codes, choices }: { signifier: Signifier, codes: Output<'code.list'>, choices: Choices }) {
  const say = useSay('patterns')
  const format = useFormats()
  const { data, error } = useRead('crosstab.table', { columns: { is: 'signifier', signifier: signifier.id }, layer: choices.layer, filter: choices.filter, tests: false }, { keepFormer: true })
  const [open, setOpen] = useState<string | null>(null)
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={8} />
  const rows = data.rows.map((row): MeanRow => {
    const { n, mean, sd } = row.scores[0]!.with
    const half = n >= LEAST_GROUP && sd !== null ? studentCritical(0.95, n - 1) * sd / Math.sqrt(n) : null
    return { id: 'theme' in row.by ? row.by.theme : row.by.code, name: row.name, colour: row.colour, n, mean: n >= LEAST_GROUP ? mean : null, low: half === null ? null : mean! - half, high: half === null ? null : mean! + half }
  }).filter(({ n }) => n > 0).toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1) || b.n - a.n)
  const all = data.measures[0]?.all
  const ends: [number, number] = signifier.kind === 'slider' ? [0, 100] : signifier.kind === 'likert' ? [1, signifier.options.length] : endsOf(rows)
  const answered: AnswerRule = signifier.kind === 'likert'
    ? { is: 'options', signifier: signifier.id, options: signifier.options.map(({ id }) => id) } : { is: 'range', signifier: signifier.id, part: 0, from: null, to: null }
  const code = codes.find(({ id }) => id === open)
  return (
    <>
      <p className="patterns-sentence">{say('means.read', { mean: all?.mean === null || all?.mean === undefined ? '–' : format.number(all.mean, 1), least: LEAST_GROUP })}</p>
      <MeansDots label={say('face.codes')} rows={rows} from={ends[0]} to={ends[1]} reference={all?.mean ?? null} decimals={signifier.kind === 'likert' ? 2 : 1} onSelect={setOpen} />
      {code && <StoriesDrawer title={code.name} rule={bothFilters(choices.filter, { codes: [code.id], layer: choices.layer, answers: [answered] })} onClose={() => setOpen(null)} />}
    </>
  )
}

function endsOf(rows: readonly MeanRow[]): [number, number] {
  const values = rows.flatMap(({ low, high, mean }) => [low, high, mean].filter(value => value !== null))
  return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
}
