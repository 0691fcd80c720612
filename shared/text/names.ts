// Names in a story that must not stay: where they stand as whole words, and what stands in their place.

/** What a name becomes, e.g. `<naam>`: without signs that would end it early. */
export const placeholder = (words: string): string => `<${words.replace(/[<>\n]/g, '').trim() || 'naam'}>`

/** The text with every whole-word occurrence replaced, capitals as written; `n`: how many. "Sanne" is found in "Sanne's", not in "Sannes". */
export function replaceName(text: string, name: string, by: string): { text: string, n: number } {
  const wanted = name.trim()
  if (wanted === '') return { text, n: 0 }
  let n = 0
  const replaced = text.replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}<])${literal(wanted)}(?![\\p{L}\\p{M}\\p{N}>])`, 'gu'), () => { n++; return by })
  return { text: replaced, n }
}

/** Other words that hold the name or differ from it in capitals only ("Sannes", "SANNE"), each once: worth a look, never replaced unasked. */
export function likeName(text: string, name: string): string[] {
  const wanted = name.trim().toLocaleLowerCase('nl')
  if (wanted.length < 3) return []
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return [...new Set(words.filter(word => word !== name.trim() && word.toLocaleLowerCase('nl').includes(wanted)))]
}

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
