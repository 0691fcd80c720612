// A set of distinct places: open addressing over plain numbers, as a Set of strings would take most of the time of a count.

export class Places {
  #texts: Int32Array
  #starts: Int32Array
  #ends: Int32Array
  size = 0

  constructor(slots = 16) {
    this.#texts = new Int32Array(slots).fill(-1)
    this.#starts = new Int32Array(slots)
    this.#ends = new Int32Array(slots)
  }

  /** True when this place was not in yet. text: its local number; start, end: UTF-16 units, end exclusive. */
  add(text: number, start: number, end: number): boolean {
    if ((this.size + 1) * 2 > this.#texts.length) this.#grow()
    const isNew = this.#put(text, start, end)
    if (isNew) this.size++
    return isNew
  }

  #put(text: number, start: number, end: number): boolean {
    const mask = this.#texts.length - 1
    const mixed = Math.imul(text, 0x9e3779b1) ^ Math.imul(start, 0x85ebca6b) ^ Math.imul(end, 0xc2b2ae35)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    while (this.#texts[slot] !== -1) {
      if (this.#texts[slot] === text && this.#starts[slot] === start && this.#ends[slot] === end) return false
      slot = (slot + 1) & mask
    }
    this.#texts[slot] = text
    this.#starts[slot] = start
    this.#ends[slot] = end
    return true
  }

  #grow(): void {
    const [texts, starts, ends] = [this.#texts, this.#starts, this.#ends]
    const slots = texts.length * 2
    this.#texts = new Int32Array(slots).fill(-1)
    this.#starts = new Int32Array(slots)
    this.#ends = new Int32Array(slots)
    for (let slot = 0; slot < texts.length; slot++) if (texts[slot] !== -1) this.#put(texts[slot]!, starts[slot]!, ends[slot]!)
  }
}
