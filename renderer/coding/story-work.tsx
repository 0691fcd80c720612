// One story being read and coded: the texts, the selection and what is done with it, the chosen coding, and what stands beside.
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Output } from '../../shared/contract/index.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Span } from '../../shared/anchoring/span.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { UNDO } from '../api/call.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { formatRoute, go, type Passage } from '../app/route.ts'
import type { Step } from '../app/story-steps.ts'
import { ToLook } from '../correcting/to-look.tsx'
import { Versions } from '../correcting/versions.tsx'
import { useSay } from '../i18n/say.ts'
import type { ReaderSelection } from '../reader/types.ts'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { CalmStart } from './calm-start.tsx'
import { pathOf } from './code-search.ts'
import { CodeShelf } from './code-shelf.tsx'
import { CodingCard } from './coding-card.tsx'
import { FindInStory, type Found } from './find-in-story.tsx'
import { CODE_PARCEL } from './parcels.ts'
import { useRecentCodes } from './recent-codes.ts'
import { readingStyle, useReadingView } from './reading-view.ts'
import { SaidAloud } from './said-aloud.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { SidePanel, type MemoAsk, type SideTab } from './side-panel.tsx'
import { StoryHead } from './story-head.tsx'
import { StoryPicker } from './story-picker.tsx'
import { StoryTexts } from './story-texts.tsx'
import { useArrivals } from './use-arrivals.ts'
import { useChosen } from './use-chosen.ts'
import { useGiving } from './use-giving.ts'
import { useLooks } from './use-looks.ts'
import { useReaders } from './use-readers.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useReshape } from './use-reshape.ts'
import { useStoryCodings } from './use-story-codings.ts'
import { useViewActions } from './use-view-actions.ts'
import { useWorkActions } from './use-work-actions.ts'
import { ViewDialog } from './view-dialog.tsx'

export interface StoryWorkProps {
  project: ProjectDetails
  story: Story
  me: Id
  neighbours: Output<'story.neighbours'> | undefined
  /** Where the address points, to land on. */
  passage: Passage | null
  /** A coding the address points at instead. */
  landing: Id | null
  onStep: (step: Step) => void
  /** Where the panel beside the story goes; null while it is folded. */
  side: HTMLElement | null
  unfoldSide: () => void
  /** What a text is called: the question of an answer, null for the story itself. */
  nameOf: (text: Text) => string | null
  onCorrect: () => void
}

const NONE_FOUND: readonly Found[] = []
/** A story was open in this window before. */
let hasArrived = false

export function StoryWork({ project, story, me, neighbours, passage, landing, onStep, side, unfoldSide, nameOf, onCorrect }: StoryWorkProps) {
  const say = useSay('coding')
  const signifiers = useRead('signifier.list', {}).data ?? []
  const mayCode = useMay('code')
  const suggests = useRead('search.state', {}, { when: mayCode }).data?.suggestions ?? false
  const { write: mark } = useWrite('reading.mark')
  const readers = useReaders(story.texts[0]?.id)
  const [hovered, setHovered] = useState<Id | null>(null)
  const [tab, setTab] = useState<SideTab>('teller')
  const [asked, setAsked] = useState<MemoAsk | null>(null)
  const [opened, setOpened] = useState<'find' | 'versions' | 'view' | null>(null)
  const [found, setFound] = useState<readonly Found[]>(NONE_FOUND)
  const close = () => setOpened(null)
  const openVersions = () => setOpened('versions')
  const openView = () => setOpened('view')

  const [view, setView] = useReadingView(me)
  const codings = useStoryCodings(story, me, view)
  const { work, codes, offers, coders, faces, byText, textOf, sendNudge, moveEnd, consensus } = codings
  const { selected, select, reach, reader } = readers
  const chosen = useChosen({ faces, shown: codings.shown, readers, landing })
  const { face, choose } = chosen
  const recent = useRecentCodes(project.id, me, codes)
  const giving = useGiving({ story, face, recent, readers, codings })
  const arrived = useArrivals(faces, tab === 'codings' && side !== null)
  const looks = useLooks({ story, me, work, textOf, selected, active: chosen.id, mayCode, onCorrect, onVersions: openVersions })
  useViewActions(view, setView, face, openView, consensus !== undefined)
  useReshape({ face, faces, work, textOf, reader })

  const mainReader = useCallback(() => reader(), [reader])
  const onScroll = useReadingPlace(story, mainReader, passage !== null || landing !== null)
  useEffect(() => {
    if (!passage || !textOf(passage.text)) return
    const frame = requestAnimationFrame(() => reach(passage.text, passage, true))
    return () => cancelAnimationFrame(frame)
  }, [passage, reach, textOf])
  // Going on by key takes the caret along; by the list the focus stays there.
  useLayoutEffect(() => {
    const goesOn = hasArrived && document.activeElement === document.body
    hasArrived = true
    if (goesOn) mainReader()?.focus()
  }, [mainReader])

  const onSelect = useCallback((text: Text, selection: ReaderSelection | null) => {
    select(text, selection)
    if (selection) choose(null)
  }, [select, choose])
  const resize = useCallback((coding: Id, span: Span) => sendNudge({ coding, span }), [sendNudge])
  const leave = () => { choose(null); readers.focus() }
  const remove = () => {
    if (!face?.mine) return
    choose(null)
    work.remove([face.id])
    reader(face.text)?.focus()
  }
  const askMemo = () => {
    const quote = selected?.selection.quote.replace(/\s+/g, ' ')
    setAsked(face ? { about: 'coding', aboutId: face.id } : { about: 'story', aboutId: story.id, begin: quote ? `“${quote}”\n` : '' })
    setTab('memos')
    unfoldSide()
  }
  const seekAlike = () => { if (selected) go(formatRoute({ place: 'zoeken', query: { lijkt: `${selected.text.id}:${selected.selection.start}-${selected.selection.end}` } })) }
  const markDone = async () => {
    const done = !story.reading.done
    const marked = await mark({ story: story.id, done })
    if (!marked.ok || !done) return
    const says = story.hidden > 0 ? say('revealed', { count: story.hidden }) : say('done', { number: story.number })
    sayInPassing({ says, about: UNDO, ...(neighbours?.uncoded ? { act: { name: say('done.next'), onAct: () => onStep('uncoded') } } : {}) })
  }
  useWorkActions({
    mayCode, hasSelection: selected !== null, chosen: face ? (face.mine ? 'mine' : 'theirs') : null, isDone: story.reading.done, numbered: recent.numbered, last: recent.lastFirst[0],
    pick: giving.pick, inVivo: giving.inVivo, memo: askMemo, alike: suggests ? seekAlike : null, apply: giving.apply, walk: chosen.walk, remove, leave,
    nudge: (end, way, by) => {
      const text = face && textOf(face.text)
      if (face && text) moveEnd(face.id, text.body, face, end, way, by, story.language)
    },
    flag: flag => { if (face) work.flag(face.id, flag) },
    done: () => void markDone(), find: () => setOpened('find'), focusText: () => reader()?.focus(), step: onStep
  })

  return (
    <>
      <StoryHead project={project} story={story} me={me} neighbours={neighbours} onStep={onStep} onDone={mayCode ? () => void markDone() : null} onVersions={openVersions} shown={view.shown} onView={openView} onShared={consensus === undefined ? null : () => setView({ ...view, shown: view.shown === 'consensus' ? 'all' : 'consensus' })} />
      {opened === 'find' && <FindInStory texts={story.texts} onFound={setFound} onReach={place => reach(place.text, place, true)} onClose={() => { close(); readers.focus() }} />}
      {story.hidden > 0 && <div className="story-hidden"><Notice>{say('hidden', { count: story.hidden })}</Notice></div>}
      <CalmStart coders={coders} me={me} isMineOnly={view.shown === 'mine'} onAll={() => setView({ ...view, shown: 'all' })} />
      <div className="story-page" style={readingStyle(view)} onScrollCapture={onScroll} onDragOver={event => { if (event.dataTransfer.types.includes(CODE_PARCEL)) event.preventDefault() }} onDrop={giving.onDrop}>
        <StoryTexts
          story={story} signifiers={signifiers} byText={byText} active={chosen.id} hovered={hovered} found={found}
          onReader={readers.onReader} onActivate={choose} onSelect={onSelect} onResize={resize}
        />
        {face && (
          <CodingCard
            face={face} mayCode={mayCode} path={codes.has(face.codeId) ? pathOf(codes.get(face.codeId)!, codes) : []} onRecode={giving.pick} onFlag={flag => work.flag(face.id, flag)}
            onMemo={askMemo} onRemove={remove} onClose={leave}
          />
        )}
      </div>
      <SaidAloud faces={faces} chosen={face ?? null} selected={selected} />
      {mayCode && selected && !giving.picking && (
        <SelectionBar measure={readers.measure} numbered={recent.numbered} onCode={giving.pick} onInVivo={giving.inVivo} onMemo={askMemo} onAlike={suggests ? seekAlike : null} onRecent={giving.apply} />
      )}
      {giving.picking && <StoryPicker picking={giving.picking} offers={offers} lastFirst={recent.lastFirst} faces={faces} selected={selected} onPick={giving.picked} onNew={giving.pickedNew} onClose={giving.leavePicker} />}
      {opened === 'view' && <ViewDialog view={view} faces={faces} hasConsensus={consensus !== undefined} onChange={setView} onClose={close} />}
      {opened === 'versions' && <Versions story={story} coders={coders} nameOf={nameOf} isOpen onClose={close} />}
      {side && createPortal(
        <SidePanel story={story} signifiers={signifiers} faces={faces} shown={codings.shown} arrived={arrived} active={chosen.id} tab={tab} onTab={setTab} asked={asked} onAsk={setAsked} onGo={chosen.goTo} onHover={setHovered}
          codes={<CodeShelf offers={offers} mayCode={mayCode} hasSelection={selected !== null} onApply={giving.apply} />}
          toLook={<ToLook rows={looks.rows} codes={codes} coders={coders} me={me} hasSelection={selected !== null} onGo={chosen.goTo} onStands={looks.stands} onPlaceHere={looks.placeHere} onLetGo={looks.letGo} />}
        />,
        side
      )}
    </>
  )
}
