// The page that accounts for the project, paragraph by paragraph: what the project itself can say, in sentences.
import type { MethodFacts } from '../../shared/contract/method.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import type { Around } from './around.ts'
import type { Choices } from './choices.ts'
import { expectedWords, outcomeWords, titleOf, whenWords, type ExpectationWords } from './expectation-words.ts'

export const PARAGRAPHS = ['question', 'tellers', 'coders', 'coding', 'tests', 'saturation', 'limits', 'ai', 'privacy'] as const
export type Paragraph = (typeof PARAGRAPHS)[number]

export interface MethodMaterial { facts: MethodFacts, project: Output<'project.read'>, choices: Choices, layer: string, say: Say<'analysis'>, format: Formats, /** What was expected beforehand, in sentences. */ expected: readonly string[] }

export function factsOf(paragraph: Paragraph, { facts, project, choices, layer, say, format, expected }: MethodMaterial): string[] {
  const day = (words: string | null): string => (words === null ? '' : format.date(Date.parse(`${words}T12:00:00`)))
  switch (paragraph) {
    case 'question': return [project.question || say('method.question.none')]
    case 'tellers': return [
      say('method.stories', { count: facts.about.n }),
      ...facts.groups.map(({ name, stories, from, to, channels }) => [
        say('method.group', { name: name || say('method.noGroup'), stories: format.number(stories) }), from && to ? (from === to ? say('method.onDay', { day: day(from) }) : say('method.between', { from: day(from), to: day(to) })) : '',
        channels.length > 0 ? say('method.channels', { channels: format.list(channels.map(channel => `${channel.name} (${format.number(channel.stories)})`)) }) : ''
      ].filter(Boolean).join(' ')),
      ...(facts.severalTold.tellers > 0 ? [say('method.several', { tellers: format.number(facts.severalTold.tellers), stories: format.number(facts.severalTold.stories) })] : []),
      ...facts.imports.map(({ at, files, added }) => say('method.import', { day: format.date(at), files: format.list(files), added: format.number(added) }))
    ]
    case 'coders': return facts.coders.map(({ name, role, background, statement, done }) => [say('method.coder', { name, role: say(`method.role.${role}`), done: format.number(done) }), background, statement && `“${statement}”`].filter(Boolean).join(' '))
    case 'coding': return [
      say('method.read', { read: format.number(facts.read), n: format.number(facts.about.n), layer }), say('method.twice', { count: facts.readTwice }),
      say('method.codes', { used: format.number(facts.codes.used), defined: format.number(facts.codes.defined), retired: format.number(facts.codes.retired) }), say('method.codings', { codings: format.number(facts.codings), fragments: format.number(facts.fragments) }),
      say('method.changes', { count: facts.codeChanges }), ...(facts.corrections > 0 ? [say('method.corrections', { count: facts.corrections })] : []), ...(facts.themes > 0 ? [say('method.themes', { count: facts.themes })] : []),
      say(project.blind ? 'method.blind' : 'method.open')
    ]
    case 'tests': return [say('method.unit'), say('method.shuffle'), say(`method.adjust.${choices.adjust}`), say(`method.rule.${choices.rule}`), say(expected.length > 0 ? 'method.declared' : 'method.notDeclared'), ...expected, say('method.cause')]
    case 'saturation': return [say('method.saturation')]
    case 'limits': return [say('method.limits')]
    case 'ai': return [say('method.ai')]
    case 'privacy': return [say('method.privacy'), facts.exports.length === 0 ? say('left.none') : say('method.exports', { kinds: format.list(facts.exports.map(({ kind, count }) => `${say(`left.kind.${kind}`)} (${format.number(count)})`)) })]
  }
}

/** Every expectation with its day and what came of it; those that were withdrawn or undone too. */
export function expectedFacts({ expectations, weighed, coders, words }: { expectations: Output<'expectation.list'>, weighed: Output<'expectation.weigh'>, coders: Around['coders'], words: ExpectationWords }): string[] {
  const { say, format } = words
  return expectations.map(one => {
    const outcome = weighed.rows.find(({ expectation }) => expectation === one.id)
    return [
      expectedWords(one, words), `(${titleOf(one, words)})`, one.words, whenWords(one, coders.find(({ id }) => id === one.coder)?.name ?? '…', words),
      ...(outcome ? outcomeWords(one, outcome, weighed.tests, words) : []),
      one.withdrawn ? say('expect.withdrawn', { when: format.moment(one.withdrawn.at), words: one.withdrawn.words }) : '', one.undone ? say('expect.undone') : ''
    ].filter(Boolean).join(' ')
  })
}
