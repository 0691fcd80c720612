// duiding withdraw: the words of stories leave the project for good.
import { resolve } from 'node:path'
import { purgeCopies } from '../../db/purge.ts'
import { sourceIds } from '../../db/stories.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { failureSentence } from '../../shared/failures/words.ts'
import { needed, type Command } from './arguments.ts'
import { facts } from './print.ts'
import { coderNamed, profileFolder, withProject, type Opened } from './project.ts'
import { language } from './speech.ts'

export const privacyCommands: Record<string, Command> = {
  withdraw: {
    usage: 'FILE STORY… --coder NAME [--yes]', about: 'take stories out for good, by the source’s ids; without --yes it only says what that means', least: 2, most: 101,
    options: { coder: 'string', yes: 'boolean' },
    run: (given) => withProject(given, async (project) => {
      const coder = coderNamed(project.store, needed(given, 'coder', 'Say who does this with --coder.')).id
      const stories = await storiesNamed(project, given.positional.slice(1))
      if (given.options.yes !== true) {
        const what = await Promise.all(stories.map((story) => project.call('story.withdrawal', { story }, coder)))
        facts(given, { stories: stories.length, codings: sum(what.map(({ codings }) => codings)), quoting: what.flatMap(({ quoting }) => quoting.map(({ is, name }) => `${is}: ${name}`)) })
        console.error(failureSentence({ kind: 'invalid_input', message: 'withdraw.sure', values: {} }, language()))
        return 2
      }
      await project.call('story.withdraw', { stories }, coder)
      const { snapshots, removed } = await purgeCopies(project.store.path, profileFolder())
      facts(given, { withdrawn: stories.length, snapshots, snapshotsRemoved: removed, file: resolve(given.positional[0]!) })
      console.error(failureSentence({ kind: 'invalid_input', message: 'withdraw.elsewhere', values: {} }, language()))
      return 0
    })
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Throws a Refusal (not_found) for an id that is none. */
async function storiesNamed({ store, call }: Opened, names: readonly string[]): Promise<Id[]> {
  const sources = sourceIds(store)
  const byName = new Map<string, Id>()
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const page = await call('story.list', { offset, limit: 500 })
    total = page.total
    for (const { id, number } of page.rows) byName.set(sources.get(number)!, id)
  }
  return names.map((name) => {
    const found = byName.get(name)
    if (!found) throw new Refusal('not_found', 'story.no_such_source', { story: name })
    return found
  })
}
