// Whether colleagues' codings stay hidden until one is done with a story, and what that does and does not protect.
import type { Output } from '../../shared/contract/index.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Checkbox } from '../ui/checkbox.tsx'

export function BlindCoding({ project, mayChange }: { project: Output<'project.read'>, mayChange: boolean }) {
  const say = useSay('project')
  const { write: change, pending } = useWrite('project.change')
  return (
    <section className="project-part" aria-labelledby="project-blind">
      <h2 id="project-blind">{say('blind')}</h2>
      <Checkbox isSelected={project.blind} isDisabled={!mayChange || pending} onChange={blind => void change({ blind })} aria-describedby="project-blind-more">
        {say('blind.on')}
      </Checkbox>
      <p id="project-blind-more" className="project-more">{say('blind.more')}</p>
    </section>
  )
}
