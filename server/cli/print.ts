// How a command shows what it found: plain JSON, or lines and columns for a person.
import type { Given } from './arguments.ts'

/** Rows as aligned columns, or as JSON with --json. */
export function show<Row extends object>(given: Given, rows: Row[], columns: [heading: string, of: (row: Row) => string | number | null][]): void {
  if (given.json) return json(rows)
  const lines = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, of]) => String(of(row) ?? '')))]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)))
  const numeric = columns.map(([, of]) => rows.length > 0 && rows.every((row) => typeof of(row) === 'number'))
  for (const line of lines) console.log(line.map((cell, at) => (numeric[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ').trimEnd())
}

export function json(value: unknown): void {
  console.log(JSON.stringify(value, null, 2))
}

/** One object as `name: value` lines, or as JSON with --json. */
export function facts(given: Given, values: Record<string, unknown>): void {
  if (given.json) return json(values)
  for (const [name, value] of Object.entries(values)) console.log(`${name}: ${typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)}`)
}
