// A file as it comes in on a bad day, to try an import on: sent twice, left empty, withheld, with names still in it.
// It stands apart from the study: none of these rows belongs to Demostad.
import { delimited } from './delimited.ts'
import { handMadeRows } from './tables.ts'
import type { GroupTable } from './group-table.ts'

/** The first eight stories of a group and five rows that need a decision, with a column of names and one of consent. */
export function untidyCsv(table: GroupTable): string {
  const [headings, ...rows] = handMadeRows({ ...table, stories: table.stories.slice(0, 8) })
  const at = (name: string) => headings!.indexOf(name)
  const changed = (row: string[], cells: Record<string, string>) => row.map((cell, place) => cells[headings![place]!] ?? cell)
  const named = 'Wij hadden Marijke van Dalen van het team en die kwam elke week bij ons op de Lindelaan. Mijn zoon Sem noemde haar tante Rijk. Bel gerust: 06-12345678.'
  const all: [string[], string, string][] = [
    ...rows.map((row): [string[], string, string] => [row, '', 'ja']),
    [changed(rows[0]!, { Verhaalnummer: 'G-901' }), '', 'ja'],
    [changed(rows[1]!, { Verhaalnummer: rows[2]![at('Verhaalnummer')]!,
      Verhaal: 'Iemand anders met hetzelfde nummer. Dat komt van het kopiëren van een regel.' }), '', 'ja'],
    [changed(rows[3]!, { Verhaalnummer: 'G-902', Verhaal: '' }), '', 'ja'],
    [changed(rows[4]!, { Verhaalnummer: 'G-903', Verhaal: named }), 'Sanne Bakker', 'ja'],
    [changed(rows[5]!, { Verhaalnummer: 'G-904', Verhaal: 'Ik wil bij nader inzien liever niet dat dit gebruikt wordt.' }), '', 'nee']
  ]
  return delimited([[...headings!, 'Naam', 'Mogen wij uw verhaal gebruiken?'], ...all.map(([row, name, consent]) => [...row, name, consent])], ';')
}
