// The content of an import as it travels: what it brought and what it changed, words included. It never stands in the log, so that
// a story can be withdrawn: then the bundle is made anew without its words, and the old one is deleted.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Id } from '../../shared/domain/ids.ts'
import { SignifierKind } from '../../shared/domain/signifier.ts'

const name = z.string().max(10_000)
const position = z.number()
const Named = z.strictObject({ id: Id, name, position })

/**
 * One part of an answer: question, part, option, value, as in table answer; only that part is -2, -1, 0, 1, 2, 'option' (which one
 * says the option), or 'x…' / 'y…' with the id of the stone.
 */
const Part = z.tuple([Id, z.union([z.number().int().min(-2).max(2), z.literal('option'), z.string().regex(/^[xy][A-Za-z0-9_-]{22}$/)]), Id.nullable(), z.number().nullable()])

export const Bundle = z.strictObject({
  duiding: z.literal('content'), version: z.literal(1), project: Id,
  import: z.strictObject({ id: Id, files: z.array(z.string().max(2000)).max(5000), mapping: z.string().max(5_000_000), coder: Id.nullable(), at: z.number().int() }),
  groups: z.array(Named), waves: z.array(Named), tellers: z.array(Id),
  signifiers: z.array(z.strictObject({
    id: Id, key: name, kind: SignifierKind, title: name, highLast: z.boolean().nullable(), position, linkedTo: Id.nullable(), anchors: z.array(name).max(20)
  })),
  /** The kind of every question that is answered in here, also of those another import brought. */
  kinds: z.array(z.strictObject({ id: Id, kind: SignifierKind })),
  options: z.array(Named.extend({ signifier: Id, key: name })), stones: z.array(Named.extend({ signifier: Id, key: name })),
  /** group null: a project without groups. */
  wordings: z.array(z.strictObject({ signifier: Id, group: Id.nullable(), title: name })),
  /** Stories it brought; number: the one it drew. */
  stories: z.array(z.strictObject({ id: Id, number: z.number().int().min(0).max(2 ** 40), sourceId: name })),
  /** Texts it brought, in their first revision; body null: the story was withdrawn. */
  texts: z.array(z.strictObject({ id: Id, story: Id, signifier: Id.nullable(), body: z.string().nullable() })),
  /** What it last told of a story, also of one that another import brought. */
  told: z.array(z.strictObject({
    story: Id, content: z.string().max(64), group: Id.nullable(), wave: Id.nullable(), teller: Id.nullable(), collectedOn: z.string().max(40).nullable(),
    language: z.string().max(200).nullable(), channel: z.string().max(1000).nullable(), consent: z.boolean().nullable(), answers: z.array(Part)
  }))
})
export type Bundle = z.infer<typeof Bundle>
export type AnswerPart = z.infer<typeof Part>

/** The bytes of a bundle, the same for the same content, and the name they go by (SHA-256 in hex). */
export function sealBundle(bundle: Bundle): { json: string; sha256: string } {
  const json = JSON.stringify(bundle)
  return { json, sha256: createHash('sha256').update(json).digest('hex') }
}

/** The bundle in these bytes; null when they are not what they go by, or no bundle. */
export function openBundle(json: string, sha256: string): Bundle | null {
  if (createHash('sha256').update(json).digest('hex') !== sha256) return null
  try {
    return Bundle.parse(JSON.parse(json))
  } catch {
    return null // not JSON, or another shape: a bundle of a newer Duiding, or none at all
  }
}

export type StoryContent = { id: Id; brought: Bundle['stories'][number] | null; texts: Bundle['texts']; told: Bundle['told'][number] | null }

/** Everything a bundle says, story by story. */
export function storiesOf(bundle: Bundle): StoryContent[] {
  const stories = new Map<Id, StoryContent>()
  const of = (id: Id): StoryContent => stories.get(id) ?? stories.set(id, { id, brought: null, texts: [], told: null }).get(id)!
  for (const story of bundle.stories) of(story.id).brought = story
  for (const text of bundle.texts) of(text.story).texts.push(text)
  for (const told of bundle.told) of(told.story).told = told
  return [...stories.values()]
}
