// The definition of a SenseMaker questionnaire from disk: the JSON itself, or the zip in which it is downloaded.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DefinitionRead } from '../../shared/importing/definition.ts'
import { readDefinition } from '../../shared/importing/definition.ts'
import { problem } from '../../shared/importing/messages.ts'
import { isProblem, lookAt, refusalOf } from './file-kind.ts'
import { FileRefused } from './file-refused.ts'
import { openZip, unpacked } from './zip-reader.ts'

/** The largest questionnaire seen is a few hundred kB. */
const LARGEST = 50_000_000

export async function openDefinition(path: string, name?: string): Promise<DefinitionRead> {
  const file = name ?? basename(path)
  const look = await lookAt(path, file)
  if (isProblem(look)) return { ok: false, problems: [look] }
  const refusal = refusalOf(look, file)
  if (refusal) return { ok: false, problems: [problem('definition_unknown', { file })] }
  if (look.size > LARGEST) return { ok: false, problems: [problem('definition_unknown', { file })] }
  try {
    const text = look.kind === 'zip' ? await textInZip(path, look.size) : new TextDecoder().decode(await readFile(path))
    return text === null ? { ok: false, problems: [problem('definition_unknown', { file })] } : readDefinition(text, file)
  } catch (error) {
    if (error instanceof FileRefused) return { ok: false, problems: [problem(error.key, { file }, error.values)] }
    throw error
  }
}

async function textInZip(path: string, size: number): Promise<string | null> {
  const zip = await openZip(path, size)
  const entry = [...zip.entries.values()].find(({ name }) => /(^|\/)framework_definition\.json$/i.test(name)) ?? [...zip.entries.values()].find(({ name }) => /definition[^/]*\.json$/i.test(name))
  if (!entry || entry.size > LARGEST) return null
  const chunks: Buffer[] = []
  for await (const chunk of unpacked(zip, entry)) chunks.push(chunk)
  return new TextDecoder().decode(Buffer.concat(chunks))
}
