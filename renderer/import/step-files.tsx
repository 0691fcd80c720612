// Step 1: which files, and of which group their stories are.
import { useEffect } from 'react'
import { FileUp, FolderUp } from 'lucide-react'
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components'
import { z } from 'zod'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { sortedOut } from '../../shared/importing/transcript-names.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isBusy, setDraft, useDraft } from './draft.ts'
import { Asides, FileCard, TranscriptsCard } from './file-card.tsx'
import { receive } from './receive.ts'
import { StepSheet, type StepProps } from './steps.tsx'
import { filesAreReady, groupColumn, waveColumn } from './wish.ts'

const TAKEN = ['.csv', '.tsv', '.txt', '.md', '.docx', '.xlsx', '.json', '.zip', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

export function StepFiles({ heading, onNext }: StepProps) {
  const say = useSay('importing')
  const language = useLanguage()
  const draft = useDraft()
  const transcripts = draft.files.filter(({ looked }) => looked?.is === 'transcript')
  const others = draft.files.filter(({ looked }) => looked?.is !== 'transcript')
  const hasFiles = draft.files.length > 0
  return (
    <StepSheet
      heading={heading} title={say('files.title')} lead={say('files.lead')}
      status={isBusy(draft) ? say('files.busy') : hasFiles && !filesAreReady(draft) ? say('files.notReady') : null}
      next={<Button look="primary" isDisabled={isBusy(draft) || !filesAreReady(draft)} onPress={onNext}>{say('next')}</Button>}
    >
      <Drop isSmall={hasFiles} />
      {draft.problems.map(problem => <Notice key={problemSentence(problem, language)} kind={problem.severity === 'error' ? 'error' : 'warning'}>{problemSentence(problem, language)}</Notice>)}
      {others.map(file => <FileCard key={file.key} file={file} />)}
      {transcripts.length > 0 && <TranscriptsCard files={transcripts} />}
      <Asides />
      {hasFiles && <GroupField />}
      {hasFiles && <WaveField />}
    </StepSheet>
  )
}

function Drop({ isSmall }: { isSmall: boolean }) {
  const say = useSay('importing')
  const drop = async (items: DropItem[]): Promise<void> => {
    const found = await Promise.all(items.map(filesIn))
    await receive(found.flatMap(({ taken }) => taken), found.flatMap(({ left }) => left))
  }
  const choose = (list: FileList | null): void => { if (list) void receive([...list]) }
  const chooseFolder = (list: FileList | null): void => {
    if (!list) return
    const { taken, left } = sortedOut([...list])
    void receive(taken, left)
  }
  return (
    <DropZone className={isSmall ? 'import-drop is-small' : 'import-drop'} aria-label={say('files.drop.name')} onDrop={event => void drop(event.items)}>
      <Text slot="label" className="import-drop-words">{say(isSmall ? 'files.drop.more' : 'files.drop')}</Text>
      <div className="import-drop-acts">
        <FileTrigger allowsMultiple acceptedFileTypes={TAKEN} onSelect={choose}>
          <Button look={isSmall ? 'plain' : 'primary'} icon={<FileUp aria-hidden />}>{say('files.choose')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={chooseFolder}>
          <Button look="quiet" icon={<FolderUp aria-hidden />}>{say('files.chooseFolder')}</Button>
        </FileTrigger>
      </div>
      {!isSmall && (
        <ul className="import-kinds">
          {(['table', 'transcript', 'definition', 'template'] as const).map(kind => <li key={kind}><strong>{say(`kind.${kind}`)}</strong> {say(`kind.${kind}.more`)}</li>)}
        </ul>
      )}
    </DropZone>
  )
}

/** A folder that was dropped gives its transcripts. */
async function filesIn(item: DropItem): Promise<{ taken: File[], left: File[] }> {
  if (item.kind === 'file') return { taken: [await item.getFile()], left: [] }
  if (item.kind !== 'directory') return { taken: [], left: [] }
  const found: File[] = []
  for await (const entry of item.getEntries()) {
    if (entry.kind === 'file') found.push(await entry.getFile())
  }
  return sortedOut(found)
}

const Group = z.string()

function GroupField() {
  const say = useSay('importing')
  const draft = useDraft()
  const project = useRead('project.read', {}).data
  const [last, keep] = usePreference(`import.group.${project?.id ?? ''}`, Group, '')
  const column = groupColumn(draft.mapping)
  const groups = project?.groups ?? []
  const value = draft.group ?? ''
  // The group of last time stands in the field until another is typed.
  useEffect(() => { if (draft.group === null) setDraft({ group: last }) }, [draft.group, last])
  const choose = (group: string): void => { setDraft({ group, rehearsal: null }); keep(group) }
  if (column) return <p className="import-group-said">{say('group.column', { column })}</p>
  return <KnownName label={say('group')} hint={say('group.hint')} value={value} known={groups} onChange={choose} />
}

/** Asked of everybody, as the second year must not be taken for the first; left empty it is a project without waves. */
function WaveField() {
  const say = useSay('importing')
  const { mapping, wave } = useDraft()
  const waves = useRead('project.read', {}).data?.waves ?? []
  const column = waveColumn(mapping)
  const choose = (name: string): void => setDraft({ wave: name, rehearsal: null })
  if (column) return <p className="import-group-said">{say('wave.column', { column })}</p>
  return <KnownName label={say('wave')} hint={say('wave.hint')} value={wave} known={waves} onChange={choose} />
}

/** A name to type, or one that the project has already. */
function KnownName({ label, hint, value, known, onChange }: { label: string, hint: string, value: string, known: readonly { id: string, name: string }[], onChange: (name: string) => void }) {
  const say = useSay('importing')
  return (
    <div className="import-group">
      <TextField label={label} hint={hint} value={value} onChange={onChange} maxLength={100} />
      {known.length > 0 && (
        <p className="import-group-known">
          <span>{say('group.known')}</span>
          {known.map(({ id, name }) => <Button key={id} small look={name === value ? 'plain' : 'quiet'} onPress={() => onChange(name)}>{name}</Button>)}
        </p>
      )}
    </div>
  )
}
