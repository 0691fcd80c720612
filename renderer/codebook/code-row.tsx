// One code in the tree: its colour, its name, and quietly how often it was used.
import type { Code } from '../../shared/contract/code.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'

/** `fragments`: of a folded branch, with what it hides; undefined until counted. */
export function CodeRow({ code, fragments, isFolded }: { code: Code, fragments: number | undefined, isFolded: boolean }) {
  const say = useSay('codebook')
  const formats = useFormats()
  return (
    <>
      <CodeSwatch asBar colour={code.colour} />
      <span className={classNames('code-row-name', code.retired && 'is-retired')}>{code.name}</span>
      {code.retired && <span className="code-row-retired">{say('row.retired')}</span>}
      {fragments !== undefined && <span className="code-row-count" title={say(isFolded ? 'row.branch' : 'row.fragments', { count: fragments })}>{formats.number(fragments)}</span>}
    </>
  )
}
