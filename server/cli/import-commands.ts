// Commands that bring in stories: import, with a proposed or a given mapping.
import { readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { Definition } from '../../shared/importing/definition.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { mappingJson, readMapping } from '../../shared/importing/read-mapping.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { Refusal } from '../../shared/errors.ts'
import { openDefinition } from '../../db/exchange/read-definition.ts'
import { takeSnapshot } from '../../db/snapshots.ts'
import { importApart } from '../jobs/import-apart.ts'
import type { ImportReport } from '../jobs/import-run.ts'
import { text, type Command, type Given } from './arguments.ts'
import { json } from './print.ts'
import { coderNamed, mustExist, withProject } from './project.ts'
import { language } from './speech.ts'

export const importCommands: Record<string, Command> = {
  import: {
    usage: 'FILE INPUT… [--mapping M.json] [--group NAME] [--wave NAME] [--definition D.json|D.zip] [--dry-run] [--as NAME]', about: 'bring in stories with their answers', least: 2, most: 1000,
    options: { mapping: 'string', group: 'string', wave: 'string', definition: 'string', 'dry-run': 'boolean', as: 'string' },
    run: (given) => withProject(given, async ({ store, profile }) => {
      const inputs = given.positional.slice(1).map((path) => ({ path: resolve(path), name: basename(path), folder: isFolder(resolve(path)) }))
      const as = text(given, 'as')
      const mapping = mappingOf(given)
      const definition = await definitionOf(given)
      if (given.options['dry-run'] !== true) takeSnapshot(store.path, profile, 'import')
      const report = await untilInterrupted((signal) => importApart({
        path: store.path, profile, coder: as === undefined ? null : coderNamed(store, as).id, rehearse: given.options['dry-run'] === true,
        wish: { inputs, mapping, definition, group: text(given, 'group') ?? null, wave: text(given, 'wave') ?? null }
      }, { signal }))
      if (!report.ok) {
        tell(report.problems)
        return 1
      }
      const { outcome, counts, dropped, problems, signifiers } = report
      if (given.json) {
        json({ dryRun: outcome === null, ...counts, ...(outcome ? shown(outcome) : {}), dropped, signifiers: signifiers.map(({ key, kind, title }) => ({ key, kind, title })), problems, mapping: report.mapping })
        return 0
      }
      if (mapping === null && report.mapping) console.log(mappingJson(report.mapping))
      tell(problems)
      console.log(outcome ? Object.entries(shown(outcome)).map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') || '–' : String(value)}`).join('\n') : `stories: ${counts.stories} (dry run, nothing was written)`)
      if (dropped.length > 0) console.log(`dropped columns: ${dropped.join(', ')}`)
      return 0
    })
  }
}

/** Ctrl+C stops an import in good order: its staged rows are taken out before the command ends. A second one ends it at once. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    return await work(stop.signal)
  } finally {
    process.off('SIGINT', interrupt)
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

type Outcome = NonNullable<Extract<ImportReport, { ok: true }>['outcome']>

const shown = ({ added, changed, unchanged, absent, withdrawn, textDiffers }: Outcome) => ({ added, changed, unchanged, absent: absent.map(({ sourceId }) => sourceId), withdrawn, textDiffers })

function tell(problems: ImportProblem[]): void {
  for (const problem of problems) console.error(problemSentence(problem, language()))
}

/** The mapping or questionnaire given as an option; throws a Refusal that says what is wrong in it. */
function mappingOf(given: Given): Mapping | null {
  const path = text(given, 'mapping')
  return path === undefined ? null : sideFile(readMapping(readFileSync(mustExist(resolve(path)), 'utf8'), basename(path))).mapping
}

async function definitionOf(given: Given): Promise<Definition | null> {
  const path = text(given, 'definition')
  return path === undefined ? null : sideFile(await openDefinition(mustExist(resolve(path)))).definition
}

function sideFile<R extends { ok: true }>(read: R | { ok: false; problems: ImportProblem[] }): R {
  if (!read.ok) throw new Refusal('invalid_input', 'import.side_file', { problem: read.problems.map((problem) => problemSentence(problem, language())).join(' ') })
  return read
}
