// Data for other programs, and the list of what left.
import { readFragmentData } from '../../db/data-fragments.ts'
import { readStoryData } from '../../db/data-stories.ts'
import { findCoder } from '../../db/coders.ts'
import { writeData } from '../../db/exchange/write-data.ts'
import { listExports } from '../../db/exports.ts'
import { projectTitle } from '../../db/project.ts'
import { isBlind } from '../../db/scope.ts'
import type { Store } from '../../db/store.ts'
import type { DataQuestion } from '../../shared/contract/export.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { release } from '../../shared/domain/release.ts'
import type { Cell, Variable } from '../../shared/exporting/variables.ts'
import { fileWords, type FileWords } from '../../shared/exporting/words.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const exportReads: ReadHandlers<'export.stories' | 'export.fragments' | 'export.list'> = {
  'export.stories': ({ store, viewer }, question) => {
    const { stories, about, answers, codes, themes } = readStoryData(store, viewer, question)
    return file(store, viewer, question, 'file', { variables: [...about, ...answers, ...codes, ...themes], rows: stories.size, stories: stories.size })
  },
  'export.fragments': ({ store, viewer }, question) => file(store, viewer, question, 'fragmentsFile', readFragmentData(store, viewer, question)),
  'export.list': ({ store }, { limit }) => listExports(store, limit)
}

export const exportWrites: WriteHandlers<'export.note'> = {
  'export.note': ({ viewer, write }, { id, kind, name }) => {
    write.insert('export.noted', 'export', id, { kind, name, coder: viewer, at: write.now })
    return null
  }
}

function file(store: Store, viewer: Id | null, question: DataQuestion, name: 'file' | 'fragmentsFile', { variables, rows, stories }: { variables: Variable[]; rows: number; stories: number }): Output<'export.stories'> {
  const words = fileWords(question.language)
  const about = { n: stories, layer: question.layer, viewer, mode: question.mode, blind: isBlind(store) }
  // Through the gate before a byte is written.
  const allowed = release({ rows, variables: variables.length }, about)
  const bytes = writeData(question.form, words[name], variables, rows, notesOf(store, viewer, question, stories, words), words)
  return { ...allowed, bytes: Buffer.from(bytes).toString('base64') }
}

function notesOf(store: Store, viewer: Id | null, { layer, said }: DataQuestion, stories: number, words: FileWords): [string, Cell][] {
  const name = (coder: Id | null): string => (coder === null ? '' : findCoder(store, coder)?.name ?? '')
  return [
    [words.project, projectTitle(store)], [words.made, new Date().toISOString().slice(0, 10)], [words.by, name(viewer)],
    [words.layer, layer.is === 'coder' ? name(layer.coder) : words[layer.is]], [words.stories, stories], [words.chosen, said || words.everyone],
    ...(isBlind(store) ? [[words.blind, null] as [string, Cell]] : []), [words.rule1, null], [words.rule2, null], [words.rule3, null], [words.rule4, null]
  ]
}
