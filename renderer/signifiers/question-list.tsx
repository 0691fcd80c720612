// The left side of Patronen: an overview of who answered, the codes, and every question by the groups it was put to.
import type { Output } from '../../shared/contract/index.ts'
import { formatRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { KindSign } from './kind-sign.tsx'

export interface QuestionListProps { project: Output<'project.read'>, signifiers: Output<'signifier.list'>, at: string }

export function QuestionList({ project, signifiers, at }: QuestionListProps) {
  const say = useSay('patterns')
  const register = useSay('register')
  const known = project.groups.map(({ id }) => id)
  const askedOf = ({ wordings }: (typeof signifiers)[number]) => known.filter(id => wordings.length === 0 || wordings.some(({ group }) => group === id))
  const everyone = signifiers.filter(signifier => known.length < 2 || askedOf(signifier).length === known.length)
  const own = known.length < 2 ? [] : project.groups.map(({ id, name }) => ({ name: say('list.only', { group: name }), questions: signifiers.filter(signifier => { const groups = askedOf(signifier); return groups.length < known.length && groups[0] === id }) }))
  const parts = [{ name: known.length < 2 ? say('list.questions') : say('list.everyone'), questions: everyone }, ...own].filter(({ questions }) => questions.length > 0)
  const link = (id: string, name: string, sign?: React.ReactNode) => (
    <li key={id}><a href={formatRoute({ place: 'patronen', rest: [id] })} aria-current={id === at ? 'page' : undefined}>{sign}<span>{name}</span></a></li>
  )
  return (
    <nav className="patterns-list" aria-label={say('list')}>
      <ul>{link('respons', say('response'), <KindSign kind="response" />)}{link('codes', say('codes'), <KindSign kind="codes" />)}{link('registratie', register('list'), <KindSign kind="registers" />)}</ul>
      {parts.map(({ name, questions }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul>{questions.map(({ id, title, kind }) => link(id, title, <KindSign kind={kind} />))}</ul>
        </section>
      ))}
    </nav>
  )
}
