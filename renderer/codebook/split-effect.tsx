// What a split will do, before it does it.
import type { Code } from '../../shared/contract/code.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { movesOf, type SplitDraft, type SplitFragment } from './split-draft.ts'

export function SplitEffect({ code, draft, fragments }: { code: Code, draft: SplitDraft, fragments: readonly SplitFragment[] }) {
  const say = useSay('codebook')
  const formats = useFormats()
  const moves = movesOf(draft, fragments)
  const makers = new Set(fragments.filter(({ key }) => (draft.sent.get(key) ?? 'stay') !== 'stay').flatMap(({ codings }) => codings.map(({ coder }) => coder)))
  const parts = draft.targets.flatMap(({ id, name }) => {
    const count = moves.filter(({ into }) => into === id).length
    return count > 0 ? [say('split.effect.part', { count, into: name })] : []
  })
  const open = fragments.filter(({ key }) => !draft.sent.has(key)).length
  return (
    <p className="split-effect" role="status">
      {parts.length === 0 ? say('split.effect.none') : say('split.effect', { parts: formats.list(parts), coders: say('merge.coders', { count: makers.size }) })}
      {' '}{open > 0 && draft.targets.length > 0 && say('split.effect.open', { count: open, code: code.name })}
    </p>
  )
}
