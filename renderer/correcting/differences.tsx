// Two states of a text laid over each other: what went is struck, what came is underlined, in paragraphs.
import { Fragment, useMemo } from 'react'
import { differencePieces, type Piece } from '../../shared/anchoring/difference-pieces.ts'
import { useSay } from '../i18n/say.ts'

export interface DifferencesProps {
  before: string
  after: string
  label: string
  /** The paragraphs that did not change too. */
  whole?: boolean
}

export function Differences({ before, after, label, whole = false }: DifferencesProps) {
  const say = useSay('correcting')
  const lines = useMemo(() => differencePieces(before, after).map((line, place) => ({ ...line, place })), [before, after])
  const shown = whole ? lines : lines.filter(line => line.changed)
  return (
    <section className="correcting-differences" aria-label={label}>
      {shown.length === 0 && <p className="ui-hint">{say('differences.none')}</p>}
      {shown.map(({ pieces, place }, at) => (
        <Fragment key={place}>
          {at > 0 && shown[at - 1]!.place + 1 < place && <p className="correcting-skipped" aria-hidden>⋯</p>}
          <p dir="auto">{pieces.map((piece, index) => <OnePiece key={index} piece={piece} />)}</p>
        </Fragment>
      ))}
    </section>
  )
}

function OnePiece({ piece: { is, words } }: { piece: Piece }) {
  return is === 'gone' ? <del>{words}</del> : is === 'come' ? <ins>{words}</ins> : <>{words}</>
}
