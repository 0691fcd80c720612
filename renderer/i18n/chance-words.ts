// A p in figures, as every table and sentence writes it.
import type { Formats } from './format.ts'

/** "= 0,03", "< 0,001": after the letter p. */
export const chanceIs = (p: number, format: Formats): string => (p < 0.001 ? chanceWords(p, format) : `= ${chanceWords(p, format)}`)

/** "0,03", "< 0,001". */
export function chanceWords(p: number, format: Formats): string {
  return p < 0.001 ? `< ${format.number(0.001, 3)}` : format.number(p, p < 0.01 ? 3 : 2)
}
