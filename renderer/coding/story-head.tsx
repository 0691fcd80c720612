// Above the story: which one it is, where it stands in the list, and whether you are done with it.
import { ALargeSmall, Check, ChevronLeft, ChevronRight, CircleDashed, Eye, History, Layers, MessagesSquare } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { isOwnName } from '../../shared/importing/content-hash.ts'
import { useCoders } from '../api/use-me.ts'
import { useReadersByStory } from '../api/use-others.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute } from '../app/route.ts'
import type { Step } from '../app/story-steps.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { ToTheme } from '../memos/to-theme.tsx'
import { Button } from '../ui/button.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { IconButton, IconToggle } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import type { ReadingView } from './reading-view.ts'
import { useRelease } from './use-release.ts'
import { useWithdrawAct } from './use-withdraw.tsx'

const TO_THEME = 'story-head-theme'

export interface StoryHeadProps {
  project: ProjectDetails
  story: Story
  me: Id
  neighbours: Output<'story.neighbours'> | undefined
  onStep: (step: Step) => void
  /** Null for who only reads. */
  onDone: (() => void) | null
  onVersions: () => void
  /** Which codings show in the text. */
  shown: ReadingView['shown']
  onView: () => void
  /** Shows what was agreed on, or everybody's own again; null where nothing was. */
  onShared: (() => void) | null
}

export function StoryHead({ project, story, me, neighbours, onStep, onDone, onVersions, shown, onView, onShared }: StoryHeadProps) {
  const say = useSay('coding')
  const themes = useSay('themes')
  const formats = useFormats()
  useActions([{ id: 'story.theme', part: say('part.story'), name: themes('to.story'), keys: ['Shift+T'], when: () => onDone !== null, run: () => document.querySelector<HTMLElement>(`.${TO_THEME}`)?.click() }])
  useRelease(story)
  useWithdrawAct(story)
  const coders = useCoders()
  const facts = [
    project.groups.find(group => group.id === story.group)?.name, project.waves.find(wave => wave.id === story.wave)?.name,
    isOwnName(story.sourceId) ? say('story.source', { id: story.sourceId }) : undefined,
    story.collectedOn === null ? undefined : formats.shortDate(Date.parse(story.collectedOn)), story.channel ?? undefined
  ].filter(Boolean)
  const version = Math.max(...story.texts.map(text => text.version))
  const others = story.doneBy.filter(id => id !== me)
  const readers = useReadersByStory().get(story.id) ?? []
  const together = useSay('together')
  const reading = readers.length === 1 ? together('here.readsThis', { name: readers[0]!.name }) : together('here.readThis', { names: formats.list(readers.map(({ name }) => name)) })
  return (
    <header className="story-head">
      <IconButton small name={say('story.previous')} shortcut="Shift+N" icon={<ChevronLeft aria-hidden />} isDisabled={!neighbours?.previous} onPress={() => onStep('previous')} />
      <IconButton small name={say('story.next')} shortcut="N" icon={<ChevronRight aria-hidden />} isDisabled={!neighbours?.next} onPress={() => onStep('next')} />
      <div className="story-head-facts">
        <div className="story-head-name">
          <h1>{say('story', { number: story.number })}</h1>
          {version > 1 && <Button small look="quiet" className="story-head-version" onPress={onVersions}>{say('story.version', { n: version })}</Button>}
          {neighbours && neighbours.place > 0 && <span className="story-head-place">{say('story.place', { n: formats.number(neighbours.place), total: formats.number(neighbours.total) })}</span>}
          <a className="story-head-history" href={formatRoute({ place: 'geschiedenis', query: { verhaal: story.id } })} aria-label={say('story.history')} title={say('story.history')}><History aria-hidden /></a>
        </div>
        <p className="story-head-what" title={facts.join(' · ')}>{facts.join(' · ')}</p>
      </div>
      {story.released && <span className="story-head-released">{say('released')}</span>}
      {readers.length > 0 && (
        <span className="story-head-here" title={reading}>
          <Eye aria-hidden /><span className="story-head-here-words">{reading}</span>
        </span>
      )}
      {others.length > 0 && (
        <span className="story-head-others" title={say('story.doneBy')}>
          {others.map(id => <CoderRing key={id} small initials={coders.get(id)?.initials ?? ''} name={say('story.doneByOne', { name: coders.get(id)?.name ?? '…' })} />)}
        </span>
      )}
      {onShared && <IconToggle small name={say('view.shared.short')} shortcut="I" isSelected={shown === 'consensus'} icon={<MessagesSquare aria-hidden />} onChange={onShared} />}
      {shown !== 'all' && <Button small look="quiet" onPress={onView}>{say(`view.shown.${shown}`)}</Button>}
      {onDone && <ToTheme target={{ story: story.id }} placement="bottom end" trigger={<IconButton small className={TO_THEME} name={themes('to.story')} shortcut="Shift+T" icon={<Layers aria-hidden />} />} />}
      <IconButton small name={say('view')} shortcut="Y" icon={<ALargeSmall aria-hidden />} onPress={onView} />
      {onDone && (
        <Button small look={story.reading.done ? 'quiet' : 'plain'} aria-pressed={story.reading.done} icon={story.reading.done ? <Check aria-hidden /> : <CircleDashed aria-hidden />} onPress={onDone}>
          {say(story.reading.done ? 'story.isDone' : 'story.done')}<Kbd keys="D" />
        </Button>
      )}
    </header>
  )
}
