// One story being read and coded: the texts, the selection and what is done with it, the chosen coding, and what stands beside.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../shared/contract/code.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Span } from '../../shared/anchoring/span.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import type { Passage } from '../app/route.ts'
import type { Step } from '../app/story-steps.ts'
import { ToLook } from '../correcting/to-look.tsx'
import { Versions } from '../correcting/versions.tsx'
import { useSay } from '../i18n/say.ts'
import type { ReaderSelection } from '../reader/types.ts'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { codeNamed, offersOf, pathOf } from './code-search.ts'
import { CodeShelf } from './code-shelf.tsx'
import { CodingCard } from './coding-card.tsx'
import { useCodingFaces } from './coding-faces.ts'
import { FindInStory, type Found } from './find-in-story.tsx'
import { inVivoName } from './in-vivo.ts'
import { CODE_PARCEL, codeDropped } from './parcels.ts'
import { withPending } from './pending.ts'
import { useRecentCodes } from './recent-codes.ts'
import { readingStyle, useReadingView, useShownFaces } from './reading-view.ts'
import { SelectionBar } from './selection-bar.tsx'
import { SidePanel, type MemoAsk, type SideTab } from './side-panel.tsx'
import { StoryHead } from './story-head.tsx'
import { StoryPicker, type Picking } from './story-picker.tsx'
import { StoryTexts } from './story-texts.tsx'
import { useLooks } from './use-looks.ts'
import { useArrivals } from './use-arrivals.ts'
import { useCodingWork } from './use-coding-work.ts'
import { useNudge, type Nudge } from './use-nudge.ts'
import { fragmentAt, fragmentOf, useReaders } from './use-readers.ts'
import { useReadingPlace } from './use-reading-place.ts'
import { useReshape } from './use-reshape.ts'
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

const NO_CODES: readonly Code[] = []
const NONE_FOUND: readonly Found[] = []
/** A story was open in this window before. */
let hasArrived = false

export function StoryWork({ project, story, me, neighbours, passage, landing, onStep, side, unfoldSide, nameOf, onCorrect }: StoryWorkProps) {
  const say = useSay('coding')
  const listed = useRead('code.list', {}).data ?? NO_CODES
  const signifiers = useRead('signifier.list', {}).data ?? []
  const coders = useCoders()
  const { write: mark } = useWrite('reading.mark')
  const work = useCodingWork(story, me)
  const readers = useReaders(story.texts[0]?.id)
  const [active, setActive] = useState<Id | null>(null)
  const [hovered, setHovered] = useState<Id | null>(null)
  const [picking, setPicking] = useState<Picking | null>(null)
  const [tab, setTab] = useState<SideTab>('teller')
  const [asked, setAsked] = useState<MemoAsk | null>(null)
  const [finding, setFinding] = useState(false)
  const [isComparing, setComparing] = useState(false)
  const [found, setFound] = useState<readonly Found[]>(NONE_FOUND)

  const codes = useMemo(() => new Map([...listed, ...work.comingCodes].map(code => [code.id, code])), [listed, work.comingCodes])
  const offers = useMemo(() => offersOf([...codes.values()]), [codes])
  const recent = useRecentCodes(project.id, me, codes)
  const textOf = useCallback((id: Id) => story.texts.find(text => text.id === id), [story.texts])
  const sendNudge = useCallback(({ coding, span }: Nudge) => {
    const text = textOf(work.codings.find(each => each.id === coding)?.text ?? '')
    if (text) work.move(coding, fragmentAt(text, span))
  }, [textOf, work])
  const { nudge, move: moveEnd } = useNudge(sendNudge)
  const shown = useMemo(() => (nudge ? withPending(work.codings, [{ is: 'changed', coding: nudge.coding, to: nudge.span }]).map(coding => ({ ...coding, pending: false })) : work.codings), [work.codings, nudge])
  const faces = useCodingFaces(shown, story.texts, codes, coders, me)
  const [view, setView] = useReadingView(me)
  const [isViewing, setViewing] = useState(false)
  const consensus = useMemo(() => [...coders.values()].find(coder => coder.role === 'consensus')?.id, [coders])
  const shownFaces = useShownFaces(faces, view, consensus)
  const byText = useMemo(() => Map.groupBy(shownFaces.filter(face => face.start < face.end), face => face.text), [shownFaces])
  const face = faces.find(({ id }) => id === active)
  const arrived = useArrivals(faces, tab === 'codings' && side !== null)
  const { selected, select, reach, reader, drop } = readers
  const looks = useLooks({ story, me, work, textOf, selected, active, onCorrect, onVersions: () => setComparing(true) })

  useViewActions(view, setView, face, () => setViewing(true), consensus !== undefined)
  useReshape({ face, faces, work, textOf, reader })

  useEffect(() => { if (active !== null && !faces.some(({ id }) => id === active)) setActive(null) }, [active, faces])
  const mainReader = useCallback(() => reader(), [reader])
  const onScroll = useReadingPlace(story, mainReader, passage !== null || landing !== null)
  useEffect(() => {
    if (!passage || !textOf(passage.text)) return
    const frame = requestAnimationFrame(() => reach(passage.text, passage, true))
    return () => cancelAnimationFrame(frame)
  }, [passage, reach, textOf])

  const onSelect = useCallback((text: Text, selection: ReaderSelection | null) => {
    select(text, selection)
    if (selection) setActive(null)
  }, [select])
  const activate = useCallback((coding: Id | null) => {
    setActive(coding)
    if (coding !== null) drop()
  }, [drop])
  const goToCoding = useCallback((coding: Id) => {
    const there = faces.find(({ id }) => id === coding)
    if (!there) return
    activate(coding)
    reach(there.text, there, false)
    // Where the next key finds it: cutting needs a caret inside.
    reader(there.text)?.putCaret(there.start)
  }, [faces, activate, reach, reader])
  // Going on by key takes the caret along; by the list the focus stays there.
  useLayoutEffect(() => {
    const goesOn = hasArrived && document.activeElement === document.body
    hasArrived = true
    if (goesOn) mainReader()?.focus()
  }, [mainReader])
  const landed = useRef<Id | null>(null)
  useEffect(() => {
    // Once: later changes of the codings must not take the coder back there.
    if (landing === null || landed.current === landing || !faces.some(({ id }) => id === landing)) return
    landed.current = landing
    requestAnimationFrame(() => goToCoding(landing))
  }, [landing, faces, goToCoding])
  const resize = useCallback((coding: Id, span: Span) => sendNudge({ coding, span }), [sendNudge])
  const backToText = () => readers.focus()

  const apply = (code: Code) => {
    if (!selected) return
    recent.used(code.id)
    void work.apply(fragmentOf(selected), code.id)
  }
  const applyNew = (name: string, parent: Id | null) => {
    if (selected) recent.used(work.applyNew(fragmentOf(selected), name, parent))
  }
  const onDrop = (event: DragEvent) => {
    const dropped = codeDropped(event, story.texts, reader, selected)
    if (!dropped) return
    event.preventDefault()
    recent.used(dropped.code)
    void work.apply(dropped.fragment, dropped.code)
  }
  const inVivo = () => {
    if (!selected) return
    const name = inVivoName(selected.selection.quote)
    const same = codeNamed(offers, name, null)
    if (same) apply(same)
    else applyNew(name, null)
  }
  const pick = () => {
    if (selected) {
      const rect = readers.measure()?.rect
      if (rect) setPicking({ is: 'apply', beside: rect })
    } else if (face?.mine) setPicking({ is: 'recode', coding: face.id, beside: document.querySelector('.coding-card-recode')?.getBoundingClientRect() ?? new DOMRect() })
  }
  const askMemo = () => {
    const quote = selected?.selection.quote.replace(/\s+/g, ' ')
    setAsked(face ? { about: 'coding', aboutId: face.id } : { about: 'story', aboutId: story.id, begin: quote ? `“${quote}”\n` : '' })
    setTab('memos')
    unfoldSide()
  }
  const markDone = async () => {
    const done = !story.reading.done
    const marked = await mark({ story: story.id, done })
    if (!marked.ok || !done) return
    const says = story.hidden > 0 ? say('revealed', { count: story.hidden }) : say('done', { number: story.number })
    sayInPassing({ says, about: 'done', ...(neighbours?.uncoded ? { act: { name: say('done.next'), onAct: () => onStep('uncoded') } } : {}) })
  }
  const walk = (way: 1 | -1) => {
    const at = shownFaces.findIndex(({ id }) => id === active)
    const next = at < 0 ? (way === 1 ? shownFaces[0] : shownFaces.at(-1)) : shownFaces[at + way]
    if (next) goToCoding(next.id)
  }
  const removeChosen = () => {
    if (!face?.mine) return
    setActive(null)
    work.remove([face.id])
    reader(face.text)?.focus()
  }
  useWorkActions({
    hasSelection: selected !== null, chosen: face ? (face.mine ? 'mine' : 'theirs') : null, isDone: story.reading.done, numbered: recent.numbered, last: recent.lastFirst[0],
    pick, inVivo, memo: askMemo, apply, walk, remove: removeChosen,
    nudge: (end, way, by) => {
      const text = face && textOf(face.text)
      if (face && text) moveEnd(face.id, text.body, face, end, way, by, story.language)
    },
    flag: flag => { if (face) work.flag(face.id, flag) },
    leave: () => { setActive(null); readers.focus() },
    done: () => void markDone(), find: () => setFinding(true), focusText: () => reader()?.focus(),
    step: onStep
  })

  return (
    <>
      <StoryHead project={project} story={story} me={me} neighbours={neighbours} onStep={onStep} onDone={() => void markDone()} onVersions={() => setComparing(true)} shown={view.shown} onView={() => setViewing(true)} onShared={consensus === undefined ? null : () => setView({ ...view, shown: view.shown === 'consensus' ? 'all' : 'consensus' })} />
      {finding && <FindInStory texts={story.texts} onFound={setFound} onReach={place => reach(place.text, place, true)} onClose={() => { setFinding(false); backToText() }} />}
      {story.hidden > 0 && <div className="story-hidden"><Notice>{say('hidden', { count: story.hidden })}</Notice></div>}
      <div className="story-page" style={readingStyle(view)} onScrollCapture={onScroll} onDragOver={event => { if (event.dataTransfer.types.includes(CODE_PARCEL)) event.preventDefault() }} onDrop={onDrop}>
        <StoryTexts
          story={story} signifiers={signifiers} byText={byText} active={active} hovered={hovered} found={found}
          onReader={readers.onReader} onActivate={activate} onSelect={onSelect} onResize={resize}
        />
        {face && (
          <CodingCard
            face={face} path={codes.has(face.codeId) ? pathOf(codes.get(face.codeId)!, codes) : []} onRecode={pick} onFlag={flag => work.flag(face.id, flag)}
            onMemo={askMemo} onRemove={removeChosen} onClose={() => { setActive(null); readers.focus() }}
          />
        )}
      </div>
      {selected && !picking && <SelectionBar measure={readers.measure} numbered={recent.numbered} onCode={pick} onInVivo={inVivo} onMemo={askMemo} onRecent={apply} />}
      {picking && (
        <StoryPicker
          picking={picking} offers={offers} lastFirst={recent.lastFirst} faces={faces} selected={selected}
          onPick={(code, stay) => {
            if (picking.is === 'recode') { work.recode(picking.coding, code.id); recent.used(code.id) }
            else apply(code)
            if (!stay || picking.is === 'recode') { setPicking(null); backToText() }
          }}
          onNew={(name, parent) => { applyNew(name, parent); setPicking(null); backToText() }}
          onClose={() => { setPicking(null); backToText() }}
        />
      )}
      {isViewing && <ViewDialog view={view} faces={faces} hasConsensus={consensus !== undefined} onChange={setView} onClose={() => setViewing(false)} />}
      {isComparing && <Versions story={story} coders={coders} nameOf={nameOf} isOpen onClose={() => setComparing(false)} />}
      {side && createPortal(
        <SidePanel story={story} signifiers={signifiers} faces={faces} arrived={arrived} active={active} tab={tab} onTab={setTab} asked={asked} onAsk={setAsked} onGo={goToCoding} onHover={setHovered}
          codes={<CodeShelf offers={offers} hasSelection={selected !== null} onApply={apply} />}
          toLook={<ToLook rows={looks.rows} codes={codes} coders={coders} me={me} hasSelection={selected !== null} onGo={goToCoding} onStands={looks.stands} onPlaceHere={looks.placeHere} onLetGo={looks.letGo} />}
        />,
        side
      )}
    </>
  )
}
