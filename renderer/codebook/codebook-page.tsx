// The codebook: the tree of codes at the left, one code in full at the right. Never locked; everything can be undone.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import { Plus } from 'lucide-react'
import type { Id } from '../../shared/domain/ids.ts'
import { usePreference } from '../api/preferences.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SplitPane } from '../ui/split-pane.tsx'
import { Tree } from '../ui/tree.tsx'
import { CodeDetail } from './code-detail.tsx'
import { CodeRow } from './code-row.tsx'
import { allIds, dress, dropTarget, pathOf, searchTree, treeOf, type DressedNode } from './code-tree.ts'
import { CodebookMenu } from './codebook-menu.tsx'
import { CodebookPrint } from './codebook-print.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NameDialog } from './name-dialog.tsx'
import { PointersPage } from './pointers-page.tsx'
import { RetireDialog } from './retire-dialog.tsx'
import { SplitPage } from './split-page.tsx'
import { useCodebook } from './use-codebook.ts'
import './codebook.css'

type Asking = { is: 'new', parent: Id | null } | { is: 'rename' } | { is: 'merge' } | { is: 'retire' } | { is: 'import' }
const Folded = z.array(z.string())
const NONE: string[] = []

export default function CodebookPage() {
  const say = useSay('codebook')
  const book = useCodebook()
  const [asking, setAsking] = useState<Asking | null>(null)
  const route = useRoute()
  // On the way to another place this one still stands for a moment: the address is no longer about it.
  const isHere = route.place === 'codes'
  const [first, view] = isHere ? route.rest : []
  // A word instead of a code: the codebook as a whole, seen otherwise.
  const whole = first === 'op-papier' || first === 'valt-op' ? first : null
  const current = whole ? null : first ?? null
  const codes = book.codes ?? []
  const code = codes.find(({ id }) => id === current)
  const open = useCallback((id: Id) => go(formatRoute({ place: 'codes', rest: [id] })), [])
  const ask = (is: Asking) => () => setAsking(is)
  const close = () => setAsking(null)
  const count = code && book.counts.get(code.id)
  const splitUp = () => { if (code) go(formatRoute({ place: 'codes', rest: [code.id, 'splitsen'] })) }
  // Nothing to show beforehand where nothing was coded with it.
  const retire = () => { if (code) { if (count && count.codings > 0) setAsking({ is: 'retire' }); else book.retire(code) } }
  useActions([
    { id: 'code.new', part: say('part'), name: say('new'), keys: ['n'], when: () => book.mayChange, run: ask({ is: 'new', parent: code?.parent ?? null }) },
    { id: 'code.child', part: say('part'), name: say('child'), keys: ['Shift+N'], when: () => book.mayChange && code !== undefined, run: ask({ is: 'new', parent: code?.id ?? null }) },
    { id: 'code.rename', part: say('part'), name: say('rename'), keys: ['F2'], when: () => book.mayChange && code !== undefined, run: ask({ is: 'rename' }) },
    { id: 'code.merge', part: say('part'), name: say('merge'), when: () => book.mayChange && code !== undefined, run: ask({ is: 'merge' }) },
    { id: 'code.retire', part: say('part'), name: say('retire'), when: () => book.mayChange && code !== undefined && !code.retired, run: retire },
    { id: 'code.split', part: say('part'), name: say('split'), when: () => book.mayChange && code !== undefined && !code.retired, run: splitUp },
    { id: 'codebook.pointers', part: say('part'), name: say('pointers'), run: () => go(formatRoute({ place: 'codes', rest: ['valt-op'] })) },
    { id: 'codebook.print', part: say('part'), name: say('print'), run: () => go(formatRoute({ place: 'codes', rest: ['op-papier'] })) },
    { id: 'codebook.import', part: say('part'), name: say('import'), when: () => book.mayChange, run: ask({ is: 'import' }) },
    { id: 'code.restore', part: say('part'), name: say('restore'), when: () => book.mayChange && (code?.retired ?? false), run: () => { if (code) book.restore(code) } }
  ])
  if (!book.codes) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  return (
    <>
      <SplitPane
        remember="codes"
        left={{ name: say('tree'), width: 380, min: 260, max: 640, content: <CodeTree book={book} isHere={isHere && !whole} onImport={ask({ is: 'import' })} current={current} onOpen={open} onNew={ask({ is: 'new', parent: null })} /> }}
      >
        {/* What is opened begins at its beginning. */}
        <div key={`${code?.id ?? whole} ${view}`} className="code-page">
          {whole === 'valt-op' && <PointersPage codes={codes} />}
          {whole === 'op-papier' && <CodebookPrint codes={codes} counts={book.counts} />}
          {code && view === 'splitsen' && book.mayChange && <SplitPage code={code} codes={codes} />}
          {code && (view !== 'splitsen' || !book.mayChange) && (
            <CodeDetail
              code={code} path={pathOf(codes, code)} codes={codes} count={count} book={book} onSplit={splitUp} onRetire={retire}
              onSibling={ask({ is: 'new', parent: code.parent })} onChild={ask({ is: 'new', parent: code.id })} onMerge={ask({ is: 'merge' })}
            />
          )}
          {!code && !whole && (codes.length === 0
            ? <EmptyState isPage title={say('empty.title')} says={say('empty')} act={book.mayChange && <Button look="primary" onPress={ask({ is: 'new', parent: null })}>{say('new')}</Button>} />
            : <><h1 className="only-read-aloud">{say('title')}</h1><EmptyState says={say('choose')} /></>)}
        </div>
      </SplitPane>
      {asking?.is === 'new' && (
        <NameDialog
          title={asking.parent === null ? say('new') : say('new.under', { parent: codes.find(({ id }) => id === asking.parent)?.name ?? '…' })} onClose={close}
          onName={async name => { const made = await book.create(name, asking.parent); if (made) open(made); return made !== null }}
        />
      )}
      {asking?.is === 'rename' && code && <NameDialog title={say('rename')} name={code.name} onClose={close} onName={name => book.change(code.id, { name })} />}
      {asking?.is === 'import' && <ImportDialog codes={codes} onClose={close} />}
      {asking?.is === 'retire' && code && count && <RetireDialog code={code} count={count} onRetire={() => book.retire(code)} onClose={close} />}
      {asking?.is === 'merge' && code && (
        <MergeDialog
          code={code} codes={codes} count={count} onClose={close}
          onMerge={async into => { close(); if (await book.merge(code, into)) open(into.id) }}
        />
      )}
    </>
  )
}

interface CodeTreeProps {
  book: ReturnType<typeof useCodebook>
  isHere: boolean
  current: Id | null
  onOpen: (code: Id) => void
  onNew: () => void
  onImport: () => void
}

function CodeTree({ book, isHere, current, onOpen, onNew, onImport }: CodeTreeProps) {
  const say = useSay('codebook')
  const [words, setWords] = useState('')
  const [withRetired, setWithRetired] = useState(false)
  const [folded, setFolded] = usePreference('codes.folded', Folded, NONE)
  const codes = useMemo(() => book.codes ?? [], [book.codes])
  const retired = codes.filter(code => code.retired).length
  const nodes = useMemo(() => searchTree(treeOf(codes, withRetired || words.trim() !== ''), words), [codes, withRetired, words])
  const every = useMemo(() => allIds(nodes), [nodes])
  const isSearching = words.trim() !== ''
  const expanded = useMemo(() => new Set(isSearching ? every : every.filter(id => !folded.includes(id))), [every, folded, isSearching])
  const dressed = useMemo(() => dress(nodes, book.counts, expanded), [nodes, book.counts, expanded])
  const selected = useMemo(() => new Set(current === null ? [] : [current]), [current])
  const unfold = useCallback((ids: readonly Id[]) => setFolded(folded.filter(id => !ids.includes(id))), [folded, setFolded])
  useEffect(() => {
    if (isHere && current === null && nodes[0]) go(formatRoute({ place: 'codes', rest: [nodes[0].id] }), { replace: true })
  }, [isHere, current, nodes])
  return (
    <div className="code-tree">
      <header className="code-tree-head">
        <h2>{say('title')}</h2><span className="ui-count">{codes.length - retired}</span>
        {book.mayChange && <Button small icon={<Plus aria-hidden />} onPress={onNew}>{say('new')}</Button>}
        <CodebookMenu codes={codes} onImport={book.mayChange ? onImport : null} />
      </header>
      <SearchField label={say('search')} value={words} onChange={setWords} className="code-tree-search" />
      <Tree<DressedNode>
        label={say('tree')} nodes={dressed} className="code-tree-rows" selected={selected} expanded={expanded}
        onSelect={ids => { const [id] = ids; if (id && id !== current) onOpen(id) }}
        onExpand={ids => { if (!isSearching) setFolded(every.filter(id => !ids.has(id))) }}
        onMove={isSearching || !book.mayChange ? undefined : ({ ids, target, where }) => {
          const to = dropTarget(codes, target, where)
          for (const id of ids) if (id !== target) void book.move(id, to)
          if (to.parent) unfold([to.parent])
        }}
        onShift={isSearching || !book.mayChange ? undefined : (id, way) => void book.shift(id, way).then(to => { if (to?.parent) unfold([to.parent]) })}
        renderRow={node => <CodeRow code={node.code} fragments={node.fragments} isFolded={node.isFolded} />}
        emptyState={<p className="code-tree-none">{say(isSearching ? 'search.none' : 'tree.none')}</p>}
      />
      {retired > 0 && <div className="code-tree-foot"><Checkbox isSelected={withRetired} onChange={setWithRetired}>{say('showRetired', { count: retired })}</Checkbox></div>}
    </div>
  )
}
