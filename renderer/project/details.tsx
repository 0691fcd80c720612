// Title, question and language of the project.
import type { Output } from '../../shared/contract/index.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { KeptField } from './kept-field.tsx'

export function Details({ project, mayChange }: { project: Output<'project.read'>, mayChange: boolean }) {
  const say = useSay('project')
  const frame = useSay('frame')
  const { write: change } = useWrite('project.change', { quiet: true })
  const keep = async (part: Parameters<typeof change>[0]) => { const kept = await change(part); return kept.ok ? null : kept.failure }
  return (
    <section className="project-part">
      <KeptField label={say('name')} value={project.title} isReadOnly={!mayChange} maxLength={200} neededWords={say('name.needed')} onKeep={title => keep({ title })} />
      <KeptField
        label={say('question')} hint={say('question.hint')} value={project.question} isReadOnly={!mayChange} maxLength={2000} lines={3}
        onKeep={question => keep({ question })}
      />
      <RadioGroup
        label={say('language')} hint={say('language.hint')} asBar isDisabled={!mayChange} value={project.language}
        choices={[{ id: 'nl', name: frame('language.nl') }, { id: 'en', name: frame('language.en') }]} onChange={language => void keep({ language })}
      />
    </section>
  )
}
