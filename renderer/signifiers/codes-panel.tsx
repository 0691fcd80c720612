// How often each code was used, most used first, side by side for the groups; small codes together in one row that names them.
import { useRef, useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Frequency, FrequencyRow } from '../../shared/contract/frequency.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { PairedBars } from '../charts/paired-bars.tsx'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Choices } from './choices.ts'
import { SaveMenu } from './save-menu.tsx'

const LUMP = 'lump'

export function CodesPanel({ project, codes, choices, onChange }: { project: Output<'project.read'>, codes: Output<'code.list'>, choices: Choices, onChange: (part: Partial<Choices>) => void }) {
  const say = useSay('patterns')
  const format = useFormats()
  const figure = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<{ part: string, answer: string } | null>(null)
  const { data, error } = useRead('frequency.table', { by: project.groups.length > 1 ? 'group' : null, layer: choices.layer, filter: choices.filter, lump: choices.lump }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={10} />
  const count = (frequency: Frequency) => (choices.unit === 'fragments' ? frequency.fragments ?? 0 : frequency.stories)
  const used = data.rows.filter(({ all }) => all.codings > 0)
  const rows = [...used.filter(({ code }) => code !== null).toSorted((a, b) => count(b.all) - count(a.all)), ...used.filter(({ code }) => code === null)]
  const nameOf = (row: FrequencyRow) => (row.code === null ? say('codes.lump', { count: row.lumped.length, most: choices.lump }) : row.name)
  const parts = data.parts.length > 0 ? data.parts.filter(({ stories }) => stories > 0) : [{ id: null, name: say('codes.all'), stories: data.stories }]
  const cells = (row: FrequencyRow) => (data.parts.length > 0 ? data.parts.flatMap((part, at) => (part.stories > 0 ? [row.parts[at]!] : [])) : [row.all])
  const measure = (number: number, base: number) => (choices.unit === 'per100'
    ? { size: base > 0 ? number / base * 100 : 0, figure: format.number(base > 0 ? number / base * 100 : 0, 1) } : { size: number, figure: format.number(number) })
  const notes = [`${say(`unit.${choices.unit}`)} · ${say('n.layer', { layer: choices.layer.is === 'consensus' ? say('layer.consensus') : say('layer.all') })} · n = ${format.number(data.stories)}${data.about.blind ? ` · ${say('n.blind')}` : ''}`]
  const lumped = used.find(({ code }) => code === null)
  const rule = open && ruleOf(open)

  function ruleOf({ part, answer }: { part: string, answer: string }): { title: string, rule: StoryFilter } {
    const row = rows.find(({ code }) => (code ?? LUMP) === answer)!
    const group = parts.find(({ id }) => (id ?? 'none') === part)
    const own: StoryFilter = { codes: row.code === null ? row.lumped : [row.code], layer: choices.layer }
    return { title: [nameOf(row), ...(parts.length > 1 ? [group?.name ?? ''] : [])].join(' · '), rule: bothFilters(group?.id ? bothFilters(choices.filter, { groups: [group.id] }) : choices.filter, own) }
  }

  return (
    <article className="patterns-question">
      <h2>{say('codes')}</h2>
      <p className="patterns-n">{notes[0]}</p>
      <div className="patterns-bar">
        <div className="patterns-controls">
          <RadioGroup label={say('unit')} asBar choices={(['stories', 'fragments', 'per100'] as const).map(id => ({ id, name: say(`unit.${id}`) }))} value={choices.unit} onChange={unit => onChange({ unit })} />
          <NumberField label={say('lump')} hint={say('lump.hint')} value={choices.lump} minValue={0} maxValue={100} onChange={lump => onChange({ lump: Number.isNaN(lump) ? 0 : lump })} />
        </div>
        <SaveMenu
          figure={figure} isPicture name={say('codes.file')} title={say('codes')} notes={notes}
          sheet={() => ({
            name: say('table.sheet'), headings: [say('codes'), ...parts.flatMap(({ name }) => [`${name} – ${say('unit.stories')}`, `${name} – ${say('unit.fragments')}`, `${name} – ${say('unit.per100')}`])],
            rows: rows.map(row => [nameOf(row), ...cells(row).flatMap((frequency, at) => [frequency.stories, frequency.fragments, parts[at]!.stories > 0 ? Math.round(frequency.stories / parts[at]!.stories * 1000) / 10 : null])])
          })}
        />
      </div>
      {rows.length === 0 ? <EmptyState says={say('codes.none')} /> : (
        <div ref={figure} className="patterns-figure">
          <PairedBars
            label={say('codes')} measure={measure} selected={open} onSelect={(part, answer) => setOpen({ part, answer })}
            answers={rows.map(row => ({ id: row.code ?? LUMP, name: nameOf(row), ...(row.colour === null ? {} : { colour: row.colour }) }))}
            parts={parts.map((part, at) => ({ id: part.id ?? 'none', name: part.name || say('noGroup'), base: part.stories, counts: rows.map(row => count(cells(row)[at]!)) }))}
          />
          {lumped && <p className="ui-hint">{say('codes.lumped', { names: format.list(lumped.lumped.map(id => codes.find(code => code.id === id)?.name ?? '…')) })}</p>}
        </div>
      )}
      {rule && <StoriesDrawer key={JSON.stringify(rule.rule)} title={rule.title} rule={rule.rule} onClose={() => setOpen(null)} />}
    </article>
  )
}
