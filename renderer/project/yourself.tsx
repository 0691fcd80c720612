// What the others see of you, and where you look from; everybody writes their own.
import type { Output } from '../../shared/contract/index.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { KeptField } from './kept-field.tsx'

export function Yourself({ me, isReadOnly }: { me: Output<'coder.list'>[number], isReadOnly: boolean }) {
  const say = useSay('project')
  const { write: change } = useWrite('coder.change', { quiet: true })
  const keep = async (part: Omit<Parameters<typeof change>[0], 'coder'>) => { const kept = await change({ coder: me.id, ...part }); return kept.ok ? null : kept.failure }
  return (
    <section className="project-part" aria-labelledby="project-you">
      <h2 id="project-you">{say('you')}</h2>
      <div className="project-name">
        <KeptField label={say('you.name')} value={me.name} isReadOnly={isReadOnly} maxLength={80} neededWords={say('you.name.needed')} onKeep={name => keep({ name })} />
        <KeptField label={say('you.initials')} value={me.initials} isReadOnly={isReadOnly} maxLength={4} neededWords={say('you.initials.needed')} onKeep={initials => keep({ initials })} />
      </div>
      <KeptField label={say('you.background')} value={me.background} isReadOnly={isReadOnly} maxLength={2000} lines={2} onKeep={background => keep({ background })} />
      <KeptField
        label={say('you.statement')} hint={say('you.statement.hint')} value={me.statement} isReadOnly={isReadOnly} maxLength={20_000} lines={4}
        onKeep={statement => keep({ statement })}
      />
    </section>
  )
}
