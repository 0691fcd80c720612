// How often each coder used each code, with its share of the stories that coder finished; every number opens its stories.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Output } from '../../shared/contract/index.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { SaveTable } from './save-table.tsx'

type Answer = Output<'compare.often'>
type Row = Answer['rows'][number]
type Part = Answer['parts'][number]

/** A share of fewer stories than this is said as "x van n". */
const LEAST_FOR_PERCENT = 10

export function OftenPanel({ around: { choices, set, compared, codes } }: { around: Around }) {
  const say = useSay('compare')
  const format = useFormats()
  const [open, setOpen] = useState<{ title: string, rule: StoryFilter } | null>(null)
  const { data, error, isPlaceholderData } = useRead('compare.often', { coders: compared.map(({ id }) => id), by: choices.often, filter: choices.filter, lump: choices.lump }, { keepFormer: true })
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={10} />
  const { parts, rows, about } = data
  const partName = ({ name }: Part) => name || say('often.background.none')
  const rowName = ({ code, name }: Row) => (code === null ? say('often.lumped') : name)
  const lumped = rows.find(({ code }) => code === null)
  const notes = [`${say('often.n', { n: format.number(about.n) })}${about.blind ? ` · ${say('often.blind')}` : ''}`]
  const show = (row: Row, part: Part) => {
    const used = row.code === null ? row.lumped : [row.code]
    const own = part.coders.map((coder): StoryFilter => ({ codes: used, layer: { is: 'coder', coder }, doneBy: coder }))
    setOpen({ title: say('often.open', { code: rowName(row), name: partName(part) }), rule: bothFilters(choices.filter, own.length === 1 ? own[0]! : { any: own }) })
  }
  return (
    <article className="compare-part">
      <p className="compare-lead">{say('often.lead')}</p>
      <div className="compare-bar-line">
        <RadioGroup label={say('often.by')} asBar choices={(['coder', 'background'] as const).map(id => ({ id, name: say(`often.by.${id}`) }))} value={choices.often} onChange={often => set({ often })} />
        <NumberField label={say('often.lump')} value={choices.lump} minValue={0} maxValue={100} onChange={lump => set({ lump: Number.isNaN(lump) ? 0 : lump })} />
        <SaveTable
          name={say('often.file')} title={say('face.codes')} notes={notes}
          sheet={() => ({
            name: say('face.codes'), headings: [say('often.code'), ...parts.flatMap(part => [partName(part), `${partName(part)} (%)`])],
            rows: [[say('often.read', { count: '' }).trim(), ...parts.flatMap(({ stories }) => [stories, null])], ...rows.map(row => [rowName(row), ...row.cells.flatMap(({ stories }, at) => [stories, parts[at]!.stories > 0 ? Math.round(stories / parts[at]!.stories * 1000) / 10 : null])])]
          })}
        />
      </div>
      {choices.often === 'background' && <p className="ui-hint">{say('often.background.hint')}</p>}
      <p className="compare-n">{notes[0]}</p>
      {rows.length === 0 ? <EmptyState says={say('often.none')} /> : (
        <div className="compare-scroll" aria-busy={isPlaceholderData}>
          <table className="compare-table">
            <caption className="only-read-aloud">{say('often.lead')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('often.code')}</th>
                {parts.map(part => <th key={part.coders.join()} scope="col">{partName(part)}<span className="compare-base">{say('often.read', { count: part.stories })}</span></th>)}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.code ?? 'lump'}>
                  <th scope="row"><span className="compare-code">{row.colour !== null && <CodeSwatch colour={row.colour} />} {rowName(row)}</span></th>
                  {row.cells.map(({ stories }, at) => {
                    const part = parts[at]!
                    const share = part.stories === 0 ? 0 : stories / part.stories
                    return (
                      <td key={part.coders.join()}>
                        {stories === 0 ? <span className="compare-none">0</span> : (
                          <Button className="compare-number" onPress={() => show(row, part)}>
                            <span className="only-read-aloud">{rowName(row)}, {partName(part)}: </span>
                            <span className="compare-share" style={{ inlineSize: `${Math.round(share * 100)}%` }} aria-hidden />
                            <b>{format.number(stories)}</b> <span>{part.stories < LEAST_FOR_PERCENT ? say('often.of', { count: stories, base: part.stories }) : format.percent(share)}</span>
                          </Button>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lumped && <p className="ui-hint">{say('often.lumped.names', { names: format.list(lumped.lumped.map(id => codes.find(code => code.id === id)?.name ?? '…')) })}</p>}
      <p className="ui-hint">{say('often.unfinished')}</p>
      {open && <StoriesDrawer key={JSON.stringify(open.rule)} title={open.title} rule={open.rule} onClose={() => setOpen(null)} />}
    </article>
  )
}
