// The whole codebook below each other, as one gives it to somebody or prints it.
import { Printer } from 'lucide-react'
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { treeOf, type CodeNode } from './code-tree.ts'

export function CodebookPrint({ codes, counts }: { codes: readonly Code[], counts: ReadonlyMap<Id, CodeCount> }) {
  const say = useSay('codebook')
  const title = useRead('project.read', {}).data?.title ?? ''
  return (
    <article className="code-detail code-print">
      <h1>{say('print.title', { project: title })}</h1>
      <p className="code-print-act"><Button look="primary" icon={<Printer aria-hidden />} onPress={() => window.print()}>{say('print.do')}</Button></p>
      <Branch nodes={treeOf(codes, false)} counts={counts} />
    </article>
  )
}

function Branch({ nodes, counts }: { nodes: readonly CodeNode[], counts: ReadonlyMap<Id, CodeCount> }) {
  if (nodes.length === 0) return null
  return <ol className="code-print-branch">{nodes.map(node => <li key={node.id}><Entry code={node.code} count={counts.get(node.id)} /><Branch nodes={node.children} counts={counts} /></li>)}</ol>
}

function Entry({ code, count }: { code: Code, count: CodeCount | undefined }) {
  const say = useSay('codebook')
  return (
    <div className="code-print-entry">
      <p className="code-print-name"><CodeSwatch colour={code.colour} /><strong>{code.name}</strong>{count && <span className="ui-hint">{say('row.fragments', { count: count.fragments })}</span>}</p>
      {code.definition && <p>{code.definition}</p>}
      {code.include && <p><em>{say('include')}:</em> {code.include}</p>}
      {code.exclude && <p><em>{say('exclude')}:</em> {code.exclude}</p>}
    </div>
  )
}
