// Every read that a host answers in its own thread, with what a window asks of it: whoever calls next waits for these.
import { contract, type CallName, type Input, type ReadName } from '../../shared/contract/index.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { timed } from './timing.ts'

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<{ [key: string]: unknown }[] & { rows: { [key: string]: unknown }[] }>
export type Slow = { call: string; median: number; p95: number }
type Known = { story: Id; text: Id; code: Id; coder: Id; other: Id; group: Id; signifier: Id; theme: Id; pack: Id }
type Asked = { [N in ReadName]?: Record<string, Input<N>> }

/** By call: what it is asked, under a word of its own. A read in the host's thread that is missing here stops the bench. */
const questions = ({ story, text, code, coder, other, group, signifier, theme, pack }: Known): Asked => ({
  'project.read': { all: {} },
  'coder.list': { all: {} },
  'coder.work': { all: {} },
  'coder.former': { all: {} },
  'coder.similar': { name: { name: 'Codeur 1' } },
  'signifier.list': { all: {} },
  'story.list': {
    first: {}, last: { offset: 19_500 }, group: { filter: { groups: [group] } }, uncoded: { filter: { uncodedByMe: true } }, done: { filter: { doneByMe: true } },
    code: { filter: { codes: [code] } }, 'without code': { filter: { withoutCodes: [code] } }, 'coded by': { filter: { codedBy: coder } },
    answers: { filter: { answers: [{ is: 'range', signifier, from: 0, to: 20 }] } }, search: { filter: { search: 'moeder kind' } }, 'search, rare': { filter: { search: 'zeldzaam' } },
    'any, not': { filter: { any: [{ codes: [code] }, { uncodedByMe: true }], not: [{ search: 'moeder' }] } }
  },
  'story.read': { one: { story } },
  'story.neighbours': { all: { story }, uncoded: { story, filter: { uncodedByMe: true } }, search: { story, filter: { search: 'moeder kind' } }, code: { story, filter: { codes: [code] } } },
  'text.revisions': { one: { text } },
  'text.body': { one: { text, number: 1 } },
  'coding.toLook': { all: {}, story: { story } },
  'code.list': { all: {} },
  'code.history': { one: { code } },
  'search.state': { all: {} },
  'search.find': { 'one word': { words: 'moeder' }, 'two words': { words: 'moeder kind' }, rare: { words: 'zeldzaam' }, 'a group': { words: 'moeder', filter: { groups: [group] } } },
  'theme.list': { all: {} },
  'theme.names': { all: {} },
  'theme.fragments': { first: { theme } },
  'theme.evidence': { all: { theme } },
  'theme.stories': { first: { theme }, uncoded: { theme, only: 'uncoded' } },
  'assignment.plan': { two: { coders: [coder, other], overlap: 10, seed: 1, keep: false } },
  'pack.list': { all: {} },
  'pack.read': { one: { pack } },
  'session.list': { all: {} },
  'harvest.list': { all: {} },
  'lesson.list': { all: {} },
  'view.list': { all: {} },
  'expectation.list': { all: {} },
  'register.list': { all: {} },
  'export.list': { all: {} },
  'coding.list': {
    code: { code }, 'code, far': { code, offset: 2000 }, branch: { code, branch: true }, all: {}, coder: { coder }, 'code, coder': { code, coder }, story: { story },
    'code, answers': { code, filter: { answers: [{ is: 'range', signifier, from: 0, to: 20 }] } }, 'code, search': { code, filter: { search: 'moeder kind' } }
  },
  'compare.story': { two: { story, coders: [coder, other] } },
  'talk.list': { all: {}, story: { story } },
  'visit.news': { 'a day': { after: 999_000, upTo: 1_000_000 } },
  'memo.list': { all: {}, journal: { about: 'project' }, story: { about: 'story', aboutId: story } },
  'history.state': { all: {} },
  'history.list': { newest: {}, coder: { coder }, entity: { entity: code } }
})

/** Milliseconds of each, the slowest first. */
export async function slowestInHost(ask: Call, isElsewhere: (name: ReadName, input: unknown) => boolean): Promise<Slow[]> {
  const [stories, codes, coders, signifiers] = [(await ask('story.list', {})).rows, await ask('code.list', {}), await ask('coder.list', {}), await ask('signifier.list', {})]
  const [theme, pack] = [await ask('theme.list', {}), await ask('pack.list', {})].map(([one]) => one!.id as Id) as [Id, Id]
  const story = stories[7]!.id as Id
  const { texts } = await ask('story.read', { story }) as unknown as { texts: { id: Id }[] }
  const asked = questions({ story, text: texts[0]!.id, code: codes[3]!.id as Id, coder: coders[0]!.id as Id, other: coders[2]!.id as Id, group: stories[0]!.group as Id, signifier: signifiers[0]!.id as Id, theme, pack })
  const missing = Object.entries(contract).filter(([name, call]) => call.is === 'read' && !call.long && !(name in asked)).map(([name]) => name)
  if (missing.length > 0) throw new Error(`the bench does not measure ${missing.join(', ')}`)
  const taken: Slow[] = []
  for (const [name, inputs] of Object.entries(asked) as [ReadName, Record<string, Input<ReadName>>][]) {
    for (const [words, input] of Object.entries(inputs)) if (!isElsewhere(name, input)) taken.push({ call: `${name} (${words})`, ...await timed(() => ask(name, input), { rounds: 5, longest: 1_000 }) })
  }
  return taken.toSorted((a, b) => b.median - a.median)
}
