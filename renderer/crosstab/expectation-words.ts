// An expectation, and what came of it, in sentences.
import type { Expectation, Expected, Weighed } from '../../shared/contract/expectation.ts'
import { chanceWords } from '../i18n/chance-words.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import type { Around } from './around.ts'

export interface ExpectationWords { say: Say<'crosstab'>, format: Formats, around: Pick<Around, 'project' | 'signifiers'> }

export const titleOf = ({ columns }: Pick<Expected, 'columns'>, { say, around: { signifiers } }: ExpectationWords): string =>
  (columns.is === 'signifier' ? signifiers.find(({ id }) => id === columns.signifier)?.title ?? '…' : say(`columns.${columns.is}`))

/** What of the question it is about: a scale, an answer, a group; '' for all of it. */
export function spotName({ columns, spot }: Pick<Expected, 'columns' | 'spot'>, { say, around: { project, signifiers } }: ExpectationWords): string {
  if (spot.is === 'whole') return ''
  if (columns.is !== 'signifier') return (columns.is === 'group' ? project.groups : project.waves).find(({ id }) => id === spot.key)?.name ?? '…'
  const signifier = signifiers.find(({ id }) => id === columns.signifier)
  if (!signifier) return '…'
  if (spot.is === 'column') return signifier.options.find(({ id }) => id === spot.key)?.name ?? '…'
  if (signifier.kind === 'triad') return say('means.share', { name: signifier.anchors[Number(spot.key.slice(-1))] ?? '…' })
  if (signifier.kind === 'stones') return say(spot.key === 'y' ? 'means.y' : 'means.x', { name: signifier.stones.find(({ id }) => id === columns.stone)?.name ?? signifier.stones[0]?.name ?? '…' })
  return ''
}

/** "Verhalen met “Klik” scoren hoger. Vraag: Hoe tevreden …" */
export function expectedWords(expectation: Pick<Expectation, 'columns' | 'spot' | 'direction' | 'name'>, words: ExpectationWords): string {
  const { spot, direction, name } = expectation
  const where = spotName(expectation, words)
  if (spot.is === 'score') return words.say(`expect.${where ? 'part' : 'score'}.${direction}`, { row: name, where })
  return spot.is === 'whole' ? words.say('expect.whole', { row: name }) : words.say(`expect.column.${direction}`, { row: name, where })
}

/** What came of it, as sentences: how large, how sure, and whether it went the way that was expected. */
export function outcomeWords(expectation: Expectation, weighed: Weighed, tests: number, words: ExpectationWords): string[] {
  const { say, format } = words
  if (weighed.is === 'refused') return [weighed.reason === 'gone' ? say('expect.gone') : say(`refused.${weighed.reason}`, { n: weighed.n })]
  const { score, share, adjusted, seen } = weighed
  const number = (value: number | null): string => (value === null ? '–' : format.number(value, 1))
  const points = (part: number): string => format.number(part * 100)
  const size = score ? [say('expect.means', { row: expectation.name, a: number(score.with.mean), n: format.number(score.with.n), b: number(score.without.mean), m: format.number(score.without.n), difference: number(score.difference), low: number(score.low), high: number(score.high) })]
    : share && expectation.spot.is === 'column' ? [
        say('explain.effect', { column: spotName(expectation, words), with: share.here.with, of: share.here.of, share: '', with2: share.elsewhere.with, of2: share.elsewhere.of, share2: '' }),
        say('explain.points', { points: points(share.difference), low: points(share.low), high: points(share.high) })
      ] : []
  const chance = adjusted >= 0.3 ? say('explain.none')
    : say(adjusted < 0.01 ? 'explain.strong' : adjusted < 0.1 ? 'explain.middling' : 'explain.weak', { times: adjusted < 0.01 ? say('explain.under1') : format.number(adjusted * 100) })
  const way = adjusted >= 0.3 || seen === null || expectation.direction === 'differs' ? [] : [say(seen === expectation.direction ? 'expect.asExpected' : 'expect.otherWay')]
  return [...size, chance, ...way, say('expect.family', { count: tests, p: chanceWords(adjusted, format) })]
}

/** "Opgeschreven door Anna op 3 maart 2026, toen 40 van de 171 verhalen klaar gelezen waren." */
export const whenWords = ({ at, readThen, storiesThen }: Expectation, name: string, { say, format }: ExpectationWords): string =>
  say('expect.by', { name, when: format.moment(at), read: format.number(readThen), stories: format.number(storiesThen) })
