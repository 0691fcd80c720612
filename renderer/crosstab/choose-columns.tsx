// Which question (or group, wave, period, coder) makes the columns, and how it is cut.
import { SlidersHorizontal } from 'lucide-react'
import type { Bins, ColumnsBy } from '../../shared/contract/crosstab.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Popover } from '../ui/popover.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import type { Signifier } from './column-words.ts'

type Project = Output<'project.read'>
export interface ChooseColumnsProps { value: ColumnsBy, signifiers: readonly Signifier[], project: Project, onChange: (columns: ColumnsBy) => void }
type SignifierColumns = Extract<ColumnsBy, { is: 'signifier' }>

export function ChooseColumns({ value, signifiers, project, onChange }: ChooseColumnsProps) {
  const say = useSay('crosstab')
  const choices = [
    ...signifiers.flatMap(({ id, title, kind }) => (kind === 'text' ? [] : [{ id, name: title, more: say(`kind.${kind}`) }])),
    ...(project.groups.length > 0 ? [{ id: 'group', name: say('columns.group') }] : []),
    ...(project.waves.length > 0 ? [{ id: 'wave', name: say('columns.wave') }] : []),
    { id: 'period', name: say('columns.period') }, { id: 'coder', name: say('columns.coder') }
  ]
  const choose = (id: string | null) => {
    if (id === null) return
    onChange(id === 'group' || id === 'wave' || id === 'coder' ? { is: id } : id === 'period' ? { is: 'period', by: 'month' } : { is: 'signifier', signifier: id })
  }
  const signifier = value.is === 'signifier' ? signifiers.find(({ id }) => id === value.signifier) : undefined
  const chosen = value.is === 'signifier' ? value.signifier : value.is
  return (
    <div className="crosstab-columns">
      <ComboBox key={chosen} label={say('columns')} placeholder={say('columns.find')} choices={choices} value={chosen} onChange={choose} />
      {value.is === 'period' && <PeriodChoice value={value} onChange={onChange} />}
      {value.is === 'signifier' && signifier?.kind === 'stones' && signifier.stones.length > 0 && (
        <Select
          label={say('columns.stone')} choices={signifier.stones} value={value.stone ?? signifier.stones[0]!.id}
          onChange={stone => onChange({ ...value, stone })}
        />
      )}
      {value.is === 'signifier' && signifier && (signifier.kind === 'slider' || signifier.kind === 'number' || signifier.kind === 'triad') && (
        <Popover label={say('columns.more')} trigger={<Button look="quiet" icon={<SlidersHorizontal aria-hidden />}>{say('columns.more')}</Button>}>
          <div className="crosstab-settings">
            {signifier.kind === 'triad' ? <ZoneChoice value={value} onChange={onChange} /> : <BinChoice value={value} isSlider={signifier.kind === 'slider'} onChange={onChange} />}
          </div>
        </Popover>
      )}
    </div>
  )
}

function PeriodChoice({ value, onChange }: { value: Extract<ColumnsBy, { is: 'period' }>, onChange: (columns: ColumnsBy) => void }) {
  const say = useSay('crosstab')
  return (
    <Select
      label={say('columns.more')} choices={(['month', 'quarter', 'year'] as const).map(id => ({ id, name: say(`period.${id}`) }))} value={value.by}
      onChange={by => onChange({ ...value, by })}
    />
  )
}

const SLIDER_CLASSES = [2, 3, 4, 5, 10] as const

function BinChoice({ value, isSlider, onChange }: { value: SignifierColumns, isSlider: boolean, onChange: (columns: ColumnsBy) => void }) {
  const say = useSay('crosstab')
  const bins: Bins = value.bins ?? (isSlider ? { is: 'tens' } : { is: 'classes', count: 10 })
  const id = bins.is === 'classes' ? String(bins.count) : bins.is
  const set = (next: Bins) => onChange({ ...value, bins: next })
  const choices = [
    ...(isSlider ? [{ id: 'tens', name: say('bins.tens') }] : []),
    ...SLIDER_CLASSES.map(count => ({ id: String(count), name: isSlider ? say(`bins.${count}`) : say('bins.number', { count }) })),
    { id: 'width', name: say('bins.width') }
  ]
  return (
    <>
      <RadioGroup
        label={say('bins')} choices={choices} value={id}
        onChange={next => set(next === 'tens' ? { is: 'tens' } : next === 'width' ? { is: 'width', width: isSlider ? 20 : 10 } : { is: 'classes', count: Number(next) })}
      />
      {bins.is === 'width' && (
        <NumberField
          label={say('bins.width.field')} value={bins.width} minValue={isSlider ? 1 : 0.1} maxValue={isSlider ? 50 : 1_000_000}
          onChange={width => { if (width > 0) set({ is: 'width', width }) }}
        />
      )}
    </>
  )
}

function ZoneChoice({ value, onChange }: { value: SignifierColumns, onChange: (columns: ColumnsBy) => void }) {
  const say = useSay('crosstab')
  const zones = value.zones ?? { corner: 60, edge: 20 }
  const set = (next: typeof zones) => { if (!Number.isNaN(next.corner + next.edge)) onChange({ ...value, zones: next }) }
  return (
    <>
      <h3>{say('zones')}</h3>
      <NumberField label={say('zones.corner')} value={zones.corner} minValue={51} maxValue={95} onChange={corner => set({ ...zones, corner })} />
      <NumberField label={say('zones.edge')} value={zones.edge} minValue={5} maxValue={33} onChange={edge => set({ ...zones, edge })} />
    </>
  )
}
