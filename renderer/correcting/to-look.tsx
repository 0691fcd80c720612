// Fragments that ask for a look: their words were corrected so much that only a person can say where the coding belongs.
import type { Code } from '../../shared/contract/code.ts'
import type { Coder } from '../../shared/contract/coder.ts'
import type { CodingToLook } from '../../shared/contract/text.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Kbd } from '../ui/kbd.tsx'
import './correcting.css'

export interface ToLookProps {
  rows: readonly CodingToLook[]
  codes: ReadonlyMap<Id, Code>
  coders: ReadonlyMap<Id, Coder>
  me: Id
  /** Words are selected to put one on. */
  hasSelection: boolean
  onGo: (coding: Id) => void
  onStands: (row: CodingToLook) => void
  onPlaceHere: (row: CodingToLook) => void
  onLetGo: (row: CodingToLook) => void
}

export function ToLook({ rows, codes, coders, me, hasSelection, onGo, onStands, onPlaceHere, onLetGo }: ToLookProps) {
  const say = useSay('correcting')
  if (rows.length === 0) return null
  const firstOwn = rows.find(row => row.coder === me)
  return (
    <section className="correcting-to-look" aria-label={say('looks')}>
      <h3>{say('looks')}<span className="ui-count">{rows.length}</span></h3>
      <ul>
        {rows.map(row => {
          const isGone = row.start === row.end
          const coder = coders.get(row.coder)
          return (
            <li key={row.id} className="correcting-row">
              <span className="correcting-row-head"><CodeSwatch colour={codes.get(row.code)?.colour ?? 1} /><strong>{codes.get(row.code)?.name}</strong><CoderRing small initials={coder?.initials ?? ''} name={coder?.name ?? ''} mine={row.coder === me} /></span>
              <del><span className="only-read-aloud">{say('was')} </span>{row.was}</del>
              {isGone
                ? <em>{say('gone')}</em>
                : <button type="button" className="correcting-becomes" onClick={() => onGo(row.id)}><span className="only-read-aloud">{say('becomes')} </span>{row.quote}</button>}
              {row.coder === me
                ? (
                  <span className="correcting-row-acts">
                    {!isGone && <Button small onPress={() => onStands(row)}>{say('look.stands')}</Button>}
                    <Button small isDisabled={!hasSelection} onPress={() => onPlaceHere(row)}>{say('look.here')}{row === firstOwn && <Kbd keys="B" />}</Button>
                    <Button small look="quiet" onPress={() => onLetGo(row)}>{say('look.letGo')}</Button>
                  </span>
                )
                : <span className="ui-hint">{say('look.theirs', { name: coder?.name ?? '…' })}</span>}
            </li>
          )
        })}
      </ul>
      {firstOwn && !hasSelection && <p className="ui-hint">{say('look.hint')}</p>}
    </section>
  )
}
