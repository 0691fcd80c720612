// Commands about codes and codings: codes, codings, code-import, undo.
import { basename, resolve } from 'node:path'
import { sourceIds } from '../../db/stories.ts'
import { callNames } from '../../shared/domain/code-named.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { importCodings } from '../jobs/code-import.ts'
import { needed, text, type Command } from './arguments.ts'
import { facts, show } from './print.ts'
import { coderNamed, codesNamed, lookingAt, mustExist, withProject } from './project.ts'
import { language } from './speech.ts'

export const codingCommands: Record<string, Command> = {
  codes: {
    usage: 'FILE [--as NAME]', about: 'the codebook with its counts', least: 1, most: 1, options: { as: 'string' },
    run: (given) => lookingAt(given, async ({ call }) => {
      const codes = await call('code.list', {})
      const counts = new Map((await call('code.counts', {})).map((row) => [row.code, row]))
      const names = new Map(codes.map(({ id, name }) => [id, name]))
      const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(codes.find((code) => code.id === id)!.parent))
      const rows = codes.map(({ id, name, parent, definition, include, exclude, retired }) => {
        const { codings, fragments, stories, coders } = counts.get(id)!
        return { name, parent: parent && names.get(parent)!, depth: depth(parent), definition, include, exclude, retired, codings, fragments, stories, coders }
      })
      show(given, rows, [['code', (row) => `${'  '.repeat(row.depth)}${row.name}${row.retired ? ' (retired)' : ''}`], ['fragments', (row) => row.fragments], ['stories', (row) => row.stories], ['codings', (row) => row.codings], ['coders', (row) => row.coders]])
    })
  },
  codings: {
    usage: 'FILE [--code C] [--coder NAME] [--as NAME]', about: 'codings with their words', least: 1, most: 1, options: { code: 'string', coder: 'string', as: 'string' },
    run: (given) => lookingAt(given, async (project) => {
      const { store, call } = project
      const [code, coder] = [text(given, 'code'), text(given, 'coder')]
      const rule = { ...(code === undefined ? {} : { code: (await codesNamed(project, [code]))[0]!.id }), ...(coder === undefined ? {} : { coder: coderNamed(store, coder).id, layer: { is: 'coder' as const, coder: coderNamed(store, coder).id } }) }
      const names = new Map([...callNames(await call('code.list', {})), ...(await call('coder.list', {})).map(({ id, name }): [Id, string] => [id, name])])
      const groups = new Map((await call('project.read', {})).groups.map(({ id, name }) => [id, name]))
      const sources = sourceIds(store)
      const rows = []
      for (let offset = 0, total = 1; offset < total; offset += 500) {
        const page = await call('coding.list', { ...rule, offset, limit: 500 })
        total = page.total
        rows.push(...page.rows.map((row) => ({
          id: row.id, story: sources.get(row.number)!, number: row.number, group: row.group && groups.get(row.group)!, start: row.start, end: row.end, quote: row.quote, code: names.get(row.code)!, coder: names.get(row.coder)!
        })))
      }
      show(given, rows, [['story', (row) => row.story], ['start', (row) => row.start], ['end', (row) => row.end], ['code', (row) => row.code], ['coder', (row) => row.coder], ['quote', (row) => row.quote.replace(/\s+/g, ' ').slice(0, 70)]])
    })
  },
  'code-import': {
    usage: 'FILE codings.csv', about: 'codings from a table: story, start, end, quote (optional), code, coder', least: 2, most: 2,
    run: (given) => withProject(given, async ({ store, profile }) => {
      const path = mustExist(resolve(given.positional[1]!))
      const report = await importCodings(store, profile, path, basename(path))
      if (!report.ok) {
        for (const problem of report.problems) console.error(problemSentence(problem, language()))
        return 1
      }
      const { added, present, newCodes, newCoders } = report
      facts(given, { added, present, newCodes, newCoders })
      return 0
    })
  },
  undo: {
    usage: 'FILE --coder NAME', about: 'take back the last act of a coder', least: 1, most: 1, options: { coder: 'string' },
    run: (given) => withProject(given, async ({ store, call }) => {
      const coder = coderNamed(store, needed(given, 'coder', 'Say whose act with --coder.'))
      const { kind } = await call('history.undo', {}, coder.id)
      facts(given, { undone: kind })
    })
  }
}
