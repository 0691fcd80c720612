// The codebook: a tree of codes, never locked.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer } from '../domain/layer.ts'
import { read, write } from './call.ts'
import { Turned } from './history.ts'

export const CodeFlag = z.enum(['', 'semantic', 'latent'])
const Name = z.string().trim().min(1).max(200)
const Words = z.string().max(20_000)
const Colour = z.number().int().min(1).max(12)

export const Code = z.strictObject({
  id: Id, parent: Id.nullable(), position: z.number(), name: z.string(), colour: Colour,
  definition: z.string(), include: z.string(), exclude: z.string(), flag: CodeFlag, retired: z.boolean(), mergedInto: Id.nullable()
})
export type Code = z.infer<typeof Code>

export const CodeCount = z.strictObject({
  code: Id, codings: z.number().int(), fragments: z.number().int(), stories: z.number().int(), coders: z.number().int(),
  /** The same with the codes below it; a story or fragment counts once. */
  branch: z.strictObject({ codings: z.number().int(), fragments: z.number().int(), stories: z.number().int() })
})
export type CodeCount = z.infer<typeof CodeCount>

/** Codes that may be worth a look; nothing is wrong with them. */
export const CodePointers = z.strictObject({
  /** `together` of the `of` places of `code` lie on places of `with`. */
  overlapping: z.array(z.strictObject({ code: Id, with: Id, together: z.number().int(), of: z.number().int() })),
  once: z.array(Id), /** Neither used nor holding other codes. */ unused: z.array(Id), /** Used, without a definition. */ undefined: z.array(Id)
})
export type CodePointers = z.infer<typeof CodePointers>

/** One rewriting of a code. */
export const CodeChange = z.strictObject({ at: z.number(), coder: Id.nullable(), field: z.enum(['name', 'definition', 'include', 'exclude']), was: z.string(), now: z.string(), turned: Turned })
export type CodeChange = z.infer<typeof CodeChange>

/** A row of a codebook file (shared/domain/codebook-rows.ts). */
const CodebookRow = z.strictObject({
  path: z.array(Name).min(1).max(20), definition: Words.optional(), include: Words.optional(), exclude: Words.optional(), flag: CodeFlag.optional(), retired: z.boolean().optional()
})

export const code = {
  /** Every code that was not undone, retired ones too, parents before children, in the order of the tree. */
  'code.list': read({ input: z.strictObject({}), output: z.array(Code), reads: ['code'] }),
  'code.counts': read({ input: z.strictObject({ layer: Layer.default({ is: 'all' }) }), output: z.array(CodeCount), reads: ['coding', 'code', 'reading', 'story', 'revision'], long: true }),
  /** Refused (conflict, 'code.same_name') when a sibling bears that name already, letter case aside. */
  'code.create': write({
    input: z.strictObject({
      id: Id, name: Name, parent: Id.nullable().default(null), colour: Colour.optional(),
      definition: Words.default(''), include: Words.default(''), exclude: Words.default('')
    }),
    output: z.null()
  }),
  'code.change': write({
    input: z.strictObject({
      code: Id, name: Name.optional(), colour: Colour.optional(), definition: Words.optional(), include: Words.optional(), exclude: Words.optional(),
      flag: CodeFlag.optional()
    }),
    output: z.null()
  }),
  /** Puts a code under another (null: at the top), before a sibling (null: last). A code never comes under itself (conflict). */
  'code.move': write({ input: z.strictObject({ code: Id, parent: Id.nullable(), before: Id.nullable() }), output: z.null() }),
  /** All codings of `code`, of every coder, go to `into`; children too; `code` is retired and remembers where it went. Tells how many of them the caller may see. */
  'code.merge': write({ input: z.strictObject({ code: Id, into: Id }), output: z.strictObject({ codings: z.number().int() }) }),
  'code.pointers': read({ input: z.strictObject({}), output: CodePointers, reads: ['coding', 'code', 'reading', 'story', 'revision'], long: true }),
  /** Newest first; also of a code whose making was undone, since a window may still have it before it. */
  'code.history': read({ input: z.strictObject({ code: Id }), output: z.array(CodeChange), reads: ['code'] }),
  /**
   * Codings of `code`, of whichever coder, go to other codes, each where `moves` says; `made`: new codes beside it. `retire`: the code is
   * used no more. What changed hands meanwhile, or is hidden from the caller, stays; tells how many went and how many did not.
   */
  'code.split': write({
    input: z.strictObject({
      code: Id, made: z.array(z.strictObject({ id: Id, name: Name, colour: Colour.optional() })).max(50), moves: z.array(z.strictObject({ coding: Id, into: Id })).max(20_000), retire: z.boolean().default(false)
    }),
    output: z.strictObject({ moved: z.number().int(), stayed: z.number().int() })
  }),
  /** Rows of a codebook file: codes that are not there are made, the others get what the rows say; nothing is taken away. */
  'code.import': write({
    input: z.strictObject({ rows: z.array(CodebookRow).min(1).max(2000) }),
    output: z.strictObject({ made: z.number().int(), changed: z.number().int(), same: z.number().int() })
  }),
  /** Codings stay; the code is no longer offered. */
  'code.retire': write({ input: z.strictObject({ code: Id }), output: z.null() }),
  'code.restore': write({ input: z.strictObject({ code: Id }), output: z.null() })
}
