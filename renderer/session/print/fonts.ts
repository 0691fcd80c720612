// The type of the sheets: by its address while one looks, and in the file itself when it is saved, so that a saved page needs no network
// and looks the same on another machine. Fixed weights, not the window's variable type: only these go into a PDF as type, the other as
// drawings of letters.
import sans from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url'
import sansBold from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url'
import sansExtBold from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2?url'
import sansExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url'
import serif from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2?url'
import serifExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2?url'

export const SANS = 'Source Sans 3'
export const SERIF = 'Source Serif 4'

const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const FACES = [
  { family: SANS, weight: 400, url: sans, range: LATIN }, { family: SANS, weight: 400, url: sansExt, range: LATIN_EXT },
  { family: SANS, weight: 600, url: sansBold, range: LATIN }, { family: SANS, weight: 600, url: sansExtBold, range: LATIN_EXT },
  { family: SERIF, weight: 400, url: serif, range: LATIN }, { family: SERIF, weight: 400, url: serifExt, range: LATIN_EXT }
]
type Face = (typeof FACES)[number]

const face = ({ family, weight, range }: Face, source: string) => `@font-face { font-family: '${family}'; font-weight: ${weight}; font-display: block; src: url('${source}') format('woff2'); unicode-range: ${range} }`

/** Faces by their address in this window. */
export const linkedFaces = (): string => FACES.map(each => face(each, new URL(each.url, location.href).href)).join('\n')

/** Each once, for a document to wait for. */
export const FACES_TO_LOAD = [`400 14pt "${SANS}"`, `600 14pt "${SANS}"`, `400 14pt "${SERIF}"`]

let carried: Promise<string> | undefined
/** The same with the type itself in them. */
export function carriedFaces(): Promise<string> {
  carried ??= Promise.all(FACES.map(async each => {
    const bytes = new Uint8Array(await (await fetch(each.url)).arrayBuffer())
    return face(each, `data:font/woff2;base64,${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`)
  })).then(faces => faces.join('\n'))
  return carried
}
