// Who may see which codings, and which stories a filter picks: the conditions that every count and every list is built on.
// Values are always bound; the text of a condition depends only on its shape, so each is compiled once.
import type { Id } from '../shared/domain/ids.ts'
import type { AnswerRule, Layer, StoryFilter } from '../shared/domain/layer.ts'
import { toBlob } from './ids.ts'
import type { Store } from './store.ts'

/** A condition and its named values. Conditions of this file can stand in one statement: same name, same value. */
export type Condition = { sql: string; parameters: Record<string, unknown> }

/** Local numbers of ids; unknown ones are left out. */
export function numsOf(store: Store, table: 'code' | 'coder' | 'story_group' | 'wave' | 'signifier' | 'option' | 'story', ids: readonly Id[]): number[] {
  return ids.flatMap((id) => store.get<{ num: number }>(`SELECT num FROM ${table} WHERE id = ?`, [toBlob(id)])?.num ?? [])
}

/** The local number of the coder who looks; -1, which sees as nobody in particular, before one is chosen. */
export function viewerNum(store: Store, viewer: Id | null): number {
  return (viewer === null ? undefined : numsOf(store, 'coder', [viewer])[0]) ?? -1
}

/** Blind coding: a colleague's codings of a story are hidden until you marked it done; from then on they stay seen. */
export function isBlind(store: Store): boolean {
  return store.get<{ blind: number }>('SELECT blind FROM project')?.blind === 1
}

/** Coders whose codings make the layer, by local number. The consensus layer is kept as a coder of that role. */
export function layerCoders(store: Store, layer: Layer): number[] {
  if (layer.is === 'coder') return numsOf(store, 'coder', [layer.coder])
  const role = layer.is === 'consensus' ? 'role = ?' : 'role <> ?'
  return store.all<{ num: number }>(`SELECT num FROM coder WHERE ${role}`, ['consensus']).map((row) => row.num)
}

/** A facilitator prepares sessions, and sees the stories that were released for them. */
export const seesReleasedOnly = (store: Store, viewer: Id | null): boolean =>
  viewer !== null && store.get<{ role: string }>('SELECT role FROM coder WHERE id = ?', [toBlob(viewer)])?.role === 'facilitator'

/** Stories over `story <alias>` that are live and that this viewer may see. */
export const visibleStories = (store: Store, viewer: Id | null, alias = 's'): Condition =>
  ({ sql: `${alias}.state = 'live'${seesReleasedOnly(store, viewer) ? ` AND ${alias}.released = 1` : ''}`, parameters: {} })

/** Codings over `coding <alias>` that stand and that this viewer may see. */
export function visibleCodings(store: Store, viewer: Id | null, alias = 'c'): Condition {
  return joined([{ sql: `${alias}.removed = 0`, parameters: {} }, ...veil(store, viewer, alias)])
}

/** What hides codings from a viewer, whether they stand or not: blind coding, and stories that were not released. Empty: nothing does. */
export function veil(store: Store, viewer: Id | null, alias = 'c'): Condition[] {
  const revealed = `${alias}.story IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`
  return [
    ...(isBlind(store) ? [{ sql: `(${alias}.coder = @viewer OR ${revealed})`, parameters: { viewer: viewerNum(store, viewer) } }] : []),
    ...(seesReleasedOnly(store, viewer) ? [{ sql: `${alias}.story IN (SELECT num FROM story WHERE released = 1)`, parameters: {} }] : [])
  ]
}

/** Visible codings of one layer, over `coding <alias>`. */
export function layerCodings(store: Store, layer: Layer, viewer: Id | null, alias = 'c'): Condition {
  const visible = visibleCodings(store, viewer, alias)
  if (layer.is === 'all') {
    const consensus = layerCoders(store, { is: 'consensus' })
    if (consensus.length === 0) return visible
    return joined([visible, { sql: `${alias}.coder NOT IN (SELECT value FROM json_each(@hiddenCoders))`, parameters: { hiddenCoders: JSON.stringify(consensus) } }])
  }
  return joined([visible, { sql: `${alias}.coder IN (SELECT value FROM json_each(@layerCoders))`, parameters: { layerCoders: JSON.stringify(layerCoders(store, layer)) } }])
}

/**
 * Stories over `story <alias>` that count as read in a layer: a coder of the layer marked them done and, in a blind project,
 * the viewer may know it. Only such a story can be without a code.
 */
export function readInLayer(store: Store, layer: Layer, viewer: Id | null, alias = 's'): Condition {
  const done: Condition = {
    sql: `${alias}.num IN (SELECT story FROM reading WHERE done = 1 AND coder IN (SELECT value FROM json_each(@readers)))`,
    parameters: { readers: JSON.stringify(layerCoders(store, layer)) }
  }
  return isBlind(store) ? joined([done, { sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`, parameters: { viewer: viewerNum(store, viewer) } }]) : done
}

const doneBy = (store: Store, viewer: Id | null, alias: string): Condition =>
  ({ sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @viewer AND done = 1)`, parameters: { viewer: viewerNum(store, viewer) } })

/** The live stories over `story <alias>` that a filter picks for this viewer. */
export function storyScope(store: Store, filter: StoryFilter, viewer: Id | null, alias = 's'): Condition {
  return joined([
    visibleStories(store, viewer, alias),
    ...(filter.groups ? [oneOf(`${alias}.story_group`, 'groups', numsOf(store, 'story_group', filter.groups))] : []),
    ...(filter.waves ? [oneOf(`${alias}.wave`, 'waves', numsOf(store, 'wave', filter.waves))] : []),
    ...(filter.answers ?? []).map((rule, place) => answerRule(store, rule, `answer${place}`, alias)),
    ...codedConditions(store, filter, viewer, alias),
    ...(filter.search?.trim() ? [searched(store, filter.search.trim(), alias)] : [])
  ])
}

function codedConditions(store: Store, filter: StoryFilter, viewer: Id | null, alias: string): Condition[] {
  const visible = visibleCodings(store, viewer)
  const withCodings = (condition: Condition): Condition =>
    joined([{ sql: `${alias}.num IN (SELECT c.story FROM coding c WHERE ${visible.sql} AND ${condition.sql})`, parameters: visible.parameters }], condition.parameters)
  const mine = withCodings({ sql: 'c.coder = @viewer', parameters: { viewer: viewerNum(store, viewer) } })
  const done = doneBy(store, viewer, alias)
  return [
    ...(filter.codes ? [withCodings(oneOf('c.code', 'codes', numsOf(store, 'code', filter.codes)))] : []),
    ...(filter.codedBy ? [withCodings(oneOf('c.coder', 'codedBy', numsOf(store, 'coder', [filter.codedBy])))] : []),
    ...(filter.uncodedByMe === undefined ? [] : [filter.uncodedByMe ? not(mine) : mine]),
    ...(filter.doneByMe === undefined ? [] : [filter.doneByMe ? done : not(done)])
  ]
}

/** One condition on an answer; a rule on a question that is gone picks nothing. */
function answerRule(store: Store, rule: AnswerRule, name: string, alias: string): Condition {
  const signifier = numsOf(store, 'signifier', [rule.signifier])[0] ?? -1
  const answered = (more: string): string => `EXISTS (SELECT 1 FROM answer a WHERE a.signifier = @${name} AND a.story = ${alias}.num${more})`
  switch (rule.is) {
    case 'options':
      return {
        sql: answered(` AND a.option IN (SELECT value FROM json_each(@${name}Options))`),
        parameters: { [name]: signifier, [`${name}Options`]: JSON.stringify(numsOf(store, 'option', rule.options)) }
      }
    case 'range':
      return {
        sql: answered(` AND a.part = @${name}Part AND (@${name}From IS NULL OR a.value >= @${name}From) AND (@${name}To IS NULL OR a.value <= @${name}To)`),
        parameters: { [name]: signifier, [`${name}Part`]: rule.part, [`${name}From`]: rule.from, [`${name}To`]: rule.to }
      }
    case 'na':
      return { sql: answered(' AND a.part = -1'), parameters: { [name]: signifier } }
    case 'blank':
      return { sql: `(NOT ${answered('')} AND ${asked(alias, `@${name}`)})`, parameters: { [name]: signifier } }
  }
}

/**
 * Was this question put to the group of the story? A question without wordings was put to everyone.
 * `signifier`: a bound name or a column that holds its local number.
 */
export function asked(alias: string, signifier: string): string {
  return `(NOT EXISTS (SELECT 1 FROM wording w WHERE w.signifier = ${signifier})
    OR EXISTS (SELECT 1 FROM wording w WHERE w.signifier = ${signifier} AND w.story_group IN (0, coalesce(${alias}.story_group, 0))))`
}

/** A story's number, or its main text holds every word, letter case aside. */
function searched(store: Store, search: string, alias: string): Condition {
  teachSearch(store)
  const words = search.toLocaleLowerCase('nl').split(/\s+/)
  const body = `EXISTS (SELECT 1 FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest
    WHERE t.story = ${alias}.num AND t.kind = 'main' AND holds_words(r.body, @words))`
  const number = /^#?\d+$/.test(search) ? Number(search.replace('#', '')) : -1
  return { sql: `(${alias}.number = @number OR ${body})`, parameters: { number, words: JSON.stringify(words) } }
}

const taught = new WeakSet<Store>()

/** SQLite folds the case of ASCII only; stories say Één. */
function teachSearch(store: Store): void {
  if (taught.has(store)) return
  let [spelled, words]: [string, string[]] = ['', []]
  store.db.function('holds_words', { deterministic: true }, (body: unknown, wanted: unknown) => {
    if (wanted !== spelled) [spelled, words] = [wanted as string, JSON.parse(wanted as string) as string[]]
    const folded = (body as string).toLocaleLowerCase('nl')
    return words.every((word) => folded.includes(word)) ? 1 : 0
  })
  taught.add(store)
}

const oneOf = (column: string, name: string, nums: number[]): Condition =>
  ({ sql: `${column} IN (SELECT value FROM json_each(@${name}))`, parameters: { [name]: JSON.stringify(nums) } })

const not = (condition: Condition): Condition => ({ sql: `NOT (${condition.sql})`, parameters: condition.parameters })

/** All of them must hold. */
export function joined(conditions: readonly Condition[], more: Record<string, unknown> = {}): Condition {
  return { sql: conditions.map(({ sql }) => sql).join(' AND '), parameters: Object.assign({}, ...conditions.map(({ parameters }) => parameters), more) as Record<string, unknown> }
}
