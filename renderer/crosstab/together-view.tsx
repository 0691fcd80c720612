// Codes with codes: which occur in one story, over the same words, or at the same place; as a table of all pairs or as a network.
import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { CodePair, CodePairs } from '../../shared/contract/crosstab.ts'
import { pairStrength, pairTable } from '../../shared/crosstab/pair-strength.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { chanceIs, chanceWords } from '../i18n/chance-words.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { ChooseRows } from './choose-rows.tsx'
import { codeRowsOf } from './choices.ts'
import { PairMatrix } from './pair-matrix.tsx'
import { PairNetwork } from './pair-network.tsx'
import { LayerChoice, StoriesChoice } from './scope-controls.tsx'
import { SavePairs } from './save-pairs.tsx'
import { useChoices } from './use-choices.ts'

const Wish = z.object({ by: z.enum(['stories', 'overlap', 'same']), face: z.enum(['matrix', 'network']), /** Null: so that the network stays readable. */ least: z.number().int().min(1).nullable() })
const FIRST: z.infer<typeof Wish> = { by: 'stories', face: 'matrix', least: null }

/** With more lines than this a network is a ball of wool. */
const READABLE = 60

export type PairBy = z.infer<typeof Wish>['by']

export function TogetherView({ project, codes, coders, themes }: Around) {
  const say = useSay('analysis')
  const tell = useSay('crosstab')
  const format = useFormats()
  const [choices, setChoices] = useChoices(project)
  const [wish, keep] = usePreference(`together:${project.id}`, Wish, FIRST)
  const { data, error, isPlaceholderData } = useRead('crosstab.pairs', { rows: codeRowsOf(choices.rows, codes).slice(0, 400), layer: choices.layer, filter: choices.filter }, { keepFormer: true })
  const [open, setOpen] = useState<CodePair | null>(null)
  const counted = useMemo(() => data?.pairs.filter(pair => pair[wish.by] > 0) ?? [], [data, wish.by])
  const least = wish.least ?? counted.map(pair => pair[wish.by]).toSorted((a, b) => b - a)[READABLE - 1] ?? 1
  return (
    <>
      <div className="crosstab-controls">
        <ChooseRows value={choices.rows} codes={codes} themes={themes} onChange={rows => setChoices({ rows })} />
        <RadioGroup label={say('together.by')} asBar choices={(['stories', 'overlap', 'same'] as const).map(id => ({ id, name: say(`together.by.${id}`) }))} value={wish.by} onChange={by => keep({ ...wish, by })} />
        <LayerChoice choices={choices} project={project} coders={coders} onChange={setChoices} />
        {data && <div className="crosstab-acts"><SavePairs pairs={data} /></div>}
        <StoriesChoice choices={choices} project={project} onChange={setChoices} />
      </div>
      {error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : !data ? <Skeleton label={tell('loading')} lines={8} /> : data.codes.length < 2 ? <EmptyState says={say('together.empty')} /> : (
        <section className="crosstab-answer" aria-busy={isPlaceholderData} aria-labelledby="together-title">
          <h2 id="together-title">{say(`together.title.${wish.by}`)}</h2>
          <div className="crosstab-view">
            <p className="crosstab-n">{[tell('n', { n: format.number(data.about.n) }), say('together.read', { count: data.read }), say('together.codes', { count: data.codes.length }), say('together.pairs', { count: counted.length })].join(' · ')}</p>
            <div>
              {wish.face === 'network' && <NumberField label={say('together.least')} value={least} minValue={1} maxValue={9999} onChange={next => { if (next >= 1) keep({ ...wish, least: Math.round(next) }) }} />}
              <RadioGroup label={tell('face')} labelHidden asBar choices={(['matrix', 'network'] as const).map(id => ({ id, name: say(`together.${id}`) }))} value={wish.face} onChange={face => keep({ ...wish, face })} />
            </div>
          </div>
          {wish.face === 'matrix' ? <PairMatrix pairs={data} by={wish.by} open={open} onOpen={setOpen} /> : <PairNetwork pairs={data} by={wish.by} least={least} open={open} onOpen={setOpen} />}
          <p className="ui-hint">{say(`together.what.${wish.by}`)} {tell('cause')}</p>
        </section>
      )}
      {open && data && (
        <StoriesDrawer
          key={`${open.first} ${open.second}`} title={`${data.codes[open.first]!.name} · ${data.codes[open.second]!.name}`} lead={sentence(data, open)}
          rule={bothFilters(bothFilters(choices.filter, { codes: [data.codes[open.first]!.code], layer: choices.layer }), { codes: [data.codes[open.second]!.code], layer: choices.layer })} onClose={() => setOpen(null)}
        />
      )}
    </>
  )

  function sentence(pairs: CodePairs, pair: CodePair): string {
    const [a, b] = [pairs.codes[pair.first]!, pairs.codes[pair.second]!]
    const table = pairTable(pairs, pair)
    const strength = pairStrength(table)
    const shown = counted.length
    const parts = [say('together.sentence', { a: a.name, b: b.name, both: pair.stories, overlap: pair.overlap, same: pair.same }), say('together.table', { a: a.name, b: b.name, ...table })]
    if (!strength) return [...parts, say('together.tooFew')].join(' ')
    return [...parts, say('together.strength', { phi: format.number(strength.phi, 2), percent: format.percent(strength.jaccard), p: chanceIs(strength.p, format), adjusted: chanceWords(Math.min(1, strength.p * shown), format), count: shown })].join(' ')
  }
}
