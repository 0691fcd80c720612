// Splitting a code: which codes come out of it, then fragment by fragment where it goes, by number keys or with the mouse. What will
// happen stands below all the time; then it is one act that can be undone.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { CodingInContext } from '../../shared/contract/coding.ts'
import { call } from '../api/call.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { sayDone } from '../app/say-done.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { draftOf, dropDraft, fragmentsOf, hasDecidedAll, keepDraft, movesOf, withSent, type SplitDraft, type SplitFragment } from './split-draft.ts'
import { SplitEffect } from './split-effect.tsx'
import { SplitRow } from './split-row.tsx'
import { SplitTargets } from './split-targets.tsx'

const PAGE = 500

export function SplitPage({ code, codes }: { code: Code, codes: readonly Code[] }) {
  const say = useSay('codebook')
  const rows = useAllCodings(code)
  const [draft, setDraft] = useState(() => draftOf(code.id))
  const { write: split, pending } = useWrite('code.split')
  const fragments = useMemo(() => rows && fragmentsOf(rows), [rows])
  const change = (next: SplitDraft) => { keepDraft(code.id, next); setDraft(next) }
  const back = () => go(formatRoute({ place: 'codes', rest: [code.id] }))
  if (!fragments) return <Skeleton label={say('examples.coming')} lines={8} />
  const moves = movesOf(draft, fragments)
  const retire = draft.retire && hasDecidedAll(draft, fragments)
  const doIt = async () => {
    const used = new Set(moves.map(({ into }) => into))
    const done = await split({ code: code.id, made: draft.targets.filter(({ id, isNew }) => isNew && used.has(id)).map(({ id, name, colour }) => ({ id, name, colour })), moves, retire })
    if (!done.ok) return
    dropDraft(code.id)
    sayDone(say('split.done', { code: code.name, count: done.value.moved }))
    back()
  }
  return (
    <article className="code-detail split">
      <h1>{say('split.title', { code: code.name })}</h1>
      <p className="code-counts">{say('split.lead')}</p>
      <SplitTargets code={code} codes={codes} draft={draft} onChange={change} />
      {fragments.length === 0 ? <p className="ui-hint">{say('examples.none')}</p> : draft.targets.length > 0 && (
        <Fragments fragments={fragments} draft={draft} onSend={(key, to) => change(withSent(draft, key, to))} />
      )}
      <footer className="split-foot">
        <SplitEffect code={code} draft={draft} fragments={fragments} />
        <Checkbox isSelected={retire} isDisabled={!hasDecidedAll(draft, fragments)} onChange={wanted => change({ ...draft, retire: wanted })}>{say('split.retire', { code: code.name })}</Checkbox>
        <div className="split-acts">
          <Button onPress={back}>{say('split.later')}</Button>
          <Button look="primary" isDisabled={(moves.length === 0 && !retire) || pending} onPress={() => void doIt()}>{say('split.do')}</Button>
        </div>
      </footer>
    </article>
  )
}

/** Every coding of the code that this coder may see; asked anew when the first page changes. */
function useAllCodings(code: Code): readonly CodingInContext[] | null {
  const first = useRead('coding.list', { code: code.id, limit: PAGE }).data
  const [all, setAll] = useState<readonly CodingInContext[] | null>(null)
  useEffect(() => {
    const gone = new AbortController()
    if (!first) return
    const collect = async () => {
      const rows = [...first.rows]
      while (rows.length < first.total && !gone.signal.aborted) {
        const page = await call('coding.list', { code: code.id, limit: PAGE, offset: rows.length }, gone.signal)
        if (page.rows.length === 0) break
        rows.push(...page.rows)
      }
      if (!gone.signal.aborted) setAll(rows)
    }
    collect().catch((error: unknown) => { if (!gone.signal.aborted) throw error })
    return () => gone.abort()
  }, [first, code.id])
  return all
}

interface FragmentsProps { fragments: readonly SplitFragment[], draft: SplitDraft, onSend: (key: string, to: string | null) => void }

/** One fragment is the one the number keys are for; deciding goes on to the next. */
function Fragments({ fragments, draft, onSend }: FragmentsProps) {
  const say = useSay('codebook')
  const list = useRef<HTMLOListElement>(null)
  const focus = (at: number) => list.current?.querySelectorAll<HTMLElement>('.split-row')[at]?.focus()
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // In the choice itself the arrows choose.
    const isChoosing = event.target instanceof HTMLInputElement
    const digit = /^\d$/.test(event.key) ? Number(event.key) : null
    const to = digit === 0 ? 'stay' : digit === null ? undefined : draft.targets[digit - 1]?.id
    if (to !== undefined) {
      onSend(fragments[at]!.key, to)
      focus(Math.min(at + 1, fragments.length - 1))
    } else if (!isChoosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) focus(Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))
    else if (event.key === 'Backspace' || event.key === 'Delete') onSend(fragments[at]!.key, null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section aria-labelledby="split-fragments">
      <h2 id="split-fragments">{say('split.fragments')}<span className="ui-count">{fragments.length}</span></h2>
      <p className="ui-hint">{say('split.keys')}</p>
      <ol className="split-rows" ref={list}>
        {fragments.map((fragment, at) => (
          <SplitRow
            key={fragment.key} fragment={fragment} at={at + 1} targets={draft.targets} to={draft.sent.get(fragment.key) ?? null}
            onSend={to => onSend(fragment.key, to)} onKeyDown={event => onKeyDown(event, at)}
          />
        ))}
      </ol>
    </section>
  )
}
