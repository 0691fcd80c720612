// Columns of JSON, read as what they may be: another version, or whoever else wrote the op, can have put anything there.
import { z } from 'zod'
import type { Id } from '../shared/domain/ids.ts'

/** Ids by the ten thousand: looked at no closer than is needed to compare them. */
export const Ids = z.custom<Id[]>((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'))

/** What a column of JSON says; null when it is no JSON, or in the words of a newer version. */
export function readJson<T extends z.ZodType>(shape: T, text: string): z.output<T> | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
