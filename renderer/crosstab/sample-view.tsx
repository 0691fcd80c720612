// The sample: how many could have told and did, what a percentage of so many is worth, and who is missing compared with everybody.
import { z } from 'zod'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import { marginOfError, requiredSampleSize } from '../../shared/statistics/index.ts'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { KeptWords } from './kept-words.tsx'
import { PopulationPart } from './population-part.tsx'
import { readKept } from './read-kept.ts'
import { StoriesChoice } from './scope-controls.tsx'
import { useChoices } from './use-choices.ts'
import { useParagraphs } from './use-paragraphs.ts'

/** How many could have told, and how many were asked. */
const Response = z.object({ eligible: z.number().int().min(0).nullable(), approached: z.number().int().min(0).nullable(), reasons: z.string() })
type Response = z.infer<typeof Response>
const NOTHING: Response = { eligible: null, approached: null, reasons: '' }
/** Margins that studies aim for, as shares. */
const AIMS = [0.1, 0.05] as const

export function SampleView({ project, signifiers }: Around) {
  const say = useSay('analysis')
  const format = useFormats()
  const [choices, setChoices] = useChoices(project)
  const [group, setGroup] = usePreference<string>(`sample:${project.id}`, z.string(), project.groups[0]?.id ?? 'all')
  const kept = useParagraphs('response')
  const among = project.groups.some(({ id }) => id === group) ? group : 'all'
  const filter = among === 'all' ? choices.filter : bothFilters(choices.filter, { groups: [among] })
  const n = useRead('story.list', { filter, limit: 1 }, { keepFormer: true }).data?.total
  if (n === undefined || !kept.isThere) return <Skeleton label={say('sample.loading')} lines={8} />
  const response = readKept(Response, kept.read(among)) ?? NOTHING
  const set = (part: Partial<Response>) => { void kept.write(among, JSON.stringify({ ...response, ...part })) }
  const number = (value: number): number | null => (Number.isNaN(value) || value <= 0 ? null : Math.round(value))
  const size = response.eligible
  const margin = marginOfError({ n, population: size })
  return (
    <>
      <div className="crosstab-controls">
        <Select label={say('sample.group')} choices={[{ id: 'all', name: say('sample.all') }, ...project.groups.map(({ id, name }) => ({ id, name }))]} value={among} onChange={setGroup} />
        <StoriesChoice choices={choices} project={project} onChange={setChoices} />
      </div>
      <section className="crosstab-answer crosstab-sample" aria-labelledby="sample-title">
        <h2 id="sample-title">{say('sample.title')}</h2>
        <div className="crosstab-numbers">
          <NumberField key={`${among}n`} label={say('sample.eligible')} value={response.eligible ?? Number.NaN} minValue={0} isDisabled={project.readonly} onChange={value => set({ eligible: number(value) })} />
          <NumberField key={`${among}a`} label={say('sample.approached')} value={response.approached ?? Number.NaN} minValue={0} isDisabled={project.readonly} onChange={value => set({ approached: number(value) })} />
        </div>
        <p className="crosstab-effect">{say('sample.told', { n: format.number(n) })} {[
          ...(response.approached ? [say('sample.ofApproached', { percent: format.percent(n / response.approached, 1), approached: format.number(response.approached) })] : []),
          ...(size ? [say('sample.ofEligible', { percent: format.percent(n / size, 1), eligible: format.number(size) })] : [])
        ].join(' ')}</p>
        <KeptWords label={say('sample.reasons')} hint={say('sample.reasons.hint')} value={response.reasons} isDisabled={project.readonly} onKeep={async words => set({ reasons: words })} />
        <h3>{say('sample.margin')}</h3>
        {margin.status !== 'ok' ? <p>{say(margin.reason === 'sampleOverPopulation' ? 'sample.tooMany' : 'sample.nobody')}</p> : size === n ? <p>{say('sample.census')}</p> : (
          <>
            <p>{say('sample.infinite', { margin: format.number(margin.moeInfinite * 100, 1) })} {size ? say('sample.finite', { margin: format.number(margin.moe * 100, 1), size: format.number(size), fpc: format.number(margin.fpc, 3) }) : say('sample.noSize')}</p>
            <ul>{AIMS.map(moe => { const needed = requiredSampleSize({ population: size, moe }); return needed.status === 'ok' && <li key={moe}>{say('sample.needed', { margin: format.number(moe * 100), n: format.number(needed.n) })}</li> })}</ul>
            <p className="ui-hint">{say('sample.formula')} {say('sample.selves')}</p>
          </>
        )}
      </section>
      <PopulationPart signifiers={signifiers} filter={filter} size={size} isReadonly={project.readonly} project={project.id} />
    </>
  )
}
