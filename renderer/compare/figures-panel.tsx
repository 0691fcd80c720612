// Agreement in figures: off by default, and with what they do and do not mean. Under the least number of stories there are none.
import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { FigureDrawer } from './figure-drawer.tsx'
import { FiguresTable } from './figures-table.tsx'

const STEERS = ['lead', 'researcher']

export function FiguresPanel({ around }: { around: Around }) {
  const say = useSay('compare')
  const { project, coders, me } = around
  const { write: change, pending } = useWrite('project.change')
  const maySteer = !project.readonly && STEERS.includes(coders.find(({ id }) => id === me)?.role ?? '')
  if (!project.agreement) {
    return (
      <article className="compare-part compare-words">
        <h2>{say('figures')}</h2>
        <p>{say('figures.off')}</p>
        <p>{say('figures.off.why')}</p>
        {maySteer ? <Button isDisabled={pending} onPress={() => void change({ agreement: true })}>{say('figures.on')}</Button> : <p className="ui-hint">{say('figures.off.lead')}</p>}
      </article>
    )
  }
  return (
    <article className="compare-part">
      <div className="compare-bar-line">
        <h2>{say('figures')}</h2>
        {maySteer && <Button small look="quiet" isDisabled={pending} onPress={() => void change({ agreement: false })}>{say('figures.turnOff')}</Button>}
      </div>
      <Meaning />
      <Figures around={around} />
    </article>
  )
}

function Meaning() {
  const say = useSay('compare')
  return (
    <section className="compare-words" aria-label={say('figures.means.title')}>
      <h3>{say('figures.means.title')}</h3>
      <ul>{(['is', 'chance', 'text', 'pass'] as const).map(id => <li key={id}>{say(`figures.means.${id}`)}</li>)}</ul>
    </section>
  )
}

export type FiguresAnswer = Output<'compare.figures'>

function Figures({ around }: { around: Around }) {
  const say = useSay('compare')
  const format = useFormats()
  const { compared, choices, set } = around
  const [open, setOpen] = useState<string | null>(null)
  const { data, error } = useRead('compare.figures', { coders: compared.map(({ id }) => id), filter: choices.filter }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={8} />
  const notes = [
    `${say('figures.n', { n: format.number(data.stories) })} · ${data.raters === null ? say('figures.ratersDiffer') : say('figures.raters', { count: data.raters })}${data.about.blind ? ` · ${say('often.blind')}` : ''}`
  ]
  if (data.rows.length === 0) return <EmptyState says={say('figures.none')} />
  // One sentence for all of them: with so few stories no code has a figure.
  if (data.rows[0]!.why === 'fewStories') return <><p className="compare-n">{notes[0]}</p><Notice>{say('figures.fewStories', { n: data.stories })}</Notice></>
  const showPlaces = (code: string) => { set({ codes: [code], order: 'different' }); go(formatRoute({ place: 'samen' })) }
  const row = data.rows.find(({ code }) => code === open)
  return (
    <>
      <FiguresTable data={data} notes={notes} isPair={compared.length === 2} onOpen={setOpen} />
      {row && <FigureDrawer key={row.code} around={around} row={row} onShow={() => showPlaces(row.code)} onClose={() => setOpen(null)} />}
    </>
  )
}
