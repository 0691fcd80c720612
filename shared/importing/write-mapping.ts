// A mapping as a file that a person can read and change: short things on one line, and nothing that goes without saying.
import type { Mapping } from './mapping.ts'

/** Longer than this is broken over lines. */
const LINE = 140

export function printedMapping(mapping: Mapping): string {
  return printed(mapping, '') + '\n'
}

function printed(value: unknown, indent: string): string {
  const inline = inOneLine(value)
  if (typeof value !== 'object' || value === null || (indent !== '' && indent.length + inline.length <= LINE)) return inline
  const deeper = `${indent}  `
  const parts = Array.isArray(value) ? value.map((entry) => deeper + printed(entry, deeper)) : entriesOf(value).map(([name, entry]) => `${deeper}${JSON.stringify(name)}: ${printed(entry, deeper)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`
}

function inOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  return `{ ${entriesOf(value).map(([name, entry]) => `${JSON.stringify(name)}: ${inOneLine(entry)}`).join(', ')} }`
}

/** Empty lists that the schema fills in by itself are left out. (No words for n.v.t. in the whole file is something to say.) */
const UNSAID = new Set(['values', 'na', 'ticked', 'unticked'])

function entriesOf(value: object): [string, unknown][] {
  const said = (name: string, entry: unknown) => !(UNSAID.has(name) && 'key' in value && Array.isArray(entry) && entry.length === 0)
  return Object.entries(value).filter(([name, entry]) => said(name, entry) && entry !== undefined)
}
