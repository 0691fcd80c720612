// A memo as it is read: lines, lists, links. Built from its parts, so nothing that was written is ever taken for HTML.
import type { ReactNode } from 'react'
import { readMemo, type Line, type Piece } from '../../shared/text/memo-text.ts'
import { mentionRoute } from './use-mentions.ts'

export function MemoWords({ body }: { body: string }) {
  return <div className="memo-body">{blocksOf(readMemo(body)).map((lines, at) => <Block key={at} lines={lines} />)}</div>
}

/** Items that follow each other are one list. */
function blocksOf(lines: readonly Line[]): Line[][] {
  return lines.reduce<Line[][]>((blocks, line) => {
    const last = blocks.at(-1)
    if (line.is === 'item' && last?.[0]?.is === 'item') last.push(line)
    else blocks.push([line])
    return blocks
  }, [])
}

function Block({ lines }: { lines: readonly Line[] }): ReactNode {
  if (lines[0]!.is === 'item') return <ul>{lines.map(({ pieces }, at) => <li key={at}><Pieces pieces={pieces} /></li>)}</ul>
  return lines[0]!.pieces.length === 0 ? <p><br /></p> : <p><Pieces pieces={lines[0]!.pieces} /></p>
}

function Pieces({ pieces }: { pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, at) => {
    if (piece.is === 'mention') return <a key={at} className="memo-mention" href={mentionRoute(piece)}>{piece.name}</a>
    const slanted = piece.italic ? <em key={at}>{piece.words}</em> : piece.words
    return piece.bold ? <strong key={at}>{slanted}</strong> : slanted
  })
}
