// Import calls of a window: looks at uploads, starts and follows jobs. Same door rules as elsewhere: zod in, values out.
import { importing, type LookedAt } from '../shared/contract/importing.ts'
import type { z } from 'zod'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import type { Definition } from '../shared/importing/definition.ts'
import { proposeMapping } from '../shared/importing/propose.ts'
import { readMapping } from '../shared/importing/read-mapping.ts'
import { readFileSync } from 'node:fs'
import { openDefinition } from '../db/exchange/read-definition.ts'
import { openTable } from '../db/exchange/open-table.ts'
import { isTranscript } from '../shared/importing/transcript-names.ts'
import { knownKinds } from '../db/staging-questions.ts'
import { readTables } from './plain-tables.ts'
import { refuseWithoutRight } from './rights.ts'
import { createDoor, type Door } from './door.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Parcel, Parcels } from './parcels.ts'
import type { Windows } from './windows.ts'

const SAMPLE_ROWS = 60
/** A whole story, nearly always. */
const SAMPLE_CELL = 4000

export function createImporting(profile: string, windows: Windows, parcels: Parcels, jobs: Jobs): Door {
  const parcelOf = (upload: Id): Parcel => {
    const parcel = parcels.find(upload)
    if (!parcel) throw new Refusal('not_found', 'upload.gone')
    return parcel
  }
  const definitionOf = async (upload: Id | null): Promise<Definition | null> => {
    if (upload === null) return null
    const { path, name } = parcelOf(upload)
    const read = await openDefinition(path, name)
    return read.ok ? read.definition : null
  }
  return createDoor(importing, {
    'import.look': async (window, { uploads, settings, definition, group, whole }) => {
      const defined = await definitionOf(definition)
      return Promise.all(uploads.map((upload) => lookAt(parcelOf(upload), settings, { definition: defined, group, kinds: window.project ? knownKinds(window.project.store) : undefined }, whole)))
    },
    'import.readMapping': (_, { upload }) => {
      const { path, name } = parcelOf(upload)
      const read = readMapping(readFileSync(path, 'utf8'), name)
      return read.ok ? { mapping: read.mapping, problems: [] } : { mapping: null, problems: read.problems }
    },
    'import.readTable': async (_, { uploads }) => readTables(uploads.map(parcelOf)),
    'import.readDefinition': async (_, { upload }) => {
      const { path, name } = parcelOf(upload)
      const read = await openDefinition(path, name)
      return read.ok ? { name: read.definition.name, signifiers: read.definition.signifiers.length, problems: [] } : { name: null, signifiers: 0, problems: read.problems }
    },
    'import.start': async (window, { uploads, mapping, definition, group, wave, rehearse }) => {
      const project = windows.projectOf(window)
      if (!window.coder) throw new Refusal('not_joined', 'coder.not_chosen')
      refuseWithoutRight(project.store, window.coder, 'steer')
      const inputs = uploads.map(parcelOf).map(({ path, name }) => ({ path, name }))
      if (!rehearse) await project.keeper.take('import')
      return { job: jobs.startImport(project, { path: project.path, profile, coder: window.coder, rehearse, wish: { inputs, mapping, definition: await definitionOf(definition), group, wave } }) }
    },
    'job.read': (_, { job }) => jobs.read(job),
    'job.cancel': (_, { job }) => {
      jobs.cancel(job)
      return null
    }
  })
}

type Settings = z.output<(typeof importing)['import.look']['input']>['settings']

async function lookAt({ id, path, name }: Parcel, settings: Settings, known: Parameters<typeof proposeMapping>[1], whole: boolean): Promise<LookedAt> {
  const bare = {
    upload: id, name, sheets: [], sheet: null, format: null, delimiter: null, encoding: null, headerRows: [], headings: [], sample: [], rows: 0, rowsAreAll: false, tool: null, mapping: null, notes: [], problems: []
  }
  if (isTranscript(name)) return { ...bare, is: 'transcript' }
  const opened = await openTable(path, settings, name)
  if (!opened.ok) return { ...bare, is: 'unreadable', problems: opened.problems }
  const { table } = opened
  const proposal = proposeMapping(table, known)
  return {
    ...bare, is: 'table', sheets: table.sheets, sheet: table.sheet, format: table.format, delimiter: table.delimiter, encoding: table.encoding, headerRows: table.headerRows, headings: table.headings,
    sample: (whole ? table.sample : table.sample.slice(0, SAMPLE_ROWS)).map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.slice(0, SAMPLE_CELL)) })),
    rows: table.sample.length, rowsAreAll: table.sampleIsAll,
    tool: proposal.tool, mapping: proposal.mapping, notes: proposal.notes, problems: proposal.problems
  }
}
