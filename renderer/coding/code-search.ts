// Which codes the picker offers for the words typed so far, and in which order.
import Fuse from 'fuse.js'
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { sameName } from '../../shared/domain/names.ts'
import { folded } from '../../shared/text/folded.ts'

export interface CodeOffer {
  code: Code
  /** The names above it, top first. */
  path: readonly string[]
}

/** Every code that may be applied, in the order of the tree. */
export function offersOf(codes: readonly Code[]): CodeOffer[] {
  const byId = new Map(codes.map(code => [code.id, code]))
  return inTreeOrder(codes).filter(code => !code.retired).map(code => ({ code, path: pathOf(code, byId) }))
}

export function pathOf(code: Code, byId: ReadonlyMap<Id, Code>): string[] {
  const path: string[] = []
  for (let above = parentOf(code, byId); above; above = parentOf(above, byId)) path.unshift(above.name)
  return path
}

const parentOf = (code: Code, byId: ReadonlyMap<Id, Code>) => (code.parent === null ? undefined : byId.get(code.parent))

function inTreeOrder(codes: readonly Code[]): Code[] {
  const below = Map.groupBy(codes, code => code.parent)
  const walk = (parent: Id | null): Code[] => (below.get(parent) ?? []).flatMap(code => [code, ...walk(code.id)])
  return walk(null)
}

/** Without words: the last codes first, then the tree. With words: the best matches; accents and letter case do not count. */
export function searchCodes(offers: readonly CodeOffer[], words: string, lastFirst: readonly Id[]): CodeOffer[] {
  const wanted = words.trim()
  if (wanted === '') {
    const rank = new Map(lastFirst.map((id, at) => [id, at]))
    const [recent, others] = [offers.filter(({ code }) => rank.has(code.id)), offers.filter(({ code }) => !rank.has(code.id))]
    return [...recent.sort((one, other) => rank.get(one.code.id)! - rank.get(other.code.id)!), ...others]
  }
  const found = new Fuse(offers, {
    threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true, shouldSort: true,
    keys: [{ name: 'code.name', weight: 4 }, { name: 'path', weight: 1.2 }, { name: 'code.definition', weight: 0.6 }]
  }).search(wanted).map(({ item }) => item).filter(offer => holds(offer, wanted) || beginsAlike(offer, wanted))
  // What one typed letter by letter comes first, whatever the measure says about longer names.
  const exact = found.filter(({ code }) => sameName(code.name, wanted))
  const begins = found.filter(offer => !exact.includes(offer) && folded(offer.code.name).startsWith(folded(wanted)))
  return [...exact, ...begins, ...found.filter(offer => !exact.includes(offer) && !begins.includes(offer))]
}

/** The code of that name under that parent, if one is offered: making it anew would be refused. */
export function codeNamed(offers: readonly CodeOffer[], name: string, parent: Id | null): Code | undefined {
  return offers.find(({ code }) => code.parent === parent && sameName(code.name, name))?.code
}

const holds = ({ code, path }: CodeOffer, wanted: string): boolean => folded([...path, code.name, code.definition].join(' ')).includes(folded(wanted))

/** A slip of the finger seldom hits the first letter; without this “vecht” would find “echt”, and Enter would give it. */
const beginsAlike = ({ code, path }: CodeOffer, wanted: string): boolean =>
  [...path, code.name].flatMap(name => folded(name).split(/[^\p{L}\p{N}]+/u)).some(word => word !== '' && folded(wanted).startsWith(word[0]!))
