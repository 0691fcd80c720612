// The data files of the window by command: one row a story or a fragment, for R, SPSS and Excel. What leaves is noted first, as there.
import { accessSync, constants, existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, resolve } from 'node:path'
import { DataForm } from '../../shared/contract/export.ts'
import { newId } from '../../shared/domain/ids.ts'
import { sameName } from '../../shared/domain/names.ts'
import { Refusal } from '../../shared/errors.ts'
import { oneOf, text, UsageError, type Command, type Given } from './arguments.ts'
import { layerOf } from './count-commands.ts'
import { facts } from './print.ts'
import { lookingAt, type Opened } from './project.ts'
import { language } from './speech.ts'

export const dataCommands: Record<string, Command> = {
  data: {
    usage: 'FILE --rows stories|fragments --out X.xlsx|X.csv|X.zip --as NAME [--layer all|consensus|NAME] [--selection NAME] [--words]',
    about: 'a data file: answers, codes and themes (.zip: with scripts for R and SPSS)', least: 1, most: 1,
    options: { rows: 'string', out: 'string', layer: 'string', selection: 'string', words: 'boolean', as: 'string' },
    run: (given) => {
      const rows = oneOf(given, 'rows', ['stories', 'fragments'] as const)
      const out = text(given, 'out')
      if (rows === undefined || out === undefined) throw new UsageError('Say which rows with --rows, and where the file goes with --out.')
      const form = DataForm.safeParse(extname(out).slice(1).toLowerCase())
      if (!form.success) throw new UsageError(`--out ${out}: end it in ${DataForm.options.map((one) => `.${one}`).join(', ')}.`)
      refuseUnwritable(resolve(out))
      if (text(given, 'as') === undefined) throw new UsageError('Say who takes it out with --as: what leaves the project is noted.')
      return lookingAt(given, async (project) => {
        const selection = await selectionNamed(project, given)
        const file = await project.call(`export.${rows}`, {
          form: form.data, language: language(), words: given.options.words === true, layer: await layerOf(given, project), ...(selection ? { filter: { selections: [selection.id] }, said: selection.name } : {})
        })
        await note(project, rows, basename(out))
        writeFileSync(resolve(out), Buffer.from(file.bytes, 'base64'))
        facts(given, { file: out, rows: file.rows, variables: file.variables })
      })
    }
  }
}

/** Before anything is noted as having left. */
function refuseUnwritable(path: string): void {
  const folder = dirname(path)
  if (!existsSync(folder)) throw new Refusal('not_found', 'folder.absent', { folder })
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK)
  } catch {
    throw new Refusal('forbidden', 'store.cannot_open', { file: path })
  }
}

/** [X9] Before the file is there. In a file that one may only read nothing can be written down, as in the window. */
async function note({ call }: Opened, kind: 'stories' | 'fragments', name: string): Promise<void> {
  try {
    await call('export.note', { id: newId(), kind, name: name.slice(0, 200) })
  } catch (error) {
    if (!(error instanceof Refusal) || error.failure.message !== 'store.read_only') throw error
  }
}

async function selectionNamed({ call }: Opened, given: Given): Promise<{ id: string; name: string } | null> {
  const name = text(given, 'selection')
  if (name === undefined) return null
  const { rows } = await call('selection.list', {})
  const found = rows.find((one) => sameName(one.name, name))
  if (!found) throw new Refusal('not_found', 'selection.no_such_name', { name, names: rows.map((one) => one.name).join(', ') || '–' })
  return found
}
