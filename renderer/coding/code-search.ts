// Which codes the picker offers for the words typed so far, and in which order.
import Fuse from 'fuse.js'
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { plainName } from '../../shared/domain/names.ts'
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

/** What a key press needs to know of the codes, made once for a list of them. */
interface Sought {
  fuse: Fuse<CodeOffer>
  /** Folded: the name; all one may find it by; the letters its words begin with. And its name as names are told apart. */
  plain: ReadonlyMap<CodeOffer, { name: string, all: string, begins: ReadonlySet<string>, same: string }>
}

const known = new WeakMap<readonly CodeOffer[], Sought>()

function soughtIn(offers: readonly CodeOffer[]): Sought {
  const kept = known.get(offers)
  if (kept) return kept
  const made: Sought = {
    fuse: new Fuse(offers, {
      threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true, shouldSort: true,
      keys: [{ name: 'code.name', weight: 4 }, { name: 'path', weight: 1.2 }, { name: 'code.definition', weight: 0.6 }]
    }),
    plain: new Map(offers.map(offer => {
      const { code, path } = offer
      const names = [...path, code.name].map(folded)
      const begins = new Set(names.flatMap(name => name.split(/[^\p{L}\p{N}]+/u)).filter(word => word !== '').map(word => word[0]!))
      return [offer, { name: names.at(-1)!, all: folded([...path, code.name, code.definition].join(' ')), begins, same: plainName(code.name) }]
    }))
  }
  known.set(offers, made)
  return made
}

/** Without words: the last codes first, then the tree. With words: the best matches; accents and letter case do not count. */
export function searchCodes(offers: readonly CodeOffer[], words: string, lastFirst: readonly Id[]): CodeOffer[] {
  const { fuse, plain } = soughtIn(offers) // before a word is typed, so that the first letter waits for nothing
  const typed = words.trim()
  if (typed === '') {
    const rank = new Map(lastFirst.map((id, at) => [id, at]))
    const [recent, others] = [offers.filter(({ code }) => rank.has(code.id)), offers.filter(({ code }) => !rank.has(code.id))]
    return [...recent.sort((one, other) => rank.get(one.code.id)! - rank.get(other.code.id)!), ...others]
  }
  const [wanted, same] = [folded(typed), plainName(typed)]
  // A slip of the finger seldom hits the first letter; without this “vecht” would find “echt”, and Enter would give it.
  const isMeant = ({ all, begins }: { all: string, begins: ReadonlySet<string> }) => all.includes(wanted) || begins.has(wanted[0]!)
  // What one typed letter by letter comes first, whatever the measure says about longer names.
  const rankOf = (offer: CodeOffer) => (plain.get(offer)!.same === same ? 0 : plain.get(offer)!.name.startsWith(wanted) ? 1 : 2)
  return fuse.search(typed).map(({ item }) => item).filter(offer => isMeant(plain.get(offer)!))
    .map(offer => ({ offer, rank: rankOf(offer) })).sort((one, other) => one.rank - other.rank).map(({ offer }) => offer)
}

/**
 * Where the row at `at` of the former offers stands among those of now; -1 when its code is no longer offered. Behind the last stands the row
 * for a new code (`canMake`: still); once a colleague made a code of that name, it is the first.
 */
export function stillAt(former: readonly CodeOffer[], at: number, now: readonly CodeOffer[], canMake: boolean): number {
  if (at >= former.length) return canMake ? now.length : 0
  return now.findIndex(({ code }) => code.id === former[at]?.code.id)
}

/** The code of that name under that parent, if one is offered: making it anew would be refused. */
export function codeNamed(offers: readonly CodeOffer[], name: string, parent: Id | null): Code | undefined {
  const { plain } = soughtIn(offers)
  const same = plainName(name)
  return offers.find(offer => offer.code.parent === parent && plain.get(offer)!.same === same)?.code
}
