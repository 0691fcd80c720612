// Where a code was used: the words with what stands round them; each opens its story there.
import { useState } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { CodingInContext } from '../../shared/contract/coding.ts'
import { wordsBefore, wordsBehind } from '../../shared/domain/context.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders, useMe } from '../api/use-me.ts'
import { storyRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type Scope = 'own' | 'branch'
const PAGE = 50

/** `isEmpty`: never used itself, so that its branch is what one wants to see. */
export function CodeExamples({ code, hasChildren, isEmpty }: { code: Code, hasChildren: boolean, isEmpty: boolean }) {
  const say = useSay('codebook')
  const [chosen, setScope] = useState<Scope | null>(null)
  const scope = chosen ?? (hasChildren && isEmpty ? 'branch' : 'own')
  const [limit, setLimit] = useState(PAGE)
  const found = useRead('coding.list', { code: code.id, branch: scope === 'branch', limit }, { keepFormer: true }).data
  return (
    <section className="code-examples" aria-labelledby="code-examples">
      <header>
        <h2 id="code-examples">{say('examples')}{found && <span className="ui-count">{say('examples.count', { count: found.total })}</span>}</h2>
        {hasChildren && <RadioGroup<Scope> label={say('examples.scope')} labelHidden asBar value={scope} onChange={setScope} choices={[{ id: 'own', name: say('examples.own') }, { id: 'branch', name: say('examples.branch') }]} />}
      </header>
      {!found && <Skeleton label={say('examples.coming')} />}
      {found?.total === 0 && <p className="ui-hint">{say('examples.none')}</p>}
      <ol className="code-quotes">{found?.rows.map(row => <Quote key={row.id} row={row} />)}</ol>
      {found && found.total > found.rows.length && limit < 500 && <Button look="quiet" onPress={() => setLimit(now => Math.min(500, now + PAGE))}>{say('examples.more')}</Button>}
    </section>
  )
}

function Quote({ row }: { row: CodingInContext }) {
  const say = useSay('codebook')
  const coder = useCoders().get(row.coder)
  const mine = useMe() === row.coder
  return (
    <li>
      <a className="code-quote" href={storyRoute(row.story, { text: row.text, start: row.start, end: row.end })}>
        <span className="code-quote-story">{say('examples.story', { number: row.number })}<CoderRing small initials={coder?.initials ?? ''} name={coder?.name} mine={mine} /></span>
        <span className="code-quote-words"><span>{wordsBefore(row.before, 50).trimStart()}</span><mark>{row.quote}</mark><span>{wordsBehind(row.after, 50).trimEnd()}</span></span>
      </a>
    </li>
  )
}
