// What a correction will do to the codings, told while one writes.
import type { Code } from '../../shared/contract/code.ts'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import type { Foreseen, Foresight } from './foresee.ts'

export interface ForetoldProps {
  foresight: Foresight
  codes: ReadonlyMap<Id, Code>
  coders: ReadonlyMap<Id, Coder>
  isChanged: boolean
}

/** More stand in the count; one corrects a transcript in steps. */
const SHOWN = 40
const WORDS = 160

export function Foretold({ foresight: { same, corrected, look }, codes, coders, isChanged }: ForetoldProps) {
  const say = useSay('correcting')
  const row = (each: Foreseen) => <ForetoldRow key={each.coding.id} foreseen={each} code={codes.get(each.coding.code)} coder={coders.get(each.coding.coder)} />
  return (
    <aside className="correcting-foretold" aria-label={say('foretold')}>
      <p role="status" className="correcting-sum">
        {isChanged ? `${say('stay', { count: same + corrected.length })} ${say('look', { count: look.length })}` : say('unchanged', { count: same + corrected.length + look.length })}
      </p>
      {look.length > 0 && <><h2>{say('looks')}</h2><ul>{look.slice(0, SHOWN).map(row)}</ul></>}
      {corrected.length > 0 && <><h2>{say('corrected')}</h2><ul>{corrected.slice(0, SHOWN).map(row)}</ul></>}
      {look.length > SHOWN && <p className="ui-hint">{say('more', { count: look.length - SHOWN })}</p>}
    </aside>
  )
}

function ForetoldRow({ foreseen: { was, becomes }, code, coder }: { foreseen: Foreseen, code: Code | undefined, coder: Coder | undefined }) {
  const say = useSay('correcting')
  return (
    <li className="correcting-row">
      <span className="correcting-row-head"><CodeSwatch colour={code?.colour ?? 1} /><strong>{code?.name}</strong><CoderRing small initials={coder?.initials ?? ''} name={coder?.name ?? ''} /></span>
      <del><span className="only-read-aloud">{say('was')} </span>{short(was)}</del>
      {becomes === '' ? <em>{say('gone')}</em> : <ins><span className="only-read-aloud">{say('becomes')} </span>{short(becomes)}</ins>}
    </li>
  )
}

const short = (words: string): string => (words.length > WORDS ? `${words.slice(0, WORDS)}…` : words).replace(/\s+/g, ' ')
