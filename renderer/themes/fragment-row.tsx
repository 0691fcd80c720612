// One passage in the reading list of a theme: its words in their context, who coded it, and what one finds of it.
import { ArrowLeftRight, CircleOff, Ellipsis, Star } from 'lucide-react'
import type { Code } from '../../shared/contract/code.ts'
import type { Side, ThemeFragment, Verdict } from '../../shared/contract/theme.ts'
import { cutBefore, cutBehind } from '../../shared/domain/context.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useCoders, useMe } from '../api/use-me.ts'
import { go, storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Chip } from '../ui/chip.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { VerdictBar } from './verdict-bar.tsx'

export interface FragmentRowProps {
  row: ThemeFragment
  codes: ReadonlyMap<Id, Code>
  isCurrent: boolean
  mayChange: boolean
  onStand: () => void
  onJudge: (verdict: Verdict | null) => void
  onSide: (side: Side) => void
  onTelling: () => void
}

export function FragmentRow({ row, codes, isCurrent, mayChange, onStand, onJudge, onSide, onTelling }: FragmentRowProps) {
  const say = useSay('themes')
  const coders = useCoders()
  const me = useMe()
  const { story, text, start, end, side } = row
  const what = say('part.fragment', { number: row.number, quote: row.quote.slice(0, 60) })
  const isPlaced = row.codings.some(({ placed }) => placed)
  return (
    // The row itself takes the focus, so that keys can judge it and go on.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <li className="theme-fragment" data-side={side} tabIndex={isCurrent ? 0 : -1} aria-label={what} aria-current={isCurrent || undefined} onFocus={onStand}>
      <p className="theme-fragment-from">
        <a href={storyRoute(story, { text, start, end })}>{say('story', { number: row.number })}</a>
        {[...new Set(row.codings.map(({ code }) => code))].map(code => <Chip key={code} colour={codes.get(code)?.colour}>{codes.get(code)?.name ?? '…'}</Chip>)}
        {[...new Set(row.codings.map(({ coder }) => coder))].map(coder => <CoderRing key={coder} small initials={coders.get(coder)?.initials ?? ''} name={coders.get(coder)?.name} mine={coder === me} />)}
        {side === 'contradicts' && <span className="theme-mark is-against"><ArrowLeftRight aria-hidden />{say('side.contradicts')}</span>}
        {side === 'apart' && <span className="theme-mark"><CircleOff aria-hidden />{say('side.apart')}</span>}
        {row.telling && <span className="theme-mark"><Star aria-hidden />{say('telling')}</span>}
      </p>
      <p className="theme-fragment-words"><span>{cutBefore(row.before, AROUND)}</span><mark>{row.quote}</mark><span>{cutBehind(row.after, AROUND)}</span></p>
      {row.note && <p className="theme-part-note">{row.note}</p>}
      <div className="theme-fragment-foot">
        {mayChange && <VerdictBar label={say('verdict.of', { what })} of="fragment" mine={row.mine} others={row.others} onJudge={onJudge} />}
        {mayChange && <Menu
          label={say('act.menu', { what })} placement="bottom end" trigger={<IconButton small name={say('act.menu', { what })} icon={<Ellipsis aria-hidden />} />}
          parts={[
            { acts: (['supports', 'contradicts', 'apart'] as const).filter(each => each !== side).map(each => ({ id: each, name: say(`act.${each}`), onAct: () => onSide(each) })) },
            { acts: [
              { id: 'telling', name: say(row.telling ? 'act.notTelling' : 'act.telling'), isDisabled: !isPlaced, more: isPlaced ? undefined : say('act.telling.first'), onAct: onTelling },
              { id: 'open', name: say('act.open.coding'), onAct: () => go(storyRoute(story, { text, start, end })) }
            ] }
          ]}
        />}
      </div>
    </li>
  )
}

/** Of what stands before and behind, less than comes with a fragment, so that it is seen when more was told. */
const AROUND = 60
