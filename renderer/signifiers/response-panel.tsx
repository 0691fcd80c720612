// Who answered what: every question by group, with n.v.t., blank and not asked as three different things; every number opens its stories.
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../shared/contract/index.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute } from '../app/route.ts'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Choices, Signifier } from './choices.ts'
import { SaveMenu } from './save-menu.tsx'

const STATES = ['valid', 'na', 'blank', 'notAsked'] as const
type State = (typeof STATES)[number]

export function ResponsePanel({ signifiers, choices }: { signifiers: Output<'signifier.list'>, choices: Choices }) {
  const say = useSay('patterns')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ title: string, rule: StoryFilter } | null>(null)
  const { data, error } = useRead('pattern.response', { filter: choices.filter }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={10} />
  const rows = data.rows.flatMap(row => signifiers.filter(({ id }) => id === row.signifier).map(signifier => ({ ...row, signifier })))
  const groupName = (name: string) => name || say('noGroup')
  const show = (signifier: Signifier, group: { id: string | null, name: string }, state: State) => {
    const within = group.id === null ? choices.filter : bothFilters(choices.filter, { groups: [group.id] })
    const rule: StoryFilter = state === 'valid' ? { not: [{ any: (['na', 'blank', 'notAsked'] as const).map(is => ({ answers: [{ is, signifier: signifier.id }] })) }] } : { answers: [{ is: state, signifier: signifier.id }] }
    setOpen({ title: `${signifier.title} · ${groupName(group.name)} · ${say(`response.${state}`)}`, rule: bothFilters(within, rule) })
  }
  return (
    <article className="patterns-question">
      <h2>{say('response')}</h2>
      <p className="patterns-n">{data.groups.map(({ name, stories }) => `${groupName(name)}: ${say('stories', { count: stories })}`).join(' · ')}</p>
      <div className="patterns-bar">
        <p className="patterns-sentence">{say('response.read')}</p>
        <SaveMenu
          figure={figure} isPicture={false} name={say('response.file')} title={say('response')} notes={[`n = ${data.about.n}`]}
          sheet={() => ({ name: say('table.sheet'), headings: [say('response.question'), ...data.groups.flatMap(({ name }) => STATES.map(state => `${groupName(name)} – ${say(`response.${state}`)}`))], rows: rows.map(({ signifier, groups }) => [signifier.title, ...groups.flatMap(counts => STATES.map(state => counts[state]))]) })}
        />
      </div>
      <div ref={figure} className="patterns-scroll">
        <table className="patterns-table">
          <caption className="only-read-aloud">{say('response')}</caption>
          <thead>
            <tr><th scope="col" rowSpan={2}>{say('response.question')}</th>{data.groups.map(({ id, name, stories }) => <th key={id ?? ''} scope="colgroup" colSpan={STATES.length}>{groupName(name)} <span className="chart-n">n = {format.number(stories)}</span></th>)}</tr>
            <tr>{data.groups.flatMap(({ id }) => STATES.map(state => <th key={`${id ?? ''}${state}`} scope="col">{say(`response.${state}`)}</th>))}</tr>
          </thead>
          <tbody>
            {rows.map(({ signifier, groups }) => (
              <tr key={signifier.id}>
                <th scope="row"><a href={formatRoute({ place: 'patronen', rest: [signifier.id] })}>{signifier.title}</a></th>
                {groups.flatMap((counts, at) => STATES.map(state => (
                  <td key={`${at}${state}`} data-state={state === 'valid' ? undefined : state}>
                    {counts[state] === 0 ? <span className="chart-n">0</span> : data.groups[at]!.id === null && data.groups.length > 1 ? format.number(counts[state]) : <Button className="patterns-number" aria-label={`${signifier.title}, ${groupName(data.groups[at]!.name)}, ${say(`response.${state}`)}: ${counts[state]}`} onPress={() => show(signifier, data.groups[at]!, state)}>{format.number(counts[state])}</Button>}
                  </td>
                )))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && <StoriesDrawer key={JSON.stringify(open.rule)} title={open.title} rule={open.rule} onClose={() => setOpen(null)} />}
    </article>
  )
}
