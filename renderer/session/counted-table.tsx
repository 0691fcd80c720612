// Cards counted out and back, table by table: stories of people do not stay behind in a room.
import type { Card, Pack } from '../../shared/contract/pack.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { NumberField } from '../ui/number-field.tsx'

export function CountedTable({ pack, cards }: { pack: Pack, cards: readonly Card[] }) {
  const say = useSay('session')
  const change = useWrite('pack.change')
  const rows = Array.from({ length: pack.tables }, (_, at) => ({ table: at + 1, lie: cards.filter(card => card.tables.includes(at + 1)).length, ...known(pack, at + 1) }))
  const keep = (table: number, part: { out?: number | null, back?: number | null }) =>
    void change.write({ pack: pack.id, counted: rows.map(({ table: each, out, back }) => ({ table: each, out, back, ...(each === table ? part : {}) })).filter(({ out, back }) => out !== null || back !== null) })
  const [out, back] = [rows.reduce((sum, each) => sum + (each.out ?? 0), 0), rows.reduce((sum, each) => sum + (each.back ?? 0), 0)]
  return (
    <section className="session-counted" aria-label={say('counted')}>
      <h2>{say('counted')}</h2>
      <p className={out > back && back > 0 ? 'session-lacks' : undefined}>{out === 0 ? say('counted.hint') : say('back.sum', { back, out })}</p>
      {rows.map(({ table, lie, out: given, back: returned }) => (
        <div key={table} className="session-counted-row">
          <span>{say('table', { table })}<small className="ui-hint"> {say('counted.lie', { count: lie })}</small></span>
          <NumberField label={say('counted.out', { table })} labelHidden value={given ?? NaN} minValue={0} maxValue={999} onChange={value => keep(table, { out: Number.isNaN(value) ? null : value })} />
          <NumberField label={say('counted.back', { table })} labelHidden value={returned ?? NaN} minValue={0} maxValue={999} onChange={value => keep(table, { back: Number.isNaN(value) ? null : value })} />
        </div>
      ))}
    </section>
  )
}

const known = ({ counted }: Pack, table: number): { out: number | null, back: number | null } => counted.find(each => each.table === table) ?? { out: null, back: null }
