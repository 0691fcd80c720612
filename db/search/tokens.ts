// How the index keeps the words of a piece: the numbers of their forms, and where each stands, in as few bytes as that takes.

/** Of one piece, word by word: the form's number and its place in the text (UTF-16 units, end exclusive). */
export type Tokens = { forms: Uint32Array; starts: Uint32Array; ends: Uint32Array }

export function packForms(forms: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(forms).buffer)
}

/** Each word as two small numbers: how far behind the one before it begins, and how long it is. */
export function packPlaces(places: readonly { start: number; end: number }[]): Buffer {
  const bytes: number[] = []
  const put = (value: number): void => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
    bytes.push(value)
  }
  let last = 0
  for (const { start, end } of places) {
    put(start - last)
    put(end - start)
    last = end
  }
  return Buffer.from(bytes)
}

export function unpackForms(packed: Buffer): Uint32Array {
  // A copy, because a buffer of SQLite's need not begin at a multiple of four.
  return new Uint32Array(packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length))
}

export function unpackPlaces(packed: Buffer, count: number): Pick<Tokens, 'starts' | 'ends'> {
  const [starts, ends] = [new Uint32Array(count), new Uint32Array(count)]
  let at = 0
  const take = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++]!
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
  }
  let last = 0
  for (let i = 0; i < count; i++) {
    starts[i] = last + take()
    last = ends[i] = starts[i]! + take()
  }
  return { starts, ends }
}
