// Every file of Demostad by name, ready to be written to a folder: to practise an import with, or to show what comes out of other tools.
import type { SampleProject } from '../sample.ts'
import { windows1252 } from './delimited.ts'
import { groupTable, type GroupTable } from './group-table.ts'
import { populationCsv, registrationSheets } from './reference-tables.ts'
import { senseMakerCsv, senseMakerDefinition } from './sensemaker.ts'
import { dutchCsv, formsCsv, limeSurveyCsv, qualtricsCsv, workbookRows } from './tables.ts'
import { codebookCsv, codingsCsv } from './team-files.ts'
import { untidyCsv } from './untidy.ts'

export type Sheet = { name: string; headings: string[]; rows: (string | number)[][] }
/** Words are written as UTF-8, sheets as a workbook. */
export type DemoFile = { name: string; content: { is: 'words'; words: string } | { is: 'bytes'; bytes: Uint8Array } | { is: 'sheets'; sheets: Sheet[] } }

export function everyFile(sample: SampleProject): DemoFile[] {
  const tables = (['gezinnen', 'medewerkers'] as const).map((group) => groupTable(sample, group))
  return [
    ...tables.flatMap(filesOfGroup),
    bytes('gezinnen-rommelig.csv', windows1252(untidyCsv(tables[0]!))),
    words('codeboek.csv', codebookCsv(sample)),
    words('coderingen.csv', codingsCsv(sample)),
    words('bevolking.csv', populationCsv()),
    sheets('gespreksregistratie.xlsx', registrationSheets())
  ]
}

function filesOfGroup(table: GroupTable): DemoFile[] {
  const [headings, ...rows] = workbookRows(table)
  return [
    words(`${table.group}-sensemaker.csv`, senseMakerCsv(table)),
    words(`${table.group}-sensemaker-definitie.json`, senseMakerDefinition(table)),
    bytes(`${table.group}-titels.csv`, windows1252(dutchCsv(table))),
    sheets(`${table.group}.xlsx`, [{ name: 'Verhalen', headings: headings!.map(String), rows }]),
    words(`${table.group}-limesurvey.csv`, limeSurveyCsv(table)),
    words(`${table.group}-qualtrics.csv`, qualtricsCsv(table)),
    words(`${table.group}-forms.csv`, formsCsv(table))
  ]
}

const words = (name: string, text: string): DemoFile => ({ name, content: { is: 'words', words: text } })
const bytes = (name: string, of: Uint8Array): DemoFile => ({ name, content: { is: 'bytes', bytes: of } })
const sheets = (name: string, of: Sheet[]): DemoFile => ({ name, content: { is: 'sheets', sheets: of } })
