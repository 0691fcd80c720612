// The figures by code: whether stories have it, and whether it is on the same words. A figure that does not exist says so.
import { Button } from 'react-aria-components'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import type { FiguresAnswer } from './figures-panel.tsx'
import { SaveTable } from './save-table.tsx'

type Row = FiguresAnswer['rows'][number]
type Column = { name: 'percent' | 'ac1' | 'kappa' | 'fleiss' | 'alpha' | 'jaccard' | 'f1' | 'uAlpha', of: (row: Row) => number | null | undefined }

/** Cohen is of two coders, Fleiss of more. */
const ofStory = (isPair: boolean): Column[] => [
  { name: 'percent', of: ({ story }) => story?.percent }, { name: 'ac1', of: ({ story }) => story?.ac1 },
  isPair ? { name: 'kappa', of: ({ story }) => story?.kappa } : { name: 'fleiss', of: ({ story }) => story?.fleiss }, { name: 'alpha', of: ({ story }) => story?.alpha }
]
const ofText = (isPair: boolean): Column[] => [
  { name: 'percent', of: ({ text }) => text?.percent }, { name: 'jaccard', of: ({ text }) => text?.jaccard }, ...(isPair ? [{ name: 'f1', of: ({ text }) => text?.f1 }, { name: 'kappa', of: ({ text }) => text?.kappa }] satisfies Column[] : []),
  { name: 'alpha', of: ({ text }) => text?.alpha }, { name: 'uAlpha', of: ({ text }) => text?.uAlpha }
]

export function FiguresTable({ data, notes, isPair, onOpen }: { data: FiguresAnswer, notes: readonly string[], isPair: boolean, onOpen: (code: string) => void }) {
  const say = useSay('compare')
  const format = useFormats()
  const [story, text] = [ofStory(isPair), ofText(isPair)]
  const columns = [...story, ...text]
  const shown = data.rows.filter(({ why }) => why === null)
  const meanOf = ({ of }: Column) => {
    const values = shown.flatMap(row => of(row) ?? [])
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  }
  const cell = (name: Column['name'], value: number | null | undefined) => {
    if (value === null || value === undefined) return <span className="compare-none" title={say('figures.noValue')}>–<span className="only-read-aloud"> {say('figures.noValue')}</span></span>
    return name === 'percent' ? format.percent(value) : format.number(value, 2)
  }
  const heading = (list: Column[], side: string) => list.map(({ name }) => <th key={`${side}${name}`} scope="col">{say(`figures.${name}`)}</th>)
  return (
    <>
      <div className="compare-bar-line">
        <p className="compare-n">{notes[0]}</p>
        <SaveTable
          name={say('figures.file')} title={say('figures')} notes={[...notes, say('figures.means.is'), say('figures.means.pass')]}
          sheet={() => ({
            name: say('face.figures'),
            headings: [say('figures.code'), say('figures.uses'), ...story.map(({ name }) => `${say('figures.story')} ${say(`figures.${name}`)}`), ...text.map(({ name }) => `${say('figures.text')} ${say(`figures.${name}`)}`)],
            rows: data.rows.map(row => [row.name, row.uses, ...columns.map(({ of }) => of(row) ?? null)])
          })}
        />
      </div>
      <div className="compare-scroll">
        <table className="compare-table is-figures">
          <caption className="only-read-aloud">{say('figures')}</caption>
          <thead>
            <tr><th scope="col" rowSpan={2}>{say('figures.code')}</th><th scope="col" rowSpan={2}>{say('figures.uses')}</th><th scope="colgroup" colSpan={story.length}>{say('figures.story')}</th><th scope="colgroup" colSpan={text.length}>{say('figures.text')}</th></tr>
            <tr>{heading(story, 's')}{heading(text, 't')}</tr>
          </thead>
          <tbody>
            {data.rows.map(row => (
              <tr key={row.code}>
                <th scope="row"><Button className="compare-number compare-code" onPress={() => onOpen(row.code)}><CodeSwatch colour={row.colour} /> {row.name}</Button></th>
                <td>{format.number(row.uses)}</td>
                {row.why === 'fewUses' ? <td colSpan={columns.length} className="compare-why">{say('figures.fewUses')}</td>
                  : columns.map(({ name, of }, at) => <td key={at} data-side={at === story.length ? 'first' : undefined}>{cell(name, of(row))}</td>)}
              </tr>
            ))}
          </tbody>
          {shown.length > 1 && <tfoot><tr><th scope="row" colSpan={2}>{say('figures.mean', { count: shown.length })}</th>{columns.map((column, at) => <td key={at}>{cell(column.name, meanOf(column))}</td>)}</tr></tfoot>}
        </table>
      </div>
    </>
  )
}
