// Two codes on one scale: does who tells of the one score differently from who tells of the other? Per story, and as the study did it.
import { useState } from 'react'
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { ComboBox } from '../ui/combo-box.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { PairAnswer, type PairGroup } from './pair-answer.tsx'
import { LayerChoice, StoriesChoice } from './scope-controls.tsx'
import { useChoices } from './use-choices.ts'

const Pair = z.object({ first: Id.nullable(), second: Id.nullable(), signifier: Id.nullable(), stone: Id.nullable(), measure: z.string().nullable() })
const NO_PAIR: z.infer<typeof Pair> = { first: null, second: null, signifier: null, stone: null, measure: null }
const SCALES = new Set(['slider', 'likert', 'number', 'triad', 'stones'])

export function PairView(around: Around) {
  const { project, codes, signifiers } = around
  const say = useSay('analysis')
  const [choices, setChoices] = useChoices(project)
  const [kept, keep] = usePreference(`pair:${project.id}`, Pair, NO_PAIR)
  const parents = new Set(codes.map(({ parent }) => parent))
  // A branch is seldom put to a passage itself; two codes beside each other in the codebook are the usual pair.
  const leaves = codes.filter(({ id, retired }) => !retired && !parents.has(id))
  const scales = signifiers.filter(({ kind }) => SCALES.has(kind))
  const known = (id: string | null) => leaves.find(one => one.id === id)
  const first = known(kept.first) ?? leaves[0]
  const second = known(kept.second) ?? leaves.find(({ id }) => id !== first?.id)
  const signifier = scales.find(({ id }) => id === kept.signifier) ?? scales.find(({ kind }) => kind === 'likert') ?? scales[0]
  if (!first || !second || !signifier) return <EmptyState says={say('pair.empty')} />
  const stone = signifier.stones.find(({ id }) => id === kept.stone) ?? signifier.stones[0]
  const measures = measuresOf()
  const measure = measures.find(({ id }) => id === kept.measure) ?? measures[0]
  const set = (part: Partial<z.infer<typeof Pair>>) => keep({ ...kept, ...part })
  const code = (id: 'first' | 'second', value: string) => (
    <ComboBox key={value} label={say(`pair.${id}`)} choices={leaves.map(one => ({ id: one.id, name: one.name, ...(one.definition ? { more: one.definition.slice(0, 60) } : {}) }))} value={value} onChange={next => { if (next) set({ [id]: next }) }} />
  )
  return (
    <>
      <div className="crosstab-controls">
        {code('first', first.id)}
        {code('second', second.id)}
        <ComboBox key={signifier.id} label={say('pair.scale')} choices={scales.map(({ id, title }) => ({ id, name: title }))} value={signifier.id} onChange={next => { if (next) set({ signifier: next, stone: null, measure: null }) }} />
        {stone && <Select label={say('pair.stone')} choices={signifier.stones} value={stone.id} onChange={next => set({ stone: next })} />}
        {measures.length > 1 && <Select label={say('pair.measure')} choices={measures} value={measure!.id} onChange={next => set({ measure: next })} />}
        <LayerChoice choices={choices} project={project} coders={around.coders} onChange={setChoices} />
        <StoriesChoice choices={choices} project={project} onChange={setChoices} />
      </div>
      {first.id === second.id ? <p className="ui-hint">{say('pair.same')}</p> : (
        <Answer {...{ first, second, signifier, choices }} stone={stone?.id} measure={measures.length > 0 ? measure!.id : undefined} isSteps={signifier.kind === 'likert'} />
      )}
    </>
  )

  /** Only where a question has more than one scale. */
  function measuresOf(): { id: string, name: string }[] {
    if (signifier!.kind === 'triad') return signifier!.anchors.map((name, part) => ({ id: `share${part}`, name: say('pair.share', { name }) }))
    if (signifier!.kind === 'stones' && signifier!.anchors.length > 2) return (['x', 'y'] as const).map(id => ({ id, name: say(`pair.${id}`) }))
    return []
  }
}

interface AnswerProps {
  first: Around['codes'][number]
  second: Around['codes'][number]
  signifier: Around['signifiers'][number]
  stone: string | undefined
  measure: string | undefined
  choices: { layer: NonNullable<StoryFilter['layer']>, filter: StoryFilter }
  /** Scores are steps, so that a mean has two decimals. */
  isSteps: boolean
}

function Answer({ first, second, signifier, stone, measure, choices, isSteps }: AnswerProps) {
  const say = useSay('analysis')
  const [open, setOpen] = useState<PairGroup | null>(null)
  const { data, error } = useRead('crosstab.compare', {
    first: { code: first.id }, second: { code: second.id }, layer: choices.layer, filter: choices.filter,
    columns: { is: 'signifier', signifier: signifier.id, ...(stone ? { stone } : {}) }, ...(measure ? { measure } : {})
  }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('pair.loading')} lines={8} />
  return (
    <>
      <PairAnswer comparison={data} first={first} second={second} question={signifier.title} steps={isSteps ? signifier.options.length : null} isPercent={signifier.kind !== 'number'} onOpen={setOpen} />
      {open && <StoriesDrawer key={open} title={say(`pair.group.${open}`, { first: first.name, second: second.name })} rule={ruleOf(open)} onClose={() => setOpen(null)} />}
    </>
  )

  /** The stories of a group: those with an answer that bear this code and, read to the end, lack the other. */
  function ruleOf(group: PairGroup): StoryFilter {
    const { layer } = choices
    const [a, b] = [first.id, second.id]
    const bears: StoryFilter[] = group === 'both' ? [{ codes: [a], layer }, { codes: [b], layer }]
      : group === 'neither' ? [{ withoutCodes: [a, b], layer }]
        : [{ codes: [group === 'first' ? a : b], layer }, { withoutCodes: [group === 'first' ? b : a], layer }]
    return [{ answers: [answered()] } as StoryFilter, ...bears].reduce(bothFilters, choices.filter)
  }

  function answered(): AnswerRule {
    if (signifier.kind === 'likert') return { is: 'options', signifier: signifier.id, options: signifier.options.map(({ id }) => id) }
    if (stone) return { is: 'field', signifier: signifier.id, stone, x: { from: 0, to: 100 }, y: null }
    return { is: 'range', signifier: signifier.id, part: 0, from: null, to: null }
  }
}
