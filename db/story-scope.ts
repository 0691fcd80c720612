// Which stories a filter picks: the one place where a readable rule becomes SQL. Rules hold rules, so every value is bound under a name
// that says where in the rule it stands; the text of a condition depends only on the shape of its filter.
import type { Id } from '../shared/domain/ids.ts'
import { DEEPEST_RULE, StoryFilter } from '../shared/domain/layer.ts'
import { Refusal } from '../shared/errors.ts'
import { isOwnName } from '../shared/importing/content-hash.ts'
import { answerCondition } from './answer-condition.ts'
import { toBlob } from './ids.ts'
import { Ids, readJson } from './json.ts'
import { doneBy, isBlind, joined, layerCodings, numsOf, readInLayer, viewerNum, visibleCodings, visibleStories, type Condition } from './scope.ts'
import { teachRules } from './rule-functions.ts'
import type { Store } from './store.ts'
import { storiesBearing } from './theme-condition.ts'

/** The live stories over `story <alias>` that this viewer may see and a filter picks. Throws a Refusal (invalid_input) for rules too deep. */
export function storyScope(store: Store, filter: StoryFilter, viewer: Id | null, alias = 's'): Condition {
  teachRules(store)
  return joined([visibleStories(store, viewer, alias), picked({ store, viewer, alias }, filter, 'f', 0)])
}

type Looking = { store: Store; viewer: Id | null; alias: string }

const NONE: Condition = { sql: '0', parameters: {} }
const EVERY: Condition = { sql: '1', parameters: {} }

/** `at`: where in the rule this filter stands; the names of its values begin with it. */
function picked(looking: Looking, filter: StoryFilter, at: string, depth: number): Condition {
  if (depth > DEEPEST_RULE) throw new Refusal('invalid_input', 'selection.too_deep')
  const { store, alias } = looking
  const within = (rules: readonly StoryFilter[], word: string): Condition[] => rules.map((rule, place) => picked(looking, rule, `${at}${word}${place}`, depth + 1))
  return all([
    ...(filter.groups ? [oneOf(`${alias}.story_group`, `${at}Groups`, numsOf(store, 'story_group', filter.groups))] : []),
    ...(filter.waves ? [oneOf(`${alias}.wave`, `${at}Waves`, numsOf(store, 'wave', filter.waves))] : []),
    ...(filter.collected ? [collected(filter.collected, at, alias)] : []),
    ...(filter.answers ?? []).map((rule, place) => answerCondition(store, rule, `${at}Answer${place}`, alias)),
    ...codedConditions(looking, filter, at),
    ...(filter.search?.trim() ? [searched(store, filter.search.trim(), at, alias)] : []),
    ...(filter.selections ?? []).map((id, place) => inSelection(looking, id, `${at}Kept${place}`, depth + 1)),
    ...(filter.alsoTold ?? []).map((rule, place) => alsoTold(looking, rule, `${at}Told${place}`, depth + 1)),
    ...(filter.any ? [either(within(filter.any, 'Any'))] : []),
    ...within(filter.not ?? [], 'Not').map(not)
  ])
}

/** A story whose teller told one that the rule picks, among those this viewer may see. */
function alsoTold({ store, viewer, alias }: Looking, rule: StoryFilter, at: string, depth: number): Condition {
  const other = `told${depth}`
  const one = joined([visibleStories(store, viewer, other), picked({ store, viewer, alias: other }, rule, at, depth)])
  return { sql: `${alias}.teller IN (SELECT ${other}.teller FROM story ${other} WHERE ${other}.teller IS NOT NULL AND ${one.sql})`, parameters: one.parameters }
}

function codedConditions({ store, viewer, alias }: Looking, filter: StoryFilter, at: string): Condition[] {
  const visible = visibleCodings(store, viewer)
  const layer = filter.layer ?? { is: 'every' as const }
  const inLayer = layer.is === 'every' ? visible : named(layerCodings(store, layer, viewer), at)
  const bearing = (codes: readonly Id[], name: string): Condition => {
    const one = joined([inLayer, oneOf('c.code', name, numsOf(store, 'code', codes))])
    return { sql: `${alias}.num IN (SELECT c.story FROM coding c WHERE ${one.sql})`, parameters: one.parameters }
  }
  const onThemes = (themes: readonly Id[], name: string): Condition => {
    const { sql, parameters } = storiesBearing(store, viewer, themes, { inLayer, visible }, name)
    return { sql: `${alias}.num IN (${sql})`, parameters }
  }
  const read = (): Condition => named(readInLayer(store, layer.is === 'every' ? { is: 'all' } : layer, viewer, alias), at)
  // A person's codings are looked up story by story: there is an index for that, and none that begins with the person.
  const byCoder = (num: number, name: string): Condition => joined([
    { sql: `EXISTS (SELECT 1 FROM coding c WHERE c.story = ${alias}.num AND c.coder = @${name} AND ${visible.sql})`, parameters: visible.parameters }], { [name]: num })
  const mine = byCoder(viewerNum(store, viewer), 'viewer')
  const done = doneBy(store, viewer, alias)
  const assigned: Condition = { sql: `${alias}.num IN (SELECT story FROM assignment WHERE coder = @viewer AND removed = 0)`, parameters: { viewer: viewerNum(store, viewer) } }
  return [
    ...(filter.codes ? [bearing(filter.codes, `${at}Codes`)] : []),
    ...(filter.withoutCodes ? [not(bearing(filter.withoutCodes, `${at}Without`)), read()] : []),
    ...(filter.themes ? [onThemes(filter.themes, `${at}Themes`)] : []),
    ...(filter.withoutThemes ? [not(onThemes(filter.withoutThemes, `${at}OffThemes`)), read()] : []),
    ...(filter.codedBy ? [byCoder(numsOf(store, 'coder', [filter.codedBy])[0] ?? -1, `${at}CodedBy`)] : []),
    ...(filter.doneBy ? [finishedBy({ store, viewer, alias }, filter.doneBy, `${at}DoneBy`)] : []),
    ...(filter.uncodedByMe === undefined ? [] : [filter.uncodedByMe ? not(mine) : mine]),
    ...(filter.assignedToMe === undefined ? [] : [filter.assignedToMe ? assigned : not(assigned)]),
    ...(filter.doneByMe === undefined ? [] : [filter.doneByMe ? done : not(done)])
  ]
}

function finishedBy({ store, viewer, alias }: Looking, coder: Id, name: string): Condition {
  const done = { sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @${name} AND done = 1)`, parameters: { [name]: numsOf(store, 'coder', [coder])[0] ?? -1 } }
  return isBlind(store) ? joined([done, { sql: `${alias}.num IN (SELECT story FROM reading WHERE coder = @viewer AND revealed = 1)`, parameters: { viewer: viewerNum(store, viewer) } }]) : done
}

function collected({ from, to }: NonNullable<StoryFilter['collected']>, at: string, alias: string): Condition {
  const day = `${alias}.collected_on`
  return {
    sql: `(${day} IS NOT NULL AND (@${at}Since IS NULL OR substr(${day}, 1, 10) >= @${at}Since) AND (@${at}Until IS NULL OR substr(${day}, 1, 10) <= @${at}Until))`,
    parameters: { [`${at}Since`]: from, [`${at}Until`]: to }
  }
}

/**
 * Stories that are called so: by their number, with or without a sign or the word for it, or in their source, capitals aside; there by how the
 * name begins where what was typed holds more than digits, and a digit. Names made of a story's words are nobody's.
 */
export function storyCalled(store: Store, search: string, at: string, alias: string): Condition {
  const number = /^(?:#|(?:verhaal|story)\s+)?(\d+)$/i.exec(search)?.[1]
  const nums = [...(number ? store.all<{ num: number }>(`SELECT num FROM story WHERE number = ? AND state = 'live'`, [Number(number)]) : []), ...calledInSource(store, search)]
  return oneOf(`${alias}.num`, `${at}Called`, nums.map(({ num }) => num))
}

/** What is no number at all is looked up as it may be written, without going through every name. */
function calledInSource(store: Store, search: string): { num: number }[] {
  const begins = /\d/.test(search) && /\D/.test(search)
  const rows = begins
    ? store.all<{ num: number; source_id: string }>(`SELECT num, source_id FROM story WHERE source_id LIKE ? ESCAPE '\\'`, [`${search.replace(/[\\%_]/g, '\\$&')}%`])
    : store.all<{ num: number; source_id: string }>('SELECT num, source_id FROM story WHERE source_id IN (?, ?, ?)', [search, search.toLowerCase(), search.toUpperCase()])
  return rows.filter(({ source_id }) => isOwnName(source_id))
}

/** A story's number, its name in the source, or its main text holds every word, letter case aside. */
function searched(store: Store, search: string, at: string, alias: string): Condition {
  const words = search.toLocaleLowerCase('nl').split(/\s+/)
  const body = `EXISTS (SELECT 1 FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest
    WHERE t.story = ${alias}.num AND t.kind = 'main' AND holds_words(r.body, @${at}Words))`
  return either([storyCalled(store, search, at, alias), { sql: body, parameters: { [`${at}Words`]: JSON.stringify(words) } }])
}

/** A selection that is gone picks nothing; a frozen one picks the stories it held on its date, as far as they are still there. */
function inSelection(looking: Looking, id: Id, at: string, depth: number): Condition {
  const { store, alias } = looking
  const row = store.get<{ rule: string; frozen: string | null }>('SELECT rule, frozen FROM selection WHERE id = ? AND removed = 0', [toBlob(id)])
  if (!row) return NONE
  if (row.frozen !== null) return { sql: `${alias}.id IN (SELECT unhex(value) FROM json_each(@${at}Frozen))`, parameters: { [`${at}Frozen`]: JSON.stringify((readJson(Ids, row.frozen) ?? []).map((story) => toBlob(story).toString('hex'))) } }
  const rule = readJson(StoryFilter, row.rule)
  return rule ? picked(looking, rule, at, depth) : NONE // kept by a newer version, in words this one does not know
}

/** The values of a layer under names of their own: two rules in one statement may look at different layers. */
function named({ sql, parameters }: Condition, at: string): Condition {
  const own = Object.keys(parameters).filter((name) => name !== 'viewer')
  return {
    sql: own.reduce((spelled, name) => spelled.replaceAll(`@${name}`, `@${at}${name}`), sql),
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [own.includes(name) ? `${at}${name}` : name, value]))
  }
}

const oneOf = (column: string, name: string, nums: number[]): Condition =>
  ({ sql: `${column} IN (SELECT value FROM json_each(@${name}))`, parameters: { [name]: JSON.stringify(nums) } })

/** A comparison with nothing (no group, no date) is neither true nor false in SQL; here it is false, so that "not" turns it round. */
const not = ({ sql, parameters }: Condition): Condition => ({ sql: `NOT coalesce((${sql}), 0)`, parameters })
const all = (conditions: readonly Condition[]): Condition => (conditions.length === 0 ? EVERY : joined(conditions))
function either(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? NONE : { sql: `(${conditions.map(({ sql }) => `(${sql})`).join(' OR ')})`, parameters: joined(conditions).parameters }
}
