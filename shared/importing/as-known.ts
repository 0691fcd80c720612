// A question the project has already is that question, under a heading that differs in a mark or a capital too, and asked as the kind it is there:
// a few rows may look like another kind.
import type { SignifierKind } from '../domain/signifier.ts'
import type { Looked } from './column-look.ts'
import type { Mapping } from './mapping.ts'
import { lookAtColumns } from './column-look.ts'
import { readNumber, sameWords } from './cell-values.ts'
import { askAs, changeSignifier, kindsFor, sameQuestion } from './edit-mapping.ts'
import { MOST_OPTIONS } from './single-questions.ts'

/** Kinds of the project's questions by key. */
export type KnownKinds = ReadonlyMap<string, SignifierKind>

/** A heading without what an export changes in it: capitals, kinds of quotes, the marks at its end. */
const bare = (key: string): string => sameWords(key).replace(/[’‘`´]/gu, "'").replace(/[“”„]/gu, '"').replace(/[\s?!.:*…]+$/u, '')

const isMeasure = (kind: SignifierKind): boolean => kind === 'slider' || kind === 'number'
/** Then the few cells that are none are told, each with its row. */
const mostlyNumbers = (said: string[]): boolean => said.length > 0 && said.filter((cell) => readNumber(cell, 'either') !== null).length >= said.length / 2

/** The mapping with those kinds where the cells allow it, and the columns it concerns; a clash that is left is told when the file is checked. */
export function asKnown(proposed: Mapping, head: Looked, kinds: KnownKinds): { mapping: Mapping; columns: string[] } {
  const looks = lookAtColumns(head)
  let mapping = proposed
  const changed: string[] = []
  const byWords = new Map([...kinds.keys()].map((key) => [bare(key), key]))
  for (const { key } of proposed.signifiers) {
    const known = kinds.has(key) ? undefined : byWords.get(bare(key))
    if (known === undefined || proposed.signifiers.some((other) => other.key === known)) continue
    mapping = sameQuestion(mapping, key, known)
  }
  for (const { key, kind } of [...mapping.signifiers]) {
    const known = kinds.get(key)
    if (known === undefined || known === kind) continue
    const columns = mapping.columns.flatMap((column) => (column.role === 'answer' && column.signifier === key && column.part.is !== 'na' ? [column.column] : []))
    const said = looks.filter((look) => columns.includes(look.name)).flatMap((look) => look.distinct)
    const ofWords = known === 'choice' || known === 'multi' || known === 'likert'
    if ((said.length > MOST_OPTIONS && ofWords) || !(kindsFor(head, columns).includes(known) || (isMeasure(known) && mostlyNumbers(said)))) continue
    mapping = askAs(mapping, head, columns, known)
    if (known === 'slider') mapping = changeSignifier(mapping, key, (asked) => (asked.kind === 'slider' ? { ...asked, scale: { from: 0, to: said.some((cell) => (readNumber(cell, 'either') ?? 0) > 1.000001) ? 100 : 1 } } : asked))
    // Steps of a scale that nobody chose are no answers of a question without a scale.
    if (kind === 'likert') mapping = changeSignifier(mapping, key, (asked) => ('options' in asked ? { ...asked, options: asked.options.filter(({ label }) => said.includes(label)) } : asked))
    changed.push(...columns)
  }
  return { mapping, columns: changed }
}
