// The sample against the population: what the team knows of everybody, per class of a question; the difference, and a verdict that says on what it hangs.
import { useRef } from 'react'
import { FileInput } from 'lucide-react'
import { z } from 'zod'
import type { Signifier } from '../../shared/contract/signifier.ts'
import { fitSample, mergedClasses, populationFromText, verdictsDiffer, type SampleClass, type SampleFit } from '../../shared/crosstab/sample-fit.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { residualMark } from '../charts/residual-mark.ts'
import { chanceIs } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { readKept } from './read-kept.ts'
import { useParagraphs } from './use-paragraphs.ts'

/** By option: what of the population is in it, and with which it is taken together. */
const Population = z.object({ shares: z.record(z.string(), z.number()), into: z.record(z.string(), z.string()) })
const NOTHING: z.infer<typeof Population> = { shares: {}, into: {} }

export interface PopulationPartProps { signifiers: readonly Signifier[], filter: StoryFilter, size: number | null, isReadonly: boolean, project: string }

export function PopulationPart({ signifiers, filter, size, isReadonly, project }: PopulationPartProps) {
  const say = useSay('analysis')
  const format = useFormats()
  const file = useRef<HTMLInputElement>(null)
  const kept = useParagraphs('population')
  const closed = signifiers.filter(({ options }) => options.length > 1)
  const [wanted, want] = usePreference<string>(`population:${project}`, z.string(), '')
  const signifier = closed.find(({ id }) => id === wanted) ?? closed[0]
  const { data } = useRead('crosstab.table', { rows: [], tests: false, filter, columns: { is: 'signifier', signifier: signifier?.id ?? '' } }, { when: signifier !== undefined, keepFormer: true })
  if (!signifier) return null
  if (!data || !kept.isThere) return <Skeleton label={say('sample.loading')} lines={6} />
  const population = readKept(Population, kept.read(signifier.id)) ?? NOTHING
  const set = (part: Partial<typeof population>) => { void kept.write(signifier.id, JSON.stringify({ ...population, ...part })) }
  const rows = data.columns.flatMap(({ face, stories }) => (face.is === 'option' ? [{ id: face.id, name: face.name, count: stories }] : []))
  const classes = rows.map(({ id, name, count }): SampleClass => ({ name, count, population: population.shares[id] ?? null, into: population.into[id] ?? '' }))
  const isMerged = classes.some(({ into }) => into !== '')
  const [each, together] = [fitSample(classes, size), fitSample(mergedClasses(classes), size)]
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const receive = async (chosen: File | undefined) => {
    if (!chosen) return
    const found = populationFromText(await chosen.text(), rows.map(({ name }) => name))
    sayInPassing({ says: say('population.read', { count: found.size }) })
    if (found.size > 0) set({ shares: { ...population.shares, ...Object.fromEntries(rows.flatMap(({ id, name }) => (found.has(name) ? [[id, found.get(name)!]] : []))) } })
  }
  return (
    <section className="crosstab-answer crosstab-sample" aria-labelledby="population-title">
      <h2 id="population-title">{say('population.title')}</h2>
      <div className="crosstab-numbers">
        <Select label={say('population.question')} choices={closed.map(({ id, title }) => ({ id, name: title }))} value={signifier.id} onChange={want} />
        <Button icon={<FileInput aria-hidden />} isDisabled={isReadonly} onPress={() => file.current?.click()}>{say('population.file')}</Button>
        <input ref={file} type="file" accept=".csv,.txt" hidden onChange={event => { void receive(event.target.files?.[0]); event.target.value = '' }} />
      </div>
      {data.overlapping && <Notice kind="warning">{say('population.several')}</Notice>}
      <div className="crosstab-scroll">
        <table className="crosstab-grid crosstab-plain">
          <caption className="only-read-aloud">{say('population.title')}</caption>
          <thead><tr><th scope="col" className="crosstab-row-head">{signifier.title}</th><th scope="col">n</th><th scope="col">{say('population.sample')}</th><th scope="col">{say('population.everybody')}</th><th scope="col">{say('population.difference')}</th><th scope="col">{say('population.into')}</th></tr></thead>
          <tbody>
            {rows.map(({ id, name, count }) => {
              const fitted = each.is === 'fitted' ? each.classes.find(one => one.name === name) : undefined
              return (
                <tr key={id}>
                  <th scope="row" className="crosstab-row-head">{name}</th><td>{format.number(count)}</td><td>{total < 10 ? '–' : format.percent(count / total)}</td>
                  <td><NumberField key={`${signifier.id}${id}${population.shares[id] ?? ''}`} label={say('population.of', { name })} labelHidden value={population.shares[id] ?? Number.NaN} minValue={0} formatOptions={{ maximumFractionDigits: 2 }} isDisabled={isReadonly} onChange={value => set({ shares: changed(population.shares, id, Number.isNaN(value) ? null : value) })} /></td>
                  <td>{fitted ? `${fitted.difference >= 0.005 ? '+' : ''}${format.number(Math.round(fitted.difference * 100) || 0)} ${residualMark(fitted.residual).sign}` : '–'}</td>
                  <td><Into key={`${signifier.id}${id}`} name={name} value={population.into[id] ?? ''} isDisabled={isReadonly} onKeep={into => set({ into: changed(population.into, id, into || null) })} /></td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Verdict fit={each} />
      {isMerged && <><h3>{say('population.together')}</h3><Verdict fit={together} isMerged /></>}
      {isMerged && verdictsDiffer(each, together) && <Notice kind="warning">{say('population.changes')}</Notice>}
    </section>
  )
}

function Into({ name, value, isDisabled, onKeep }: { name: string, value: string, isDisabled: boolean, onKeep: (into: string) => void }) {
  const say = useSay('analysis')
  return <TextField label={say('population.into.of', { name })} labelHidden defaultValue={value} maxLength={60} isDisabled={isDisabled} onBlur={event => { const words = event.target.value.trim(); if (words !== value) onKeep(words) }} />
}

function Verdict({ fit, isMerged = false }: { fit: SampleFit, isMerged?: boolean }) {
  const say = useSay('analysis')
  const format = useFormats()
  if (fit.is === 'refused') return <p>{say(`population.refused.${fit.reason}`)}</p>
  const off = fit.classes.filter(({ residual }) => Math.abs(residual) >= 2)
  return (
    <div className="crosstab-explained">
      <p>{off.length === 0 ? say('population.none') : off.map(({ name, residual, sampleShare, populationShare }) => say(residual > 0 ? 'population.over' : 'population.under', { name, sample: format.percent(sampleShare), population: format.percent(populationShare) })).join(' ')}</p>
      <p className="ui-hint">
        {say('population.figures', { n: format.number(fit.n), statistic: format.number(fit.statistic, 3), df: fit.df, p: chanceIs(fit.p, format) })} {fit.pFpc !== null && say('population.fpc', { p: chanceIs(fit.pFpc, format) })}{' '}
        {Math.abs(fit.sum - 100) > 0.05 && fit.sum < 1000 && !isMerged && say('population.sum', { sum: format.number(fit.sum, fit.sum % 1 === 0 ? 0 : 1) })} {fit.minExpected < 5 && say('population.small', { least: format.number(fit.minExpected, 2) })} {say('population.never')}
      </p>
    </div>
  )
}

/** The record with this key set, or without it. */
const changed = <T,>(record: Record<string, T>, key: string, value: T | null): Record<string, T> => Object.fromEntries([...Object.entries(record).filter(([other]) => other !== key), ...(value === null ? [] : [[key, value] as const])])
