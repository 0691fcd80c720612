// What a view keeps as JSON, perhaps written by another version of Duiding.
import type { z } from 'zod'

/** Null for what is no JSON, or not of this form: kept in words that this version does not know. */
export function readKept<Schema extends z.ZodType>(schema: Schema, body: string): z.infer<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
