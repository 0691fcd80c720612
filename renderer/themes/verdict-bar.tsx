// One's own verdict in one press, and quietly those of colleagues: readings may differ, that is what the talk is for.
import { ToggleButton } from 'react-aria-components'
import type { Verdict } from '../../shared/contract/theme.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useCoders } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'

export interface VerdictBarProps {
  /** What is judged, for the reader of screens. */
  label: string
  of: 'fragment' | 'story'
  mine: Verdict | null
  others: readonly { coder: Id, verdict: Verdict }[]
  onJudge: (verdict: Verdict | null) => void
}

export const VERDICTS = { fragment: ['fits', 'doubt', 'out'], story: ['fits', 'doubt', 'out', 'against'] } as const satisfies Record<string, readonly Verdict[]>

export function VerdictBar({ label, of, mine, others, onJudge }: VerdictBarProps) {
  const say = useSay('themes')
  const coders = useCoders()
  return (
    <div className="theme-verdicts">
      <div role="group" aria-label={label} className="theme-verdict-bar">
        {VERDICTS[of].map((verdict, at) => (
          <ToggleButton key={verdict} className="theme-verdict" data-verdict={verdict} isSelected={mine === verdict} onChange={on => onJudge(on ? verdict : null)}>
            {say(`verdict.${of}.${verdict}`)}<kbd aria-hidden className="theme-verdict-key">{at + 1}</kbd>
          </ToggleButton>
        ))}
      </div>
      {others.length > 0 && (
        <ul className="theme-verdict-others" aria-label={say('verdict.others')}>
          {others.map(({ coder, verdict }) => (
            <li key={coder}><CoderRing small initials={coders.get(coder)?.initials ?? ''} name={coders.get(coder)?.name} /> {say(`verdict.${of}.${verdict}`)}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
