// A code as the picker offers it: where it hangs, what it means, and how often it was given.
import { memo } from 'react'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import type { CodeOffer } from './code-search.ts'

/** Drawn anew only for another code: a letter moves most rows, and changes none. */
export const OfferFace = memo(function OfferFace({ offer: { code, path }, count, isStanding }: { offer: CodeOffer, count: number | undefined, isStanding: boolean }) {
  const say = useSay('coding')
  const formats = useFormats()
  return (
    <>
      <CodeSwatch colour={code.colour} />
      <span className="coding-picker-words">
        <span className="coding-picker-name">{path.length > 0 && <span className="coding-picker-path">{path.join(' › ')} › </span>}{code.name}</span>
        {code.definition && <span className="coding-picker-definition">{code.definition.split('\n', 1)[0]}</span>}
      </span>
      {isStanding && <span className="coding-picker-here">{say('picker.here')}</span>}
      {count !== undefined && <span className="coding-picker-count" title={say('picker.count', { count })}><span aria-hidden>{formats.number(count)}</span><span className="only-read-aloud">{say('picker.count', { count })}</span></span>}
    </>
  )
})
