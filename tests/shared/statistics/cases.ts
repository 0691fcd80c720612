// The reference cases, read once; how they were made stands in cases/README.md.
import { readdirSync, readFileSync } from 'node:fs'

export interface Case { function: string, name: string, input: unknown, expected: Record<string, unknown>, tolerance?: number }

const FOLDER = new URL('cases/', import.meta.url)

/** File name to its cases. */
export const cases: ReadonlyMap<string, Case[]> = new Map(readdirSync(FOLDER).filter(name => name.endsWith('.json')).toSorted()
  .map(file => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Case[]]))
