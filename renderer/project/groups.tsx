// The groups of stories, with names one can put right, and the waves.
import type { Output } from '../../shared/contract/index.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { KeptField } from './kept-field.tsx'

type Project = Output<'project.read'>

export function Groups({ groups, waves, mayChange }: { groups: Project['groups'], waves: Project['waves'], mayChange: boolean }) {
  const say = useSay('project')
  const { write: rename } = useWrite('group.rename', { quiet: true })
  return (
    <section className="project-part" aria-labelledby="project-groups">
      <h2 id="project-groups">{say('groups')}</h2>
      {groups.length === 0 && <p className="project-more">{say('groups.none')}</p>}
      {groups.map(group => (
        <div key={group.id} className="project-group">
          <KeptField
            label={say('groups.name', { stories: say('stories', { count: group.stories }) })} value={group.name} isReadOnly={!mayChange} maxLength={100}
            neededWords={say('name.needed')}
            onKeep={async name => { const kept = await rename({ group: group.id, name }); return kept.ok ? null : kept.failure }}
          />
        </div>
      ))}
      {waves.length > 0 && (
        <>
          <h3>{say('waves')}</h3>
          <ul>{waves.map(wave => <li key={wave.id}>{wave.name} · {say('stories', { count: wave.stories })}</li>)}</ul>
        </>
      )}
    </section>
  )
}
