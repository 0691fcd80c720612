// A data file in the form asked for: a workbook, one file of rows, or a folder with the scripts that SPSS and R read it by.
import { strToU8, zipSync } from 'fflate'
import type { DataForm } from '../../shared/contract/export.ts'
import { rScript, spssSyntax, validOf, type Cell, type Variable } from '../../shared/exporting/variables.ts'
import type { FileWords } from '../../shared/exporting/words.ts'
import { csvLine, csvText } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

/** `name`: of the rows, as a file and as a variable in R. notes: what a reader must know, in two columns. */
export function writeData(form: DataForm, name: string, variables: readonly Variable[], rows: number, notes: [string, Cell][], words: FileWords): Uint8Array {
  const headings = variables.map((variable) => variable.name)
  const about = { name: words.variables, headings: [words.variable, words.meaning, words.kind, words.values, words.valid], rows: variables.map((variable): Cell[] => [variable.name, variable.meaning, words[variable.kind], variable.values, validOf(variable)]) }
  if (form === 'xlsx') return writeXlsx([{ name: words.data, headings, rows: rowsOf(variables, rows) }, about, { name: words.about, headings: [], rows: notes }]).bytes
  if (form === 'csv') return strToU8(csvText([headings, ...rowsOf(variables, rows)]))
  const comma = { delimiter: ',', decimal: '.', mark: false } as const
  const text = (lines: Iterable<Cell[]>): Uint8Array => strToU8([...lines].map((line) => csvLine(line, comma)).join(''))
  const file = `${name}.csv`
  return zipSync({
    [file]: text([headings, ...rowsOf(variables, rows)]), [`${words.variables.toLowerCase()}.csv`]: text([about.headings, ...about.rows]), [`${words.about.toLowerCase().replaceAll(' ', '-')}.csv`]: text(notes),
    'spss.sps': strToU8(spssSyntax(variables, file)), 'r.R': strToU8(rScript(variables, file, name))
  }, { level: 6, mtime: new Date(1980, 0, 2) })
}

function* rowsOf(variables: readonly Variable[], rows: number): Generator<Cell[]> {
  for (let at = 0; at < rows; at++) yield variables.map(({ cells }) => cells[at]!)
}
