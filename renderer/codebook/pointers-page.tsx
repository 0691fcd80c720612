// What may be worth a look in the codebook. Nothing here is wrong, nothing is ranked by how often it was used, and nothing is changed.
import type { Code } from '../../shared/contract/code.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

export function PointersPage({ codes }: { codes: readonly Code[] }) {
  const say = useSay('codebook')
  const found = useRead('code.pointers', {}).data
  if (!found) return <Skeleton label={say('pointers')} lines={6} />
  const isQuiet = found.overlapping.length + found.once.length + found.unused.length + found.undefined.length === 0
  return (
    <article className="code-detail code-pointers">
      <h1>{say('pointers')}</h1>
      <p className="code-counts">{say('pointers.lead')}</p>
      {isQuiet && <EmptyState says={say('pointers.none')} />}
      {found.overlapping.length > 0 && (
        <section aria-labelledby="pointers-overlap">
          <h2 id="pointers-overlap">{say('pointers.overlap')}</h2>
          <p className="ui-hint">{say('pointers.overlap.hint')}</p>
          <ul>
            {found.overlapping.map(({ code, with: other, together, of }) => (
              <li key={`${code} ${other}`}>{say('pointers.overlap.one', { together, count: of })} <CodeLink codes={codes} id={code} /> {say('pointers.overlap.with')} <CodeLink codes={codes} id={other} /></li>
            ))}
          </ul>
        </section>
      )}
      <Part id="once" title={say('pointers.once')} hint={say('pointers.once.hint')} ids={found.once} codes={codes} />
      <Part id="unused" title={say('pointers.unused')} hint={say('pointers.unused.hint')} ids={found.unused} codes={codes} />
      <Part id="undefined" title={say('pointers.undefined')} hint={say('pointers.undefined.hint')} ids={found.undefined} codes={codes} />
    </article>
  )
}

function Part({ id, title, hint, ids, codes }: { id: string, title: string, hint: string, ids: readonly Id[], codes: readonly Code[] }) {
  if (ids.length === 0) return null
  return (
    <section aria-labelledby={`pointers-${id}`}>
      <h2 id={`pointers-${id}`}>{title}<span className="ui-count">{ids.length}</span></h2>
      <p className="ui-hint">{hint}</p>
      <ul className="code-pointers-codes">{ids.map(code => <li key={code}><CodeLink codes={codes} id={code} /></li>)}</ul>
    </section>
  )
}

function CodeLink({ codes, id }: { codes: readonly Code[], id: Id }) {
  const code = codes.find(each => each.id === id)
  return <a className="code-link" href={formatRoute({ place: 'codes', rest: [id] })}><CodeSwatch colour={code?.colour ?? 1} />{code?.name ?? '…'}</a>
}
