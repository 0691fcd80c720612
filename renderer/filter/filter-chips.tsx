// The filter in words: a chip for each condition, a menu to add one, and the selections kept of such filters.
import { useState } from 'react'
import { Filter } from 'lucide-react'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Menu, type MenuAct, type MenuPart } from '../ui/menu.tsx'
import { AnswerFilter } from './answer-filter.tsx'
import { CodeFilter } from './code-filter.tsx'
import { CombineDialog } from './combine-dialog.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { conditionsOf, useKnown, type Known } from './rule-words.ts'
import { SelectionsDialog } from './selections-dialog.tsx'
import './filter.css'

export interface FilterChipsProps {
  project: ProjectDetails
  filter: StoryFilter
  onChange: (filter: StoryFilter) => void
}

type Asking = 'answer' | 'code' | 'combine' | 'keep' | 'manage'

export function FilterChips({ project, filter, onChange }: FilterChipsProps) {
  const known = useKnown()
  const { say } = known
  const [asking, setAsking] = useState<Asking | null>(null)
  const conditions = conditionsOf(filter, known).filter(({ id }) => id !== 'search') // the search field shows it
  const add = (rule: AnswerRule) => onChange({ ...filter, answers: [...(filter.answers ?? []), rule] })
  const close = () => setAsking(null)
  return (
    <div className="story-filter">
      {conditions.map(({ id, words, without, colour }) => <Chip key={`${id} ${words}`} colour={colour} onRemove={() => onChange(without)}>{words}</Chip>)}
      {conditions.length > 1 && <Button look="quiet" small onPress={() => onChange({})}>{say('filter.clear')}</Button>}
      <Menu
        label={say('filter.add')} parts={partsOf(project, filter, known, onChange, setAsking)}
        trigger={<Button look="quiet" small icon={<Filter aria-hidden />}>{say('filter')}</Button>}
      />
      {asking === 'answer' && <AnswerFilter signifiers={known.signifiers} onAdd={add} onClose={close} />}
      {asking === 'code' && <CodeFilter codes={known.codes} themes={known.themes} onAdd={(name, id) => onChange({ ...filter, [name]: [...(filter[name] ?? []), id] })} onClose={close} />}
      {asking === 'combine' && <CombineDialog filter={filter} onChange={onChange} onClose={close} />}
      {asking === 'keep' && <KeepDialog rule={filter} onKept={id => onChange({ selections: [id] })} onClose={close} />}
      {asking === 'manage' && <SelectionsDialog onUse={id => { onChange({ ...filter, selections: [id] }); close() }} onClose={close} />}
    </div>
  )
}

function partsOf(project: ProjectDetails, filter: StoryFilter, { say, signifiers, codes, themes, selections }: Known, onChange: FilterChipsProps['onChange'], ask: (what: Asking) => void): MenuPart[] {
  const act = (id: string, name: string, change: Partial<StoryFilter>): MenuAct => ({ id, name, onAct: () => onChange({ ...filter, ...change }) })
  const among = (list: readonly { id: Id, name: string, stories: number }[], chosen: readonly Id[] | undefined, key: 'groups' | 'waves') =>
    list.filter(({ id }) => !chosen?.includes(id)).map(({ id, name, stories }) => ({ ...act(id, name, { [key]: [...(chosen ?? []), id] }), more: say('filter.stories', { count: stories }) }))
  const isEmpty = Object.keys(filter).length === 0
  return [
    {
      heading: say('selections'),
      acts: [
        ...selections.slice(0, 6).filter(({ id }) => !filter.selections?.includes(id)).map(({ id, name }) => act(id, name, { selections: [...(filter.selections ?? []), id] })),
        ...(isEmpty ? [] : [{ id: 'keep', name: say('keep'), onAct: () => ask('keep') }]),
        ...(isEmpty && selections.length < 2 ? [] : [{ id: 'combine', name: say('combine'), onAct: () => ask('combine') }]),
        ...(selections.length > 0 ? [{ id: 'manage', name: say('manage'), onAct: () => ask('manage') }] : [])
      ]
    },
    {
      heading: say('filter.answers'), acts: [
        ...(signifiers.length > 0 ? [{ id: 'answer', name: say('filter.answer'), onAct: () => ask('answer') }] : []),
        ...(codes.length + themes.length > 0 ? [{ id: 'code', name: say('filter.codeAsk'), onAct: () => ask('code') }] : [])
      ]
    },
    { heading: say('filter.group'), acts: project.groups.length > 1 ? among(project.groups, filter.groups, 'groups') : [] },
    { heading: say('filter.wave'), acts: project.waves.length > 1 ? among(project.waves, filter.waves, 'waves') : [] },
    {
      heading: say('filter.work'),
      acts: [
        act('uncoded', say('filter.uncoded'), { uncodedByMe: true }), act('coded', say('filter.coded'), { uncodedByMe: false }),
        act('assigned', say('filter.assigned'), { assignedToMe: true }), act('open', say('filter.notDone'), { doneByMe: false }), act('done', say('filter.done'), { doneByMe: true })
      ]
    }
  ].filter(part => part.acts.length > 0)
}
