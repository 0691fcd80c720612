// How what a code means has changed: every rewriting, with whose it was and when.
import type { CodeChange } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useAllCoders } from '../api/use-me.ts'
import { turnedWords } from '../app/undo.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'

export function CodeChanges({ code }: { code: Id }) {
  const say = useSay('codebook')
  const changes = useRead('code.history', { code }).data ?? []
  const rewritten = changes.filter(({ was }) => was !== '')
  if (rewritten.length === 0) return null
  return (
    <details className="code-changes">
      <summary>{say('changes', { count: rewritten.length })}</summary>
      <ol>{changes.map(change => <Change key={`${change.at} ${change.field}`} change={change} />)}</ol>
    </details>
  )
}

function Change({ change: { at, coder, field, was, now, turned } }: { change: CodeChange }) {
  const say = useSay('codebook')
  const formats = useFormats()
  const coders = useAllCoders()
  const name = (coder && coders.get(coder)?.name) ?? say('changes.somebody')
  return (
    <li>
      <p className="ui-hint">{say('changes.by', { field: turnedWords(turned, say(field)), name, when: formats.moment(at) })}</p>
      {was !== '' && <p><del>{was}</del></p>}
      <p>{now === '' ? say('changes.emptied') : <ins>{now}</ins>}</p>
    </li>
  )
}
