// One theme in full: the sentence it is about, what is in and out, and it held against its fragments and against every story.
import { ArrowLeft, Presentation, Trash2 } from 'lucide-react'
import { ThemePhase } from '../../shared/domain/phase.ts'
import type { Theme } from '../../shared/contract/theme.ts'
import { useRead } from '../api/hooks.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { MemoPanel } from '../memos/memo-panel.tsx'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { KeptText } from '../ui/kept-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { FragmentReview } from './fragment-review.tsx'
import { remarksOn } from './notices.ts'
import { StoryReview } from './story-review.tsx'
import { themeRoute } from './theme-route.ts'
import { useLayer } from './use-layer.ts'
import type { ThemeDesk, ThemePatch } from './use-themes.ts'

const PARTS = ['kern', 'fragmenten', 'verhalen', 'bewijs', 'memos'] as const
type Part = typeof PARTS[number]
const KEYS: Record<Part, string> = { kern: 'c', fragmenten: 'f', verhalen: 'v', bewijs: 'w', memos: 'm' }

export function ThemeSheet({ theme, desk, onGone }: { theme: Theme, desk: ThemeDesk, onGone: () => void }) {
  const say = useSay('themes')
  const route = useRoute()
  const part: Part = PARTS.find(each => each === route.query.deel) ?? 'kern'
  const layer = useLayer()
  const evidence = useRead('theme.evidence', { theme: theme.id, layer }, { when: layer !== undefined }).data
  const memos = useRead('memo.list', { about: 'theme', aboutId: theme.id }).data
  const open = (to: Part) => go(themeRoute(theme.id, to === 'kern' ? undefined : to), { replace: true })
  const remove = () => void desk.remove(theme).then(done => { if (done) onGone() })
  useActions([
    ...PARTS.map(to => ({ id: `theme.part.${to}`, part: say('part'), name: say(`tab.${to}`), keys: [KEYS[to]], run: () => open(to) })),
    { id: 'theme.remove', part: say('part'), name: say('remove'), when: () => desk.mayChange, run: remove }
  ])
  return (
    <div className="theme-sheet" data-code={theme.colour}>
      <header className="theme-sheet-head">
        <a className="theme-back" href={formatRoute({ place: 'themas' })}><ArrowLeft aria-hidden />{say('back')}</a>
        <h1><CodeSwatch colour={theme.colour} />{theme.name}</h1>
        {part !== 'kern' && theme.concept && <p className="theme-concept">{theme.concept}</p>}
      </header>
      <Tabs<Part>
        label={theme.name} className="theme-tabs" value={part} onChange={open}
        tabs={[
          { id: 'kern', name: say('tab.kern'), content: <Core theme={theme} desk={desk} onRemove={remove} /> },
          { id: 'fragmenten', name: say('tab.fragmenten'), count: evidence && evidence.supports.fragments + evidence.contradicts.fragments + evidence.apart, content: <FragmentReview theme={theme} desk={desk} /> },
          { id: 'verhalen', name: say('tab.verhalen'), content: <StoryReview theme={theme} desk={desk} /> },
          { id: 'bewijs', name: say('tab.bewijs'), content: <EvidencePanel theme={theme} /> },
          { id: 'memos', name: say('tab.memos'), count: memos?.length, content: <MemoPanel about="theme" aboutId={theme.id} title={say('tab.memos')} hint={say('memo.hint')} /> }
        ]}
      />
    </div>
  )
}

/** What the theme is, in the words of the group; the sentence comes first. */
function Core({ theme, desk, onRemove }: { theme: Theme, desk: ThemeDesk, onRemove: () => void }) {
  const say = useSay('themes')
  const layer = useLayer()
  const evidence = useRead('theme.evidence', { theme: theme.id, layer }, { when: layer !== undefined }).data
  const remarks = remarksOn(theme, evidence)
  const isReadOnly = !desk.mayChange
  const keep = (patch: ThemePatch) => void desk.change(theme.id, patch)
  return (
    <div className="theme-core">
      <KeptText isReadOnly={isReadOnly} className="theme-core-sentence" label={say('concept')} hint={say('concept.help')} placeholder={say('concept.hint')} lines={2} value={theme.concept} onKeep={concept => keep({ concept })} />
      {remarks.length > 0 && <Notice><ul className="theme-remarks">{remarks.map(remark => <li key={remark}>{say(`remark.${remark}`)}</li>)}</ul></Notice>}
      <div className="theme-pair">
        <KeptText isReadOnly={isReadOnly} label={say('inside')} placeholder={say('inside.hint')} lines={3} value={theme.inside} onKeep={inside => keep({ inside })} />
        <KeptText isReadOnly={isReadOnly} label={say('outside')} placeholder={say('outside.hint')} lines={3} value={theme.outside} onKeep={outside => keep({ outside })} />
        <KeptText isReadOnly={isReadOnly} label={say('tensions')} placeholder={say('tensions.hint')} lines={3} value={theme.tensions} onKeep={tensions => keep({ tensions })} />
        <KeptText isReadOnly={isReadOnly} label={say('counter')} placeholder={say('counter.hint')} lines={3} value={theme.counter} onKeep={counter => keep({ counter })} />
      </div>
      <KeptText isReadOnly={isReadOnly} label={say('name')} value={theme.name} isNeeded onKeep={name => keep({ name })} />
      <RadioGroup<ThemePhase> isDisabled={isReadOnly} label={say('phase')} hint={say('phase.hint')} asBar value={theme.phase} onChange={phase => keep({ phase })} choices={ThemePhase.options.map(id => ({ id, name: say(`phase.${id}`) }))} />
      <div>
        <Button look="quiet" icon={<Presentation aria-hidden />} onPress={() => go(formatRoute({ place: 'sessie', query: { thema: theme.id } }))}>{say('pack')}</Button>
        {desk.mayChange && <Button look="quiet" icon={<Trash2 aria-hidden />} onPress={onRemove}>{say('remove')}</Button>}
      </div>
    </div>
  )
}
