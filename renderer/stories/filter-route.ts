// A filter of stories as it stands in the address, in words: #/lezen/<story>?groep=…&codering=geen&antwoord=…
import { StoryFilter, type AnswerRule } from '../../shared/domain/layer.ts'

type Query = Record<string, string>

const WORDS = ['groep', 'meting', 'code', 'codeur', 'codering', 'klaar', 'zoek', 'antwoord'] as const

/** Does this address name a filter at all? */
export const namesFilter = (query: Query): boolean => WORDS.some(word => word in query)

export function filterToQuery(filter: StoryFilter): Query {
  const { groups, waves, codes, codedBy, uncodedByMe, doneByMe, search, answers } = filter
  const query: Query = {}
  if (groups?.length) query.groep = groups.join(',')
  if (waves?.length) query.meting = waves.join(',')
  if (codes?.length) query.code = codes.join(',')
  if (codedBy) query.codeur = codedBy
  if (uncodedByMe !== undefined) query.codering = uncodedByMe ? 'geen' : 'wel'
  if (doneByMe !== undefined) query.klaar = doneByMe ? 'ja' : 'nee'
  if (search?.trim()) query.zoek = search
  if (answers?.length) query.antwoord = answers.map(ruleToWords).join(';')
  return query
}

/** What can't be read (an address typed by hand, a question that changed) counts as no filter. */
export function filterFromQuery(query: Query): StoryFilter {
  const list = (word: string) => (word in query ? query[word]!.split(',') : undefined)
  const filter = {
    groups: list('groep'), waves: list('meting'), codes: list('code'), codedBy: query.codeur,
    uncodedByMe: eitherOf(query.codering, 'geen', 'wel'), doneByMe: eitherOf(query.klaar, 'ja', 'nee'),
    search: query.zoek, answers: query.antwoord?.split(';').map(ruleFromWords)
  }
  const found = StoryFilter.safeParse(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)))
  return found.success ? found.data : {}
}

const eitherOf = (word: string | undefined, yes: string, no: string): boolean | undefined => (word === yes ? true : word === no ? false : undefined)

function ruleToWords(rule: AnswerRule): string {
  switch (rule.is) {
    case 'options': return `${rule.signifier}.opties.${rule.options.join(',')}`
    case 'range': return `${rule.signifier}.tussen.${rule.part}.${rule.from ?? ''}~${rule.to ?? ''}`
    case 'na': return `${rule.signifier}.nvt`
    case 'blank': return `${rule.signifier}.leeg`
  }
}

/** Checked by the schema of the whole filter; what is no rule comes out as null and fails there. */
function ruleFromWords(words: string): unknown {
  const found = /^([\w-]{22})\.(opties|tussen|nvt|leeg)(?:\.(.*))?$/.exec(words)
  if (!found) return null
  const [, signifier, is, rest = ''] = found
  if (is === 'nvt') return { is: 'na', signifier }
  if (is === 'leeg') return { is: 'blank', signifier }
  if (is === 'opties') return { is: 'options', signifier, options: rest.split(',') }
  const range = /^(\d+)\.(-?[\d.]*)~(-?[\d.]*)$/.exec(rest)
  if (!range) return null
  const bound = (digits: string | undefined) => (digits ? Number(digits) : null)
  return { is: 'range', signifier, part: Number(range[1]), from: bound(range[2]), to: bound(range[3]) }
}
