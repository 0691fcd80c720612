// Commands about the project as a whole: new, info, stories, coders, log, check, serve.
import { basename, resolve } from 'node:path'
import { checkStore } from '../../db/check.ts'
import { sourceIds } from '../../db/stories.ts'
import { hasScreen, openBrowser } from '../open-browser.ts'
import { startHost } from '../start.ts'
import { oneOf, text, whole, type Command } from './arguments.ts'
import { facts, json, show } from './print.ts'
import { coderNamed, lookingAt, profileFolder, type Opened } from './project.ts'
import { createToWork } from './shared-project.ts'

export const projectCommands: Record<string, Command> = {
  new: {
    usage: 'FILE [--title T] [--question Q] [--language nl|en]', about: 'make an empty project', least: 1, most: 1,
    options: { title: 'string', question: 'string', language: 'string' },
    async run(given) {
      const path = resolve(given.positional[0]!)
      const title = text(given, 'title') ?? basename(path).replace(/\.duiding$/i, '')
      await createToWork(path, profileFolder(), { title, question: text(given, 'question'), language: oneOf(given, 'language', ['nl', 'en']) })
      facts(given, { file: path, title })
    }
  },
  info: {
    usage: 'FILE [--as NAME]', about: 'title, groups, and how much there is', least: 1, most: 1, options: { as: 'string' },
    run: (given) => lookingAt(given, async ({ call }) => {
      const { id: _, ...details } = await call('project.read', {})
      const groups = details.groups.map(({ name, stories }) => ({ name, stories }))
      const waves = details.waves.map(({ name, stories }) => ({ name, stories }))
      const signifiers = (await call('signifier.list', {})).map(({ key, kind, title, options }) => ({ key, kind, title, options: options.map(({ name }) => name) }))
      const coders = (await codersAtWork(call)).map(({ name, role, codings, done }) => ({ name, role, codings, done }))
      const codings = coders.reduce((sum, { role, codings: own }) => sum + (role === 'consensus' ? 0 : own), 0)
      if (given.json) return json({ ...details, codings, groups, waves, signifiers, coders })
      facts(given, { title: details.title, stories: details.stories, codes: details.codes, codings, groups: groups.map(({ name, stories }) => `${name} ${stories}`).join(', '), coders: coders.map(({ name }) => name).join(', '), signifiers: signifiers.length })
      for (const { key, kind, title } of signifiers) console.log(`  ${kind.padEnd(7)} ${key}  ${title}`)
    })
  },
  stories: {
    usage: 'FILE [--as NAME]', about: 'every story with its group, length and codings', least: 1, most: 1, options: { as: 'string' },
    run: (given) => lookingAt(given, async ({ store, call }) => {
      const groups = new Map((await call('project.read', {})).groups.map(({ id, name }) => [id, name]))
      const sources = sourceIds(store)
      const rows = []
      for (let offset = 0, total = 1; offset < total; offset += 500) {
        const page = await call('story.list', { offset, limit: 500 })
        total = page.total
        rows.push(...page.rows.map((row) => ({
          number: row.number, source: sources.get(row.number)!, group: row.group && groups.get(row.group)!, length: row.length, codings: row.codings, opening: row.opening
        })))
      }
      show(given, rows, [['number', (row) => row.number], ['source', (row) => row.source], ['group', (row) => row.group ?? null], ['length', (row) => row.length], ['codings', (row) => row.codings], ['opening', (row) => row.opening.slice(0, 60)]])
    })
  },
  coders: {
    usage: 'FILE [--as NAME]', about: 'who takes part', least: 1, most: 1, options: { as: 'string' },
    run: (given) => lookingAt(given, async ({ call }) => {
      const rows = (await codersAtWork(call)).map(({ name, initials, role, codings, done }) => ({ name, initials, role, codings, done }))
      show(given, rows, [['name', (row) => row.name], ['initials', (row) => row.initials], ['role', (row) => row.role], ['codings', (row) => row.codings], ['done', (row) => row.done]])
    })
  },
  log: {
    usage: 'FILE [--coder NAME] [--limit N] [--as NAME]', about: 'what was changed, newest first', least: 1, most: 1, options: { coder: 'string', limit: 'string', as: 'string' },
    run: (given) => lookingAt(given, async ({ store, call }) => {
      const name = text(given, 'coder')
      const names = new Map((await call('coder.list', {})).map((coder) => [coder.id, coder.name]))
      const entries = await call('history.list', { limit: whole(given, 'limit', 1) ?? 1000, ...(name === undefined ? {} : { coder: coderNamed(store, name).id }) })
      const rows = entries.map(({ seq, at, coder, kind, entity, id, patch }) => ({ seq, at: new Date(at).toISOString(), coder: coder && (names.get(coder) ?? coder), kind, entity, id, patch }))
      show(given, rows, [['seq', (row) => row.seq], ['at', (row) => row.at], ['coder', (row) => row.coder], ['kind', (row) => row.kind], ['id', (row) => row.id]])
    })
  },
  check: {
    usage: 'FILE', about: 'is the file whole? integrity, references, offsets, log and rows agree, no words outside the texts', least: 1, most: 1,
    run: (given) => lookingAt(given, ({ store }) => {
      const faults = checkStore(store)
      if (given.json) json(faults)
      else if (faults.length === 0) console.log('ok')
      for (const { check, what } of given.json ? [] : faults) console.error(`${check}: ${what}`)
      return faults.length === 0 ? 0 : 1
    })
  },
  serve: {
    usage: 'FILE [--port N] [--no-open]', about: 'the workbench on this project, in a browser', least: 1, most: 1, options: { port: 'string', 'no-open': 'boolean' },
    async run(given) {
      const host = await startHost({ projectFile: resolve(given.positional[0]!), port: whole(given, 'port', 0, 65_535), dataFolder: process.env.DUIDING_PROFILE })
      console.log(host.url)
      if (given.options['no-open'] !== true && hasScreen()) openBrowser(host.url)
      await new Promise<void>((done) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.once(signal, done)))
      await host.close()
    }
  }
}

/** Everyone, with how much each did. */
async function codersAtWork(call: Opened['call']) {
  const work = new Map((await call('coder.work', {})).map((row) => [row.id, row]))
  return (await call('coder.list', {})).map((coder) => ({ ...coder, ...work.get(coder.id)! }))
}
