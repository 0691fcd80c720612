// What others counted, beside the stories: each table with its source, its period and what its numbers are out of.
import { useRef, useState, type RefObject } from 'react'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import type { Register } from '../../shared/contract/register.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { sumColumns, type CountsBody } from '../../shared/registration/counts.ts'
import { totalsOf } from '../../shared/registration/log.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { Bars } from '../charts/bars.tsx'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats, type Formats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { RegisterDialog } from './register-dialog.tsx'
import { LogFigures, logSheet } from './register-log.tsx'
import { SaveMenu } from './save-menu.tsx'

export function RegistersPanel({ isReadonly }: { isReadonly: boolean }) {
  const say = useSay('register')
  const [editing, edit] = useState<Register | 'new' | null>(null)
  const { data, error } = useRead('register.list', {})
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={6} />
  const add = <Button look={data.registers.length === 0 ? 'primary' : 'plain'} icon={<Plus aria-hidden />} isDisabled={isReadonly} onPress={() => edit('new')}>{say('add')}</Button>
  return (
    <article className="patterns-question">
      <div className="patterns-bar"><h2>{say('title')}</h2>{data.registers.length > 0 && add}</div>
      <p className="patterns-sentence">{say('lead')}</p>
      {data.registers.length === 0 && <EmptyState says={say('empty')} act={add} />}
      {data.registers.map(register => <OneRegister key={register.id} register={register} isReadonly={isReadonly} onEdit={() => edit(register)} />)}
      {editing && <RegisterDialog key={editing === 'new' ? 'new' : editing.id} register={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
    </article>
  )
}

function OneRegister({ register, isReadonly, onEdit }: { register: Register, isReadonly: boolean, onEdit: () => void }) {
  const say = useSay('register')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const remove = useWrite('register.remove')
  const { table } = register
  const notes = factsOf(register, say, format)
  return (
    <section className="patterns-register" aria-labelledby={`register-${register.id}`}>
      <div className="patterns-bar">
        <h3 id={`register-${register.id}`}>{register.name}</h3>
        <div className="patterns-controls">
          <Button small look="quiet" icon={<Pencil aria-hidden />} isDisabled={isReadonly} onPress={onEdit}>{say('edit')}</Button>
          <Button small look="quiet" icon={<Trash2 aria-hidden />} isDisabled={isReadonly || remove.pending} onPress={() => void remove.write({ register: register.id })}>{say('remove')}</Button>
          <SaveMenu figure={figure} isPicture={table.kind === 'counts' || totalsOf(table.body, table.settings).byCount.length > 0} name={register.name} title={register.name} notes={[...notes, say('apart')]} sheet={() => (table.kind === 'counts' ? countsSheet(table.body, register, say) : logSheet(table, say))} />
        </div>
      </div>
      <p className="patterns-n">{notes.join(' · ')}</p>
      {table.kind === 'counts' ? <CountsFigures body={table.body} register={register} figure={figure} /> : <LogFigures table={table} register={register} figure={figure} isReadonly={isReadonly} />}
    </section>
  )
}

/** Where it comes from, when, and what it is about. */
function factsOf({ source, origin, from, to, unit, base, table }: Register, say: Say<'register'>, format: Formats): string[] {
  const day = (iso: string): string => format.date(Date.parse(`${iso}T12:00:00`))
  const period = from && to ? say('period', { from: day(from), to: day(to) }) : from ? say('period.from', { from: day(from) }) : to ? say('period.to', { to: day(to) }) : say('period.none')
  return [say(`source.${source}`), ...(origin ? [origin] : []), period, ...(base === null && table.kind === 'log' ? [] : [base === null ? say('base.none') : say('base.of', { count: format.number(base), unit: unit || say('unit.cases') })])]
}

function CountsFigures({ body, register, figure }: { body: CountsBody, register: Register, figure: RefObject<HTMLDivElement | null> }) {
  const say = useSay('register')
  const format = useFormats()
  const sums = sumColumns(body, register.base)
  const unit = register.unit || say('unit.cases')
  const share = (value: number | null, base: number | null): string => (value === null ? '–' : base !== null && base >= LEAST_FOR_PERCENT ? `${format.number(value, value % 1 === 0 ? 0 : 1)} (${format.percent(value / base)})` : format.number(value, value % 1 === 0 ? 0 : 1))
  return (
    <div className="patterns-register-parts">
      <div className="patterns-scroll">
        <table className="patterns-table">
          <caption className="only-read-aloud">{register.name}</caption>
          <thead><tr><th scope="col">{say('col.class')}</th>{sums.map(({ name, base }, at) => <th key={at} scope="col">{name} <span className="chart-n">{base === null ? say('base.none') : `n = ${format.number(base)}`}</span></th>)}</tr></thead>
          <tbody>
            {body.rows.map(({ name, values }, row) => <tr key={row}><th scope="row">{name}</th>{values.map((value, at) => <td key={at}>{share(value, sums[at]?.base ?? null)}</td>)}</tr>)}
            <tr className="patterns-register-sum"><th scope="row">{say('sum')}</th>{sums.map(({ sum }, at) => <td key={at}>{format.number(sum, sum % 1 === 0 ? 0 : 1)}</td>)}</tr>
          </tbody>
        </table>
      </div>
      <div ref={figure} className="patterns-register-parts">
        {sums.map(({ name, base, several, sum }, at) => (
          <section key={at} aria-label={name}>
            <h4>{name}</h4>
            <Bars label={`${register.name}, ${name}`} rows={body.rows.flatMap((row, place) => { const value = row.values[at] ?? null; return value === null ? [] : [{ id: String(place), name: row.name, count: value, percent: base !== null && base >= LEAST_FOR_PERCENT ? value / base * 100 : null }] })} />
            <p className="ui-hint">{base === null ? say('percent.none') : say('percent.of', { base: format.number(base), unit })} {several && base !== null && say('percent.several', { sum: format.number(sum), base: format.number(base), unit })}</p>
          </section>
        ))}
      </div>
    </div>
  )
}

function countsSheet(body: CountsBody, { base }: Register, say: Say<'register'>): Sheet {
  const sums = sumColumns(body, base)
  const percent = (value: number | null, of: number | null): number | null => (value === null || of === null || of < 10 ? null : Math.round(value / of * 1000) / 10)
  return {
    name: say('sheet'), headings: [say('col.class'), ...sums.flatMap(({ name }) => [name, `${name} – ${say('col.percent')}`])],
    rows: [
      ...body.rows.map(({ name, values }) => [name, ...sums.flatMap(({ base: of }, at) => [values[at] ?? null, percent(values[at] ?? null, of)])]),
      [say('sum'), ...sums.flatMap(({ sum }) => [sum, null])], [say('col.base'), ...sums.flatMap(({ base: of }) => [of, null])]
    ]
  }
}
