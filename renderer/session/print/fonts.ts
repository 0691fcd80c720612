// The type of the window, for paper: by its address while one looks, and in the file itself when it is saved, so that a saved page needs
// no network and looks the same on another machine.
import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import sansExt from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import serifExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2?url'

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const FACES = [
  { family: 'Source Sans 3 Variable', url: sans, range: LATIN }, { family: 'Source Sans 3 Variable', url: sansExt, range: LATIN_EXT },
  { family: 'Source Serif 4 Variable', url: serif, range: LATIN }, { family: 'Source Serif 4 Variable', url: serifExt, range: LATIN_EXT }
]

const face = (family: string, source: string, range: string) => `@font-face { font-family: '${family}'; font-weight: 200 900; font-display: block; src: url('${source}') format('woff2'); unicode-range: ${range} }`

/** Faces by their address in this window. */
export const linkedFaces = (): string => FACES.map(({ family, url, range }) => face(family, new URL(url, location.href).href, range)).join('\n')

let carried: Promise<string> | undefined
/** The same with the type itself in them. */
export function carriedFaces(): Promise<string> {
  carried ??= Promise.all(FACES.map(async ({ family, url, range }) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
    return face(family, `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`, range)
  })).then((faces) => faces.join('\n'))
  return carried
}
