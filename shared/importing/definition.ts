// The definition of a SenseMaker questionnaire, both generations of the file, in plain words: domain facts, no code of theirs.
import type { ImportProblem } from './staged.ts'
import { problem } from './messages.ts'
import { plainWords } from './plain-words.ts'

export type Named = { id: string; label: string }
/** media: photo, audio, a map or another piece that is no answer; account: a personal number. */
export type DefinedKind = 'choice' | 'multi' | 'slider' | 'triad' | 'stones' | 'text' | 'media' | 'account'
export type DefinedSignifier = {
  id: string
  kind: DefinedKind
  title: string
  allowNa: boolean
  /** `other`: the id of the free-text question behind "anders, namelijk". */
  options: (Named & { other: string | null })[]
  /** triad [top, left, right]; slider [left, right] */
  anchors: Named[]
  stones: Named[]
  /** [x left, x right, y bottom, y top], blank where the canvas has no words */
  axes: [string, string, string, string]
}
export type Definition = { name: string; storyId: string | null; signifiers: DefinedSignifier[] }
export type DefinitionRead = { ok: true; definition: Definition } | { ok: false; problems: ImportProblem[] }

const KINDS: Record<string, DefinedKind> = {
  triad: 'triad', dyad: 'slider', slider: 'slider', stones: 'stones', freetext: 'text', list: 'choice',
  imageselect: 'media', photo: 'media', audio: 'media', video: 'media', map: 'media', uniqueid: 'account'
}

/** From the text of framework_definition.json: `signifiers` in one list, or nested in `sections`. */
export function readDefinition(text: string, file: string): DefinitionRead {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return { ok: false, problems: [problem('definition_not_json', { file }, { reason: error instanceof SyntaxError ? error.message : 'JSON' })] }
  }
  const listed = [...objects(field(json, 'signifiers')), ...objects(field(json, 'sections')).flatMap((section) => objects(field(section, 'signifiers')))]
  const signifiers = listed.flatMap((raw) => defined(raw) ?? [])
  if (signifiers.length === 0) return { ok: false, problems: [problem('definition_unknown', { file })] }
  return { ok: true, definition: { name: words(field(json, 'name')) || file, storyId: storyOf(json, listed), signifiers } }
}

/**
 * The named story question; when that is a one-line title and another told piece has room for lines, the latter.
 */
function storyOf(json: unknown, listed: object[]): string | null {
  const told = listed.filter((raw) => words(field(raw, 'type')) === 'freetext' && one(field(raw, 'fragment')) === true)
  const roomy = told.filter((raw) => one(field(field(raw, 'content'), 'multiline')) === true)
  const named = words(field(json, 'fragment_signifier_id'))
  const namedRaw = listed.find((raw) => words(field(raw, 'id')) === named && words(field(raw, 'type')) === 'freetext')
  const chosen = namedRaw && (roomy.length === 0 || roomy.includes(namedRaw)) ? namedRaw : (roomy[0] ?? told[0] ?? namedRaw)
  return chosen ? words(field(chosen, 'id')) : null
}

function defined(raw: object): DefinedSignifier | null {
  const id = words(field(raw, 'id'))
  const content = field(raw, 'content')
  const base = KINDS[words(field(raw, 'type')).toLowerCase()]
  if (!id || !base) return null
  const many = Number(one(field(content, 'max_responses')) ?? 1) > 1
  const kind = base === 'choice' && many ? 'multi' : base
  const axis = field(content, 'axis')
  const end = (which: 'x' | 'y', label: string) => plainWords(words(field(field(axis, which), label)))
  return {
    id, kind,
    title: plainWords(words(field(raw, 'title'))) || id,
    allowNa: one(field(raw, 'allow_na')) === true,
    options: kind === 'choice' || kind === 'multi' ? named(field(content, 'items')).map((item) => ({ ...item.named, other: words(field(item.raw, 'other_signifier_id')) || null })) : [],
    anchors: kind === 'triad' || kind === 'slider' ? named(field(content, 'labels')).map((anchor) => anchor.named) : [],
    stones: kind === 'stones' ? named(field(content, 'stones')).map((stone) => stone.named) : [],
    axes: [end('x', 'start_label'), end('x', 'end_label'), end('y', 'start_label'), end('y', 'end_label')]
  }
}

function named(list: unknown): { named: Named; raw: object }[] {
  return objects(list).flatMap((raw) => {
    const id = words(field(raw, 'id'))
    const label = plainWords(words(field(raw, 'title')) || words(field(raw, 'text')) || words(field(raw, 'label')))
    return id ? [{ named: { id, label: label || id }, raw }] : []
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

/** Some writers wrap every single value in a list of one. */
function one(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}

function words(value: unknown): string {
  const single = one(value)
  return typeof single === 'string' ? single : typeof single === 'number' ? String(single) : ''
}

/** A list of objects; an empty one is sometimes written as {}. */
function objects(value: unknown): object[] {
  return Array.isArray(value) ? value.filter((entry): entry is object => typeof entry === 'object' && entry !== null) : []
}
