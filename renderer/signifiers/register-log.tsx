// A registration of conversations: its totals, each with what it is out of; what a time band counts for can be set.
import type { RefObject } from 'react'
import type { Register } from '../../shared/contract/register.ts'
import type { Sheet } from '../../shared/contract/table.ts'
import { totalsOf, type LogSettings } from '../../shared/registration/log.ts'
import { useWrite } from '../api/hooks.ts'
import { Bars } from '../charts/bars.tsx'
import { LEAST_FOR_PERCENT } from '../charts/numbers.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { NumberField } from '../ui/number-field.tsx'

type Log = Extract<Register['table'], { kind: 'log' }>

export function LogFigures({ table, register, figure, isReadonly }: { table: Log, register: Register, /** Takes hold of the picture, so that it can be saved. */ figure: RefObject<HTMLDivElement | null>, isReadonly: boolean }) {
  const say = useSay('register')
  const format = useFormats()
  const change = useWrite('register.change')
  const { body, settings } = table
  const totals = totalsOf(body, settings)
  const set = (part: Partial<LogSettings>) => { void change.write({ register: register.id, settings: { ...settings, ...part } }) }
  const told = (value: number | null, decimals: number): string => (value === null ? '–' : format.number(value, decimals))
  const number = (value: number): string => format.number(value, value % 1 === 0 ? 0 : 1)
  const lines: [string, string, string][] = [
    [say('log.workers'), number(totals.workers), ''], [say('log.cases'), number(totals.cases), settings.without > 0 ? say('log.without.told', { count: settings.without }) : ''],
    [say('log.conversations'), number(totals.conversations), totals.uncountedCases > 0 ? say('log.conversations.of', { counted: number(totals.countedCases), cases: number(totals.cases) }) : ''],
    [say('log.minutes'), number(totals.minutes), totals.untimed > 0 ? say('log.minutes.of', { timed: number(totals.timed), rows: number(totals.timed + totals.untimed) }) : ''],
    [say('log.minutesPerCase'), told(totals.minutesPerCase, 0), say('log.over', { count: number(totals.timedCases) })],
    [say('log.perCase'), told(totals.perCase, 1), `${say('log.over', { count: number(totals.countedCases) })}${totals.uncountedCases > 0 ? ` ${say('log.uncounted', { count: totals.uncountedCases })}` : ''}`],
    [say('log.most'), number(totals.most), ''],
    ...(totals.caseless > 0 ? [[say('log.caseless'), number(totals.caseless), say('log.caseless.more')] as [string, string, string]] : [])
  ]
  return (
    <div className="patterns-register-parts">
      <div className="patterns-scroll">
        <table className="patterns-table patterns-register-totals">
          <caption className="only-read-aloud">{register.name}</caption>
          <thead><tr><th scope="col">{say('col.what')}</th><th scope="col">{say('col.number')}</th><th scope="col">{say('col.of')}</th></tr></thead>
          <tbody>{lines.map(([name, value, of]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td><td>{of}</td></tr>)}</tbody>
        </table>
      </div>
      <div className="patterns-split" data-unprinted><NumberField label={say('log.without')} hint={say('log.without.hint')} value={settings.without} minValue={0} maxValue={50} isDisabled={isReadonly} onChange={without => set({ without: Number.isNaN(without) ? 0 : without })} /></div>
      {body.bands.length > 0 && (
        <section aria-label={say('log.bands')}>
          <h4>{say('log.bands')}</h4>
          <p className="ui-hint">{say('log.bands.hint')}</p>
          <table className="patterns-table">
            <caption className="only-read-aloud">{say('log.bands')}</caption>
            <thead><tr><th scope="col">{say('col.band')}</th><th scope="col">{say('col.minutes')}</th><th scope="col">{say('col.rows')}</th></tr></thead>
            <tbody>
              {totals.byBand.map((band, at) => ({ ...band, at })).toSorted((one, other) => (one.minutes ?? Infinity) - (other.minutes ?? Infinity)).map(({ words, minutes, rows, at }) => (
                <tr key={words}>
                  <th scope="row">{words}</th>
                  <td><NumberField key={`${at}${minutes ?? ''}`} label={say('log.band.of', { band: words })} labelHidden value={minutes ?? Number.NaN} minValue={0} formatOptions={{ maximumFractionDigits: 1 }} isDisabled={isReadonly} onChange={value => set({ minutes: body.bands.map((_, place) => (place === at ? (Number.isNaN(value) ? null : value) : settings.minutes[place] ?? null)) })} /></td>
                  <td>{format.number(rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {totals.byCount.length > 0 && (
        <div ref={figure}>
          <h4>{say('log.byCount')}</h4>
          <Bars label={say('log.byCount')} rows={totals.byCount.map(({ conversations, cases }) => ({ id: String(conversations), name: say('log.times', { count: conversations }), count: cases, percent: totals.countedCases >= LEAST_FOR_PERCENT ? cases / totals.countedCases * 100 : null }))} />
          <p className="ui-hint">{say('percent.of', { base: format.number(totals.countedCases), unit: register.unit || say('unit.cases') })}</p>
        </div>
      )}
    </div>
  )
}

export function logSheet({ body, settings }: Log, say: Say<'register'>): Sheet {
  const totals = totalsOf(body, settings)
  const row = (name: string, value: number | null, of: number | null): Sheet['rows'][number] => [name, value === null ? null : Math.round(value * 100) / 100, of]
  return {
    name: say('sheet'), headings: [say('col.what'), say('col.number'), say('col.base')],
    rows: [
      row(say('log.workers'), totals.workers, null), row(say('log.cases'), totals.cases, null), row(say('log.without'), settings.without, null), row(say('log.conversations'), totals.conversations, totals.countedCases),
      row(say('log.minutes'), totals.minutes, totals.timed), row(say('log.minutesPerCase'), totals.minutesPerCase, totals.timedCases), row(say('log.perCase'), totals.perCase, totals.countedCases), row(say('log.most'), totals.most, null),
      ...totals.byBand.map(({ words, minutes, rows }) => row(`${words} = ${minutes ?? '?'} min`, rows, null)), ...totals.byCount.map(({ conversations, cases }) => row(say('log.times', { count: conversations }), cases, totals.countedCases))
    ]
  }
}
