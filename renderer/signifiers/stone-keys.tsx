// The stones of a question by number and name, how often each was placed; pressing one shows where it lay in every story.
import type { Id } from '../../shared/domain/ids.ts'
import type { PatternPart } from '../../shared/contract/pattern.ts'
import { ToggleButton } from 'react-aria-components'
import { useSay } from '../i18n/say.ts'

export function StoneKeys({ stones, spreads, chosen, isFlat, onChoose }: { stones: readonly { id: Id, name: string }[], spreads: PatternPart['stones'], chosen: Id | null, isFlat: boolean, onChoose: (id: Id | null) => void }) {
  const say = useSay('patterns')
  if (isFlat) return null // the ranked list names its stones itself
  return (
    <ol className="patterns-stones" aria-label={say('stones')}>
      {stones.map(({ id, name }, at) => (
        <li key={id}>
          <ToggleButton className="patterns-stone" isSelected={id === chosen} onChange={isOn => onChoose(isOn ? id : null)}>
            <b>{at + 1}</b> {name} <span className="chart-n">{say('stones.placed', { count: spreads[at]?.placed ?? 0 })}</span>
          </ToggleButton>
        </li>
      ))}
    </ol>
  )
}
