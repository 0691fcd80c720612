// One fragment of a code that is being split, and where it goes.
import type { KeyboardEvent } from 'react'
import { useCoders } from '../api/use-me.ts'
import { storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { SplitFragment, SplitTarget } from './split-draft.ts'

export interface SplitRowProps {
  fragment: SplitFragment
  /** 1 for the first. */
  at: number
  targets: readonly SplitTarget[]
  to: string | null
  onSend: (to: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

export function SplitRow({ fragment: { first, codings }, at, targets, to, onSend, onKeyDown }: SplitRowProps) {
  const say = useSay('codebook')
  const coders = useCoders()
  const names = [...new Set(codings.map(({ coder }) => coders.get(coder)?.name ?? '…'))].join(', ')
  const choices = [{ id: 'stay', name: `0 ${say('split.stay')}` }, ...targets.map(({ id, name }, nth) => ({ id, name: `${nth + 1} ${name}` }))]
  return (
    // The keys of the row are for whoever works through the list; the choice itself is a group of radio buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- one walks from fragment to fragment with the arrows
    <li className="split-row" tabIndex={0} data-decided={to !== null || undefined} onKeyDown={onKeyDown} aria-label={say('split.row', { at, quote: first.quote })}>
      <p className="split-row-head"><a href={storyRoute(first.story, { text: first.text, start: first.start, end: first.end })}>{say('examples.story', { number: first.number })}</a> <span className="ui-hint">{names}</span></p>
      <p className="code-quote-words"><span>{first.before.trimStart()}</span><mark>{first.quote}</mark><span>{first.after.trimEnd()}</span></p>
      <RadioGroup label={say('split.where')} labelHidden asBar value={to} onChange={onSend} choices={choices} />
    </li>
  )
}
