// What the coder wanted when leaving a project for the start screen: its dialog then opens by itself.

export type Wish = 'new' | 'open'

let wish: Wish | null = null

export function wishFor(wanted: Wish): void {
  wish = wanted
}

/** Once. */
export function takeWish(): Wish | null {
  const wanted = wish
  wish = null
  return wanted
}
