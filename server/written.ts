// An answer that a worker wrote out already: the host's thread, on which coders wait, passes it on and neither reads nor writes it again.
export class Written {
  /** JSON in UTF-8. */
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** What it says, for whoever is no window. */
  toJSON(): unknown {
    return JSON.parse(new TextDecoder().decode(this.bytes))
  }
}
