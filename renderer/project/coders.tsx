// Everyone in the project: letters, role, and how far they are.
import { Role, type CoderWork } from '../../shared/contract/coder.ts'
import type { Output } from '../../shared/contract/index.ts'
import { useWrite } from '../api/hooks.ts'
import type { useWork } from '../api/use-me.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Select } from '../ui/select.tsx'

type Coder = Output<'coder.list'>[number]
type Work = ReturnType<typeof useWork>

/** The shared layer is made by talk, not given to a person. */
const ROLES = Role.options.filter(role => role !== 'consensus')

export function Coders({ coders, work, me, mayChange }: { coders: Coder[], work: Work, me: Coder | undefined, mayChange: boolean }) {
  const say = useSay('project')
  return (
    <section className="project-part" aria-labelledby="project-coders">
      <h2 id="project-coders">{say('coders')}</h2>
      <p className="project-more">{say('coders.hint')}</p>
      <div className="project-scroll">
        <table className="project-table project-coders">
          <thead>
            <tr>
              <th scope="col" colSpan={2}>{say('coder.name')}</th>
              <th scope="col">{say('coder.role')}</th>
              <th scope="col" className="is-number">{say('coder.codings')}</th>
              <th scope="col" className="is-number">{say('coder.done')}</th>
            </tr>
          </thead>
          <tbody>{coders.map(coder => <CoderRow key={coder.id} coder={coder} work={work?.get(coder.id)} isMe={coder.id === me?.id} mayChange={mayChange} />)}</tbody>
        </table>
      </div>
    </section>
  )
}

function CoderRow({ coder, work, isMe, mayChange }: { coder: Coder, work: CoderWork | undefined, isMe: boolean, mayChange: boolean }) {
  const say = useSay('project')
  const format = useFormats()
  const { write: change } = useWrite('coder.change')
  return (
    <tr>
      <td className="project-ring"><CoderRing initials={coder.initials} mine={isMe} /></td>
      <th scope="row">
        {coder.name}{isMe && <span className="ui-count">{say('coder.you')}</span>}
        {coder.background && <span className="ui-hint">{coder.background}</span>}
      </th>
      <td>
        {coder.role === 'consensus' || !mayChange ? say(`role.${coder.role}`) : (
          <Select
            label={say('coder.roleOf', { name: coder.name })} labelHidden small value={coder.role}
            choices={ROLES.map(id => ({ id, name: say(`role.${id}`) }))} onChange={role => void change({ coder: coder.id, role })}
          />
        )}
      </td>
      <td className="is-number">{work && format.number(work.codings)}</td>
      <td className="is-number">{work && format.number(work.done)}</td>
    </tr>
  )
}
