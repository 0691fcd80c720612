// A mapping of an earlier file laid over this one: what it says goes; columns it does not know keep what was proposed for them.
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { ColumnMapping, Mapping } from '../../shared/importing/mapping.ts'

const MANY = new Set<ColumnMapping['role']>(['answer', 'ignore', 'drop'])

/** Columns of the template that this file lacks stay in it, so that the screen can tell; they come last. */
export function fitTemplate(template: Mapping, proposed: Mapping, table: Pick<LookedAt, 'headings'>): Mapping {
  const known = new Set(template.columns.map(({ column }) => column))
  const taken = new Set(template.columns.map(({ role }) => role))
  const keys = new Set(template.signifiers.map(({ key }) => key))
  const fresh = proposed.columns.filter(({ column }) => !known.has(column)).map((meaning): ColumnMapping => {
    const fits = meaning.role === 'answer' ? !keys.has(meaning.signifier) : MANY.has(meaning.role) || !taken.has(meaning.role)
    return fits ? meaning : { column: meaning.column, role: 'ignore' }
  })
  const asked = new Set(fresh.flatMap(meaning => (meaning.role === 'answer' ? [meaning.signifier] : [])))
  const byName = new Map([...template.columns, ...fresh].map(meaning => [meaning.column, meaning]))
  const inFile = table.headings.flatMap(({ name }) => byName.get(name) ?? [])
  const names = new Set(table.headings.map(({ name }) => name))
  return {
    ...template,
    file: { ...template.file, delimiter: proposed.file.delimiter, encoding: proposed.file.encoding, headerRows: proposed.file.headerRows, sheet: proposed.file.sheet, group: null, wave: null },
    columns: [...inFile, ...template.columns.filter(({ column }) => !names.has(column))],
    signifiers: [...template.signifiers, ...proposed.signifiers.filter(({ key }) => asked.has(key))]
  }
}

/** Columns the mapping names and the file lacks. */
export function absentColumns(mapping: Mapping, table: Pick<LookedAt, 'headings'>): string[] {
  const names = new Set(table.headings.map(({ name }) => name))
  return mapping.columns.filter(({ column, role }) => !names.has(column) && role !== 'ignore' && role !== 'drop').map(({ column }) => column)
}

/** Without those columns; a question that has none left goes with them, and what was linked to it stands alone. */
export function withoutAbsent(mapping: Mapping, table: Pick<LookedAt, 'headings'>): Mapping {
  const names = new Set(table.headings.map(({ name }) => name))
  const columns = mapping.columns.filter(({ column }) => names.has(column))
  const asked = new Set(columns.flatMap(meaning => (meaning.role === 'answer' && meaning.part.is !== 'na' ? [meaning.signifier] : [])))
  return {
    ...mapping,
    columns: columns.map((meaning): ColumnMapping => (meaning.role === 'answer' && !asked.has(meaning.signifier) ? { column: meaning.column, role: 'ignore' } : meaning)),
    signifiers: mapping.signifiers.filter(({ key }) => asked.has(key)).map(signifier =>
      (signifier.kind === 'text' && signifier.linkedTo !== null && !asked.has(signifier.linkedTo) ? { ...signifier, linkedTo: null, ticksOption: null } : signifier))
  }
}
