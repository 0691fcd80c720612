// A stable name for a story that brings no id of its own: the same words give the same name on every machine.

/**
 * 21 characters made of the parts (two 53-bit multiplicative hashes with different seeds). At 100,000 stories the chance of
 * one clash is under 1e-20. Not meant to keep secrets.
 */
export function contentHash(parts: string[]): string {
  const text = parts.map((part) => `${part.length}:${part}`).join('|')
  return (mix(text, 0x9e3779b9) + mix(text, 0x85ebca6b)).slice(0, 21)
}

function mix(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed
  let b = 0x41c6ce57 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
