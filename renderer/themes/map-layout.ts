// Where everything stands on the map: themes in the order people put them, codes round the themes they lie with, between them where they
// lie with more. The same themes always give the same map; nothing is drawn larger because there is more of it.
/** titles: the lines of its name; lines: of its sentence. */
export interface MapTheme { id: string, name: string, titles: readonly string[], lines: readonly string[], colour: number }
export interface MapItem { id: string, name: string, colour: number | null }
export interface MapLink { theme: string, item: string, side: 'supports' | 'contradicts' | 'apart' }

/** A box by its centre; sizes in pixels of the drawing. */
export interface MapBox { id: string, x: number, y: number, width: number, height: number }
export interface MapLayout { width: number, height: number, boxes: ReadonlyMap<string, MapBox> }

const CELL = { width: 430, height: 330 }
const EDGE = 32
/** Between two boxes at least. */
const GAP = 14
/** How far an item likes to be from its theme. */
const REACH = 140
/** A letter of 13 pixels in a wide type: a saved picture may be shown in another one than the window's. */
const LETTER = 7.5

const THEME_WIDTH = 260
/** Letters in a line of a theme's name, and of its sentence. */
export const NAME_LETTERS = 26
export const WORD_LETTERS = 34
const themeHeight = ({ titles, lines }: Pick<MapTheme, 'titles' | 'lines'>): number => 24 + titles.length * 20 + lines.length * 17
export const itemWidth = ({ name, colour }: MapItem): number => Math.min(250, Math.round(name.length * LETTER + (colour === null ? 24 : 38)))

export function layMap(themes: readonly MapTheme[], items: readonly MapItem[], links: readonly MapLink[]): MapLayout {
  const columns = Math.max(1, Math.ceil(Math.sqrt(themes.length)))
  const boxes = new Map<string, MapBox>()
  themes.forEach((theme, at) => boxes.set(theme.id, {
    id: theme.id, width: THEME_WIDTH, height: themeHeight(theme), x: (at % columns + 0.5) * CELL.width, y: (Math.floor(at / columns) + 0.5) * CELL.height
  }))
  const near = Map.groupBy(links, ({ item }) => item)
  const around = new Map<string, number>()
  for (const item of items) {
    const own = [...new Set((near.get(item.id) ?? []).map(({ theme }) => theme))].flatMap(theme => boxes.get(theme) ?? [])
    if (own[0]) boxes.set(item.id, { id: item.id, width: itemWidth(item), height: 28, ...begin(own as [MapBox, ...MapBox[]], around) })
  }
  const all = [...boxes.values()]
  const pinned = new Set(themes.map(({ id }) => id))
  for (let round = 0; round < 120; round++) {
    for (const { theme, item } of links) pull(boxes.get(theme), boxes.get(item))
    apart(all, pinned)
  }
  // In the end room goes before nearness, and themes give way too.
  for (let round = 0; round < 600 && apart(all, new Set()); round++) { /* once more */ }
  return framed(all)
}

/** Between the themes it lies with; round the one theme, evenly turned, where it lies with one. */
function begin(own: readonly [MapBox, ...MapBox[]], around: Map<string, number>): { x: number, y: number } {
  const [x, y] = [own.reduce((sum, box) => sum + box.x, 0) / own.length, own.reduce((sum, box) => sum + box.y, 0) / own.length]
  const nth = around.get(own[0].id) ?? 0
  around.set(own[0].id, nth + 1)
  // The golden angle: however many there are, none falls on another.
  const angle = nth * 2.399963 - Math.PI / 2
  const reach = own.length > 1 ? 20 : REACH
  return { x: x + Math.cos(angle) * reach * 1.2, y: y + Math.sin(angle) * reach }
}

function pull(theme: MapBox | undefined, item: MapBox | undefined): void {
  if (!theme || !item) return
  const [dx, dy] = [theme.x - item.x, theme.y - item.y]
  const far = Math.hypot(dx, dy) || 1
  const by = (far - REACH) / far * 0.08
  item.x += dx * by
  item.y += dy * by
}

/** Pushes boxes off each other, along the shorter way; false once none lie over another. */
function apart(boxes: readonly MapBox[], pinned: ReadonlySet<string>): boolean {
  let moved = false
  for (let a = 0; a < boxes.length; a++) {
    for (let b = a + 1; b < boxes.length; b++) {
      const [one, other] = [boxes[a]!, boxes[b]!]
      const over = { x: (one.width + other.width) / 2 + GAP - Math.abs(one.x - other.x), y: (one.height + other.height) / 2 + GAP - Math.abs(one.y - other.y) }
      if (over.x <= 0.01 || over.y <= 0.01) continue
      moved = true
      const along = over.x < over.y ? 'x' : 'y'
      const way = one[along] < other[along] || (one[along] === other[along] && a % 2 === 0) ? -1 : 1
      const [isOne, isOther] = [pinned.has(one.id), pinned.has(other.id)]
      const share = isOne === isOther ? 0.5 : isOne ? 0 : 1
      one[along] += way * over[along] * share
      other[along] -= way * over[along] * (1 - share)
    }
  }
  return moved
}

/** Shifted into a frame with room at its edges. */
function framed(boxes: readonly MapBox[]): MapLayout {
  if (boxes.length === 0) return { width: 0, height: 0, boxes: new Map() }
  const [left, top] = [Math.min(...boxes.map(({ x, width }) => x - width / 2)), Math.min(...boxes.map(({ y, height }) => y - height / 2))]
  const [right, bottom] = [Math.max(...boxes.map(({ x, width }) => x + width / 2)), Math.max(...boxes.map(({ y, height }) => y + height / 2))]
  return {
    width: Math.ceil(right - left + 2 * EDGE), height: Math.ceil(bottom - top + 2 * EDGE),
    boxes: new Map(boxes.map(box => [box.id, { ...box, x: Math.round(box.x - left + EDGE), y: Math.round(box.y - top + EDGE) }]))
  }
}

/** Words in lines of at most so many letters; what does not fit in `most` lines ends in an ellipsis. */
export function inLines(words: string, letters: number, most: number): string[] {
  const lines = words.split(/\s+/).filter(Boolean).reduce<string[]>((made, word) => {
    const last = made.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= letters) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
    return made
  }, []).map(line => (line.length > letters ? `${line.slice(0, letters - 1)}…` : line))
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]!.slice(0, letters - 1)}…`] : lines
}
