// A filter of stories as it stands in the address, in words: #/lezen/<story>?groep=…&codering=geen&antwoord=…
// What words cannot say briefly (rules within rules, lines drawn by hand) stands in one piece behind `regel`.
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import { StoryFilter } from '../../shared/domain/layer.ts'

type Query = Record<string, string>

const WORDS = ['groep', 'meting', 'code', 'zonder', 'thema', 'zonderthema', 'codeur', 'codering', 'klaar', 'mijn', 'zoek', 'antwoord', 'selectie', 'regel'] as const

/** Does this address name a filter at all? */
export const namesFilter = (query: Query): boolean => WORDS.some(word => word in query)

export function filterToQuery(filter: StoryFilter): Query {
  const { groups, waves, codes, withoutCodes, themes, withoutThemes, codedBy, doneBy, uncodedByMe, doneByMe, assignedToMe, search, answers, selections, any, not, alsoTold, collected, layer } = filter
  const query: Query = {}
  if (groups?.length) query.groep = groups.join(',')
  if (waves?.length) query.meting = waves.join(',')
  if (codes?.length) query.code = codes.join(',')
  if (withoutCodes?.length) query.zonder = withoutCodes.join(',')
  if (themes?.length) query.thema = themes.join(',')
  if (withoutThemes?.length) query.zonderthema = withoutThemes.join(',')
  if (codedBy) query.codeur = codedBy
  if (uncodedByMe !== undefined) query.codering = uncodedByMe ? 'geen' : 'wel'
  if (assignedToMe !== undefined) query.mijn = assignedToMe ? 'ja' : 'nee'
  if (doneByMe !== undefined) query.klaar = doneByMe ? 'ja' : 'nee'
  if (search?.trim()) query.zoek = search
  if (selections?.length) query.selectie = selections.join(',')
  const words = (answers ?? []).map(ruleToWords)
  const isBrief = words.every(word => word !== null)
  if (words.length > 0 && isBrief) query.antwoord = words.join(';')
  const long: StoryFilter = { ...(isBrief ? {} : { answers }), ...(any?.length ? { any } : {}), ...(not?.length ? { not } : {}), ...(alsoTold?.length ? { alsoTold } : {}), ...(collected ? { collected } : {}), ...(layer ? { layer } : {}), ...(doneBy ? { doneBy } : {}) }
  if (Object.keys(long).length > 0) query.regel = JSON.stringify(long)
  return query
}

/** What can't be read (an address typed by hand, a question that changed) counts as no filter. */
export function filterFromQuery(query: Query): StoryFilter {
  const list = (word: string) => (word in query ? query[word]!.split(',') : undefined)
  const filter = {
    groups: list('groep'), waves: list('meting'), codes: list('code'), withoutCodes: list('zonder'), themes: list('thema'), withoutThemes: list('zonderthema'), codedBy: query.codeur,
    uncodedByMe: eitherOf(query.codering, 'geen', 'wel'), doneByMe: eitherOf(query.klaar, 'ja', 'nee'), assignedToMe: eitherOf(query.mijn, 'ja', 'nee'),
    search: query.zoek, selections: list('selectie'), answers: query.antwoord?.split(';').map(ruleFromWords), ...longRule(query.regel)
  }
  const found = StoryFilter.safeParse(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)))
  return found.success ? found.data : {}
}

const eitherOf = (word: string | undefined, yes: string, no: string): boolean | undefined => (word === yes ? true : word === no ? false : undefined)

function longRule(spelled: string | undefined): object {
  if (spelled === undefined) return {}
  try {
    const found: unknown = JSON.parse(spelled)
    return typeof found === 'object' && found !== null ? found : { any: null } // fails in the schema of the whole
  } catch (error) {
    if (error instanceof SyntaxError) return { any: null }
    throw error
  }
}

/** Null for a rule that has no brief words. */
function ruleToWords(rule: AnswerRule): string | null {
  switch (rule.is) {
    case 'options': return `${rule.signifier}.opties.${rule.options.join(',')}`
    case 'range': return `${rule.signifier}.tussen.${rule.part}.${rule.from ?? ''}~${rule.before ? '!' : ''}${rule.to ?? ''}`
    case 'na': return `${rule.signifier}.nvt`
    case 'blank': return `${rule.signifier}.leeg`
    case 'notAsked': return `${rule.signifier}.nietgevraagd`
    default: return null
  }
}

const PLAIN: Record<string, 'na' | 'blank' | 'notAsked'> = { nvt: 'na', leeg: 'blank', nietgevraagd: 'notAsked' }

/** Checked by the schema of the whole filter; what is no rule comes out as null and fails there. */
function ruleFromWords(words: string): unknown {
  const found = /^([\w-]{22})\.(opties|tussen|nvt|leeg|nietgevraagd)(?:\.(.*))?$/.exec(words)
  if (!found) return null
  const [, signifier, is = '', rest = ''] = found
  if (PLAIN[is]) return { is: PLAIN[is], signifier }
  if (is === 'opties') return { is: 'options', signifier, options: rest.split(',') }
  const range = /^(\d+)\.(-?[\d.]*)~(!?)(-?[\d.]*)$/.exec(rest)
  if (!range) return null
  const bound = (digits: string | undefined) => (digits ? Number(digits) : null)
  return { is: 'range', signifier, part: Number(range[1]), from: bound(range[2]), to: bound(range[4]), ...(range[3] ? { before: true } : {}) }
}
