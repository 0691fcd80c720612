// One code in full: what it is called, what it means, when to use it and when not, and the words it was given to.
import { Archive, ArchiveRestore, Combine, CornerDownRight, Plus, Split } from 'lucide-react'
import { useState } from 'react'
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { MemoForm } from '../memos/memo-form.tsx'
import { MemoThreads } from '../memos/memo-thread.tsx'
import { Button } from '../ui/button.tsx'
import { KeptText } from '../ui/kept-text.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { CodeChanges } from './code-changes.tsx'
import { CodeExamples } from './code-examples.tsx'
import { ColourField } from './colour-field.tsx'
import type { Codebook } from './use-codebook.ts'

export interface CodeDetailProps {
  code: Code
  path: readonly string[]
  codes: readonly Code[]
  count: CodeCount | undefined
  book: Codebook
  onSibling: () => void
  onChild: () => void
  onMerge: () => void
  onSplit: () => void
  onRetire: () => void
}

export function CodeDetail({ code, path, codes, count, book, onSibling, onChild, onMerge, onSplit, onRetire }: CodeDetailProps) {
  const say = useSay('codebook')
  const isReadOnly = !book.mayChange
  const hasChildren = codes.some(each => each.parent === code.id)
  const into = codes.find(({ id }) => id === code.mergedInto)
  const change = (patch: Parameters<Codebook['change']>[1]) => void book.change(code.id, patch)
  return (
    <article className="code-detail">
      {path.length > 0 && <p className="code-path">{path.join(' › ')}</p>}
      <h1>{code.name}</h1>
      {count && (
        <p className="code-counts">
          {say('counts', { fragments: say('row.fragments', { count: count.fragments }) + (count.codings > count.fragments ? ` (${say('examples.count', { count: count.codings })})` : ''), stories: say('counts.stories', { count: count.stories }), coders: say('merge.coders', { count: count.coders }) })}
          {' '}{count.stories > 0 && <a href={formatRoute({ place: 'lezen', query: { code: code.id } })}>{say('counts.open')}</a>}
          {' '}<a href={formatRoute({ place: 'geschiedenis', query: { code: code.id } })}>{say('history')}</a>
          {' '}<a href={formatRoute({ place: 'zoeken', query: { lijkt: code.id } })}>{say('alike')}</a>
          {' '}<a href={formatRoute({ place: 'sessie', query: { fragmenten: code.id } })}>{say('pack')}</a>
        </p>
      )}
      {code.retired && (
        <Notice act={book.mayChange && <Button small icon={<ArchiveRestore aria-hidden />} onPress={() => book.restore(code)}>{say('restore')}</Button>}>
          {into ? say('retired.into', { into: into.name }) : say('retired.says')}
        </Notice>
      )}
      {book.mayChange && <div className="code-acts">
        <Button small icon={<Plus aria-hidden />} onPress={onSibling}>{say('sibling')}</Button>
        <Button small icon={<CornerDownRight aria-hidden />} onPress={onChild}>{say('child')}</Button>
        <Button small icon={<Combine aria-hidden />} onPress={onMerge}>{say('merge')}</Button>
        {!code.retired && <Button small icon={<Split aria-hidden />} onPress={onSplit}>{say('split')}</Button>}
        {!code.retired && <Button small icon={<Archive aria-hidden />} onPress={onRetire}>{say('retire')}</Button>}
      </div>}
      <div className="code-fields">
        <KeptText isReadOnly={isReadOnly} label={say('name')} value={code.name} isNeeded onKeep={name => change({ name })} />
        <div>
          <p className="ui-label" aria-hidden>{say('colour')}</p>
          <ColourField isReadOnly={isReadOnly} colour={code.colour} onChange={colour => change({ colour })} />
        </div>
        <KeptText isReadOnly={isReadOnly} label={say('definition')} placeholder={say('definition.hint')} lines={3} value={code.definition} onKeep={definition => change({ definition })} />
        <div className="code-pair">
          <KeptText isReadOnly={isReadOnly} label={say('include')} placeholder={say('include.hint')} lines={3} value={code.include} onKeep={include => change({ include })} />
          <KeptText isReadOnly={isReadOnly} label={say('exclude')} placeholder={say('exclude.hint')} lines={3} value={code.exclude} onKeep={exclude => change({ exclude })} />
        </div>
        <RadioGroup
          label={say('flag')} hint={say('flag.hint')} asBar isDisabled={isReadOnly} value={code.flag} onChange={flag => change({ flag })}
          choices={[{ id: '', name: say('flag.none') }, { id: 'semantic', name: say('flag.semantic') }, { id: 'latent', name: say('flag.latent') }]}
        />
      </div>
      <CodeChanges code={code.id} />
      <CodeMemos code={code} mayWrite={book.mayChange} />
      <CodeExamples key={code.id} code={code} hasChildren={hasChildren} isEmpty={count?.fragments === 0} />
    </article>
  )
}

function CodeMemos({ code, mayWrite }: { code: Code, mayWrite: boolean }) {
  const say = useSay('codebook')
  const memos = useRead('memo.list', { about: 'code', aboutId: code.id }).data ?? []
  const [writing, setWriting] = useState(false)
  const stop = () => setWriting(false)
  return (
    <section className="code-memos" aria-labelledby="code-memos">
      <header>
        <h2 id="code-memos">{say('memos')}{memos.length > 0 && <span className="ui-count">{memos.length}</span>}</h2>
        {mayWrite && !writing && <Button small look="quiet" onPress={() => setWriting(true)}>{say('memo.write')}</Button>}
      </header>
      {writing && <MemoForm about="code" aboutId={code.id} label={say('memo.words')} placeholder={say('memo.hint')} onDone={stop} onCancel={stop} takesFocus />}
      <MemoThreads memos={memos} />
    </section>
  )
}
