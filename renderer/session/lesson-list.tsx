// Learning themes: what was learned over sessions, each with questions to reflect on and the harvests it came from.
import { useState } from 'react'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import type { Lesson } from '../../shared/contract/session.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'

export function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  const say = useSay('session')
  const mayPrepare = useMay('prepare')
  const remove = useWrite('lesson.remove')
  const [editing, setEditing] = useState<Lesson | 'new' | null>(null)
  return (
    <div className="session-stack">
      {mayPrepare && <div className="session-acts"><Button icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>{say('lesson.add')}</Button></div>}
      {lessons.length === 0 ? <EmptyState says={say('lessons.none')} /> : (
        <ul className="session-harvests">
          {lessons.map(lesson => (
            <li key={lesson.id} className="session-card">
              <header>
                <strong>{lesson.name}</strong><span className="ui-hint">{say('harvests', { count: lesson.harvests.length })}</span>
                {mayPrepare && <span className="session-card-acts"><IconButton small name={say('lesson.edit', { name: lesson.name })} icon={<Pencil aria-hidden />} onPress={() => setEditing(lesson)} /><IconButton small name={say('lesson.remove', { name: lesson.name })} icon={<Trash2 aria-hidden />} onPress={() => void remove.write({ lesson: lesson.id })} /></span>}
              </header>
              <ul>{lesson.questions.map((question, at) => <li key={at}>{question}</li>)}</ul>
            </li>
          ))}
        </ul>
      )}
      {editing && <LessonDialog lesson={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function LessonDialog({ lesson, onClose }: { lesson: Lesson | null, onClose: () => void }) {
  const say = useSay('session')
  const make = useWrite('lesson.make')
  const change = useWrite('lesson.change')
  const harvests = useRead('harvest.list', {}).data ?? []
  const [name, setName] = useState(lesson?.name ?? '')
  const [questions, setQuestions] = useState(lesson?.questions.join('\n') ?? '')
  const [from, setFrom] = useState<string[]>(lesson?.harvests ?? [])
  const save = async () => {
    const told = { name, questions: questions.split('\n').map(each => each.trim()).filter(Boolean).slice(0, 20), harvests: from }
    if ((lesson ? await change.write({ lesson: lesson.id, ...told }) : await make.write({ id: newId(), ...told })).ok) onClose()
  }
  return (
    <Dialog title={say('lesson.add')} isOpen isFirm onClose={onClose} foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>{say('save')}</Button></>}>
      <TextField label={say('lesson.name')} value={name} onChange={setName} maxLength={120} autoFocus />
      <TextField label={say('lesson.questions')} hint={say('lesson.questions.hint')} value={questions} onChange={setQuestions} lines={4} />
      {harvests.length > 0 && <CheckboxGroup label={say('lesson.from')} choices={harvests.map(({ id, observation }) => ({ id, name: observation.slice(0, 90) }))} value={from} onChange={setFrom} />}
    </Dialog>
  )
}
