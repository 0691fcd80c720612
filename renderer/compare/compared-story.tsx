// One story compared: the words once, a lane for every coder, and, in the pane beside it, its places with what one can do there.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { BookOpenText, Check, ChevronLeft, ChevronRight, CircleDashed } from 'lucide-react'
import type { Id } from '../../shared/domain/ids.ts'
import { readTurns } from '../../shared/text/turns.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { go, storyRoute, type Passage } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { ComparingReader, type ComparingReaderHandle } from '../reader/comparing-reader.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { mayCode, type Around } from './around.ts'
import { Places } from './places.tsx'
import { useAgree } from './use-agree.ts'
import { useCompareKeys } from './use-compare-keys.ts'
import { useComparison, type Comparison, type Place } from './use-comparison.ts'

export interface ComparedStoryProps { around: Around, story: Id, passage: Passage | null, side: HTMLElement | null, unfoldSide: () => void, onStep: (way: 1 | -1) => void }

export function ComparedStory(props: ComparedStoryProps) {
  const say = useSay('compare')
  const comparison = useComparison(props.around, props.story)
  const { error } = useRead('story.read', { story: props.story })
  if (error && !comparison) return <div className="compare-panel"><Notice>{failureWords(failureOf(error))}</Notice></div>
  if (!comparison) return <div className="compare-panel"><Skeleton label={say('loading')} lines={8} /></div>
  return <Compared {...props} comparison={comparison} />
}

const LOOKS = ['same', 'edges', 'some', 'other'] as const

function Compared({ around, passage, side, unfoldSide, onStep, comparison }: ComparedStoryProps & { comparison: Comparison }) {
  const say = useSay('compare')
  const { story, places, readers, isShut, isDiscussed, lanesOf } = comparison
  const signifiers = useRead('signifier.list', {}).data
  const [active, setActive] = useState<string | null>(null)
  const [talking, setTalking] = useState(false)
  const handles = useRef(new Map<Id, ComparingReaderHandle>())
  const agree = useAgree(comparison)
  const may = mayCode(around)
  const listed = useMemo(() => places.filter(({ kind }) => kind !== 'same' || !around.choices.onlyDifferences), [places, around.choices.onlyDifferences])
  const chosen = places.find(({ id }) => id === active)
  const spotOf = useCallback((coding: Id) => places.find(({ codes }) => codes.some(({ codings }) => codings.includes(coding)))?.id ?? null, [places])
  const choose = useCallback((id: string | null) => {
    setActive(id)
    setTalking(false)
    if (id !== null) unfoldSide()
  }, [unfoldSide])
  const reach = useCallback((place: Place | undefined) => {
    if (!place) return
    choose(place.id)
    handles.current.get(place.text)?.reach(place)
  }, [choose])
  const walk = (way: 1 | -1) => {
    const at = listed.findIndex(({ id }) => id === active)
    reach(at < 0 ? (way === 1 ? listed[0] : listed.at(-1)) : listed[at + way])
  }
  // Came here for one place, once it stands on the page.
  const landed = useRef<Passage | null>(null)
  useEffect(() => {
    if (!passage || landed.current === passage) return
    const there = places.find(({ text, start, end }) => text === passage.text && start < passage.end && passage.start < end)
    if (!there) return
    landed.current = passage
    const frame = requestAnimationFrame(() => reach(there))
    return () => cancelAnimationFrame(frame)
  }, [passage, places, reach])
  useCompareKeys({ places, chosen, may, isShut, comparison, agree, walk, step: onStep, talk: () => setTalking(true), leave: () => choose(null) })

  const [main, ...answers] = story.texts
  const page = (text: typeof main, label: string, look: 'page' | 'note', foot?: React.ReactNode) => text && (
    <ComparingReader
      key={text.id} ref={handle => { if (handle) handles.current.set(text.id, handle); else handles.current.delete(text.id) }}
      textId={text.id} revision={text.revision} body={text.body} language={story.language ?? 'nl'} label={label} look={look} foot={foot}
      lanes={look === 'page' ? lanesOf(text.id) : []} spots={spotsIn(places, text.id)} active={active} onActivate={choose} spotOf={spotOf} turns={readTurns(text.body)}
    />
  )
  const foot = answers.length > 0 && (
    <div className="reader-page story-answers">
      <div>
        {answers.map(text => {
          const question = signifiers?.find(({ id }) => id === text.signifier)?.title ?? ''
          return <section key={text.id} className="story-answer"><h2>{question}</h2>{page(text, question, 'note')}</section>
        })}
      </div>
    </div>
  )
  return (
    <>
      <header className="compare-story-head">
        <IconButton small name={say('story.previous')} shortcut="Shift+N" icon={<ChevronLeft aria-hidden />} onPress={() => onStep(-1)} />
        <IconButton small name={say('story.next')} shortcut="N" icon={<ChevronRight aria-hidden />} onPress={() => onStep(1)} />
        <h2>{say('story', { number: story.number })}</h2>
        <ul className="compare-legend" aria-hidden>{LOOKS.map(look => <li key={look} data-look={look}>{say(`legend.${look}`)}</li>)}</ul>
        <IconButton small name={say('story.read')} icon={<BookOpenText aria-hidden />} onPress={() => go(storyRoute(story.id))} />
        {may && !isShut && readers.length > 1 && (
          <Button small look={isDiscussed ? 'quiet' : 'plain'} aria-pressed={isDiscussed} isDisabled={agree.isBusy} icon={isDiscussed ? <Check aria-hidden /> : <CircleDashed aria-hidden />} onPress={() => void agree.discuss(!isDiscussed)}>
            {say(isDiscussed ? 'story.discussed' : 'story.discuss')}
          </Button>
        )}
      </header>
      {isShut ? <div className="compare-panel"><Notice act={<Button small onPress={() => go(storyRoute(story.id))}>{say('story.read')}</Button>}>{say('story.shut')}</Notice></div>
        : readers.length < 2 ? <div className="compare-panel"><Notice>{say('story.one')}</Notice></div>
          : <div className="story-page">{page(main, say('story', { number: story.number }), 'page', foot)}</div>}
      {side && !isShut && createPortal(
        <Places
          around={around} comparison={comparison} listed={listed} active={active} agree={agree} may={may} isTalking={talking}
          onChoose={id => reach(places.find(place => place.id === id))} onLeave={() => choose(null)} onTalk={setTalking}
        />, side)}
    </>
  )
}

const spotsIn = (places: readonly Place[], text: Id) => places.filter(place => place.text === text).map(({ id, start, end, kind }) => ({ id, start, end, look: kind }))
