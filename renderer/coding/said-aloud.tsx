// What a coder does in the text, said to who listens to the screen: the focus stays in the words, so nothing else would tell
// which words are selected, which coding is chosen, and that a coding was made, changed or taken away.
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../i18n/say.ts'
import type { CodingFace } from './coding-faces.ts'
import type { Selected } from './use-readers.ts'

export interface SaidAloudProps {
  /** All of one story. */
  faces: readonly CodingFace[]
  chosen: CodingFace | null
  selected: Selected | null
}

/** More than this nobody wants to hear twice. */
const WORDS = 120

export function SaidAloud({ faces, chosen, selected }: SaidAloudProps) {
  const say = useSay('coding')
  const [said, setSaid] = useState('')
  const before = useRef(faces)
  useEffect(() => { if (selected) setSaid(say('aloud.selected', { words: short(selected.selection.quote) })) }, [selected, say])
  useEffect(() => { if (chosen) setSaid(say('aloud.chosen', { code: chosen.codeName, coder: chosen.coderName, words: short(chosen.quote) })) }, [chosen?.id, say]) // oxlint-disable-line react/exhaustive-deps -- once for each coding that is chosen; its changes are told below
  // After the two above: what was done counts for more than what is chosen by it.
  useEffect(() => {
    const change = ownChange(before.current, faces)
    before.current = faces
    if (change) setSaid(say(`aloud.${change.is}`, { code: change.face.codeName, words: short(change.face.quote) }))
  }, [faces, say])
  return <p role="status" className="only-read-aloud">{said}</p>
}

interface OwnChange { is: 'made' | 'changed' | 'removed', face: CodingFace }

/** What became of the coder's own codings between two drawings; colleagues' are counted beside the story. The last made, if more were. */
export function ownChange(before: readonly CodingFace[], now: readonly CodingFace[]): OwnChange | null {
  if (before === now) return null
  const had = new Map(before.filter(face => face.mine).map(face => [face.id, face]))
  const has = now.filter(face => face.mine)
  const made = has.findLast(face => !had.has(face.id))
  if (made) return { is: 'made', face: made }
  const changed = has.find(face => isOther(had.get(face.id)!, face))
  if (changed) return { is: 'changed', face: changed }
  const left = new Set(has.map(face => face.id))
  const removed = [...had.values()].find(face => !left.has(face.id))
  return removed ? { is: 'removed', face: removed } : null
}

/** Another code or other words; words that only moved, for a correction before them, are the same. */
const isOther = (old: CodingFace, face: CodingFace): boolean => old.codeId !== face.codeId || old.quote !== face.quote || old.end - old.start !== face.end - face.start

/** Its beginning and its end, for both tell which words they are. */
function short(words: string): string {
  const plain = words.replace(/\s+/g, ' ')
  return plain.length <= WORDS ? plain : `${plain.slice(0, WORDS / 2)} … ${plain.slice(-WORDS / 2)}`
}
