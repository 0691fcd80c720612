// The codings of this story as a list in the order of reading: pressing one goes there.
import { memo } from 'react'
import { MessageSquareText } from 'lucide-react'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import type { CodingFace } from './coding-faces.ts'

export interface CodingListProps {
  faces: readonly CodingFace[]
  active: Id | null
  onGo: (coding: Id) => void
  onHover: (coding: Id | null) => void
}

export const CodingList = memo(function CodingList({ faces, active, onGo, onHover }: CodingListProps) {
  const say = useSay('coding')
  if (faces.length === 0) return <p className="ui-hint">{say('codings.none')}</p>
  return (
    <ol className="coding-list" aria-label={say('codings')}>
      {faces.map(face => (
        <li key={face.id}>
          <button
            type="button" className={classNames('coding-line', face.id === active && 'is-active', face.pending && 'is-pending')} aria-current={face.id === active || undefined}
            onClick={() => onGo(face.id)} onPointerEnter={() => onHover(face.id)} onPointerLeave={() => onHover(null)} onFocus={() => onHover(face.id)} onBlur={() => onHover(null)}
          >
            <CodeSwatch asBar colour={face.colour} />
            <span className="coding-line-head">
              <span className="coding-line-code">{face.codeName}</span>
              {face.flag !== '' && <span className="coding-line-flag">{say(`flag.${face.flag}`)}</span>}
              {face.memos > 0 && <span className="coding-line-memos"><MessageSquareText aria-hidden size={13} /><span className="only-read-aloud">{say('memos.count', { count: face.memos })}</span>{face.memos > 1 && <span aria-hidden>{face.memos}</span>}</span>}
              <CoderRing small initials={face.coderInitials} name={face.coderName} mine={face.mine} />
            </span>
            {face.fit === 'look' && <span className="coding-line-look">{say('codings.look')}</span>}
            <span className="coding-line-quote">{face.quote}</span>
          </button>
        </li>
      ))}
    </ol>
  )
})
