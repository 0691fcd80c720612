// What people write in memos and the journal, as it is stored: plain lines with **bold**, *italic*, "- " for a list and
// [[kind:id|name]] for a link. Nothing of it is ever HTML; what is no mark is the words themselves.
export type MentionKind = 'story' | 'coding' | 'code' | 'theme'
export type Words = { is: 'words'; words: string; bold: boolean; italic: boolean }
export type Mention = { is: 'mention'; kind: MentionKind; /** Of a coding: the story it stands in. */ story: string | null; id: string; name: string }
export type Piece = Words | Mention
export type Line = { is: 'paragraph' | 'item'; pieces: Piece[] }

const ID = '[A-Za-z0-9_-]{21}[AQgw]'
const MENTION = new RegExp(`^\\[\\[(?:(story|code|theme):(${ID})|(coding):(${ID})@(${ID}))\\|((?=[^\\]]*[^\\]\\s])[^\\[\\]|\\n]{1,200})\\]\\]`)
const ESCAPED = '\\*[-'

type Token = { is: 'words'; words: string } | { is: 'stars'; count: number } | Mention

/** The lines of a stored memo. Every text is one: marks without a counterpart are words. */
export const readMemo = (body: string): Line[] => body.split('\n').map((line) => {
  const isItem = line.startsWith('- ')
  return { is: isItem ? 'item' : 'paragraph', pieces: piecesOf(tokensOf(isItem ? line.slice(2) : line)) }
})

function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  const say = (words: string): void => {
    const last = tokens.at(-1)
    if (last?.is === 'words') last.words += words
    else tokens.push({ is: 'words', words })
  }
  for (let at = 0; at < line.length;) {
    const mention = line.startsWith('[[', at) ? MENTION.exec(line.slice(at)) : null
    const stars = /^\*+/.exec(line.slice(at))?.[0].length ?? 0
    if (mention) {
      const [whole, kind, id, coding, codingId, story, name] = mention
      tokens.push({ is: 'mention', kind: (kind ?? coding) as MentionKind, story: story ?? null, id: (id ?? codingId)!, name: name! })
      at += whole.length
    } else if (line[at] === '\\' && ESCAPED.includes(line[at + 1] ?? ' ')) {
      say(line[at + 1]!)
      at += 2
    } else if (stars > 0 && stars <= 3) {
      tokens.push({ is: 'stars', count: stars })
      at += stars
    } else {
      say(stars > 0 ? '*'.repeat(stars) : line[at]!)
      at += Math.max(1, stars)
    }
  }
  return tokens
}

/** One star turns italic on or off, two turn bold, three both; the last of an odd number of turns is a star and no turn. */
function piecesOf(tokens: readonly Token[]): Piece[] {
  const turns = { bold: tokens.filter((token) => token.is === 'stars' && token.count >= 2).length, italic: tokens.filter((token) => token.is === 'stars' && token.count % 2 === 1).length }
  const [most, seen, now] = [{ bold: turns.bold - turns.bold % 2, italic: turns.italic - turns.italic % 2 }, { bold: 0, italic: 0 }, { bold: false, italic: false }]
  const pieces: Piece[] = []
  const say = (words: string): void => {
    const last = pieces.at(-1)
    if (words === '') return
    if (last?.is === 'words' && last.bold === now.bold && last.italic === now.italic) last.words += words
    else pieces.push({ is: 'words', words, ...now })
  }
  for (const token of tokens) {
    if (token.is === 'mention') pieces.push(token)
    else if (token.is === 'words') say(token.words)
    else {
      for (const [look, stars] of [['bold', 2], ['italic', 1]] as const) {
        if ((token.count & stars) === 0) continue
        if (++seen[look] > most[look]) say('*'.repeat(stars))
        else now[look] = !now[look]
      }
    }
  }
  return pieces
}

/** The stored form of lines; reading it gives the same lines back, with neighbours of one look put together. */
export const writeMemo = (lines: readonly Line[]): string => lines.map(({ is, pieces }) => {
  const line = writePieces(pieces)
  return is === 'item' ? `- ${line}` : line.startsWith('- ') ? `\\${line}` : line
}).join('\n')

function writePieces(pieces: readonly Piece[]): string {
  let [line, bold, italic] = ['', false, false]
  const turn = (look: { bold: boolean; italic: boolean }): void => {
    line += (bold === look.bold ? '' : '**') + (italic === look.italic ? '' : '*')
    ;[bold, italic] = [look.bold, look.italic]
  }
  for (const piece of pieces) {
    if (piece.is === 'mention') line += writeMention(piece)
    else if (piece.words !== '') {
      turn(piece)
      // A backslash is doubled only where it would otherwise be read as one that escapes.
      line += piece.words.replaceAll('\n', ' ').replace(/[\\*]|\[(?=\[)/g, '\\$&').replace(/\\\\(?![\\*[-]|$)/g, '\\')
    }
  }
  turn({ bold: false, italic: false })
  return line
}

function writeMention({ kind, story, id, name }: Mention): string {
  const said = name.replace(/[[\]|\n]+/g, ' ').slice(0, 200)
  return `[[${kind}:${id}${kind === 'coding' ? `@${story ?? ''}` : ''}|${said.trim() === '' ? '…' : said}]]`
}

/** The words alone, without marks; lists keep their dash. For searching, for first words, for what a colleague is told. */
export const plainMemo = (body: string): string =>
  readMemo(body).map(({ is, pieces }) => (is === 'item' ? '- ' : '') + pieces.map((piece) => (piece.is === 'words' ? piece.words : piece.name)).join('')).join('\n')
