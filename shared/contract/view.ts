// What the team keeps of its analysis by name: views of the cross-table, the words of the method page, tables about the population.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { read, write } from './call.ts'

/**
 * crosstab: choices of the cross-table. method: one paragraph of the method page, its name is the paragraph's. population: who could have
 * told, per category of a question (its name is the question's id). response: how many were approached, and why others did not tell.
 * sources: a question of the study, and which sources answer it.
 */
export const ViewKind = z.enum(['crosstab', 'method', 'population', 'response', 'sources'])
export type ViewKind = z.infer<typeof ViewKind>

const Name = z.string().trim().min(1).max(120)
/** JSON or words, as its kind wants it; whoever reads it checks. */
const Body = z.string().max(100_000)

export const View = z.strictObject({ id: Id, kind: ViewKind, name: z.string(), body: z.string(), coder: Id.nullable() })
export type View = z.infer<typeof View>

export const view = {
  /** By name. Where two were kept under one name (method, population, response: one by each of two colleagues), the newest comes last. */
  'view.list': read({ input: z.strictObject({ kind: ViewKind.optional() }), output: z.array(View), reads: ['view'] }),
  /** Refused (conflict) when a view of the cross-table bears the name, letter case aside. */
  'view.keep': write({ input: z.strictObject({ id: Id, kind: ViewKind, name: Name, body: Body }), output: z.null() }),
  'view.change': write({ input: z.strictObject({ view: Id, name: Name.optional(), body: Body.optional() }), output: z.null() }),
  'view.remove': write({ input: z.strictObject({ view: Id }), output: z.null() })
}
