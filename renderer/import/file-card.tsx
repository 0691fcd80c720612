// A chosen file: what was recognised in it, in one sentence, what is wrong with it, and the way to put it right.
import { useState } from 'react'
import { FileJson, FileSpreadsheet, FileText, FileX, X } from 'lucide-react'
import { problemWords } from '../../shared/importing/messages.ts'
import type { LookedAt } from '../../shared/contract/importing.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { leadTable, useDraft, type DraftFile } from './draft.ts'
import { FileSettings } from './file-settings.tsx'
import { useRecognised } from './recognised.ts'
import { removeDefinition, removeFile, removeTemplate } from './receive.ts'
import { hasOtherColumns } from './wish.ts'

export function FileCard({ file }: { file: DraftFile }) {
  const say = useSay('importing')
  const language = useLanguage()
  const draft = useDraft()
  const [isOpen, setOpen] = useState(false)
  const { looked, failure } = file
  const isBad = failure !== null || looked?.is === 'unreadable'
  const isOther = hasOtherColumns(draft, file.upload)
  const Icon = isBad ? FileX : FileSpreadsheet
  // A file that cannot be read with the settings chosen must stay open to others.
  const canSet = looked?.is === 'table' || (looked?.is === 'unreadable' && /\.(csv|tsv|xlsx)$/i.test(file.name))
  return (
    <article className="import-file" aria-label={file.name}>
      <Icon aria-hidden />
      <div className="import-file-words">
        <h2>{file.name}</h2>
        {looked?.is === 'table' && <Recognised looked={looked} />}
        {!looked && !failure && <ProgressBar label={say(file.sent < 1 ? 'files.sending' : 'files.looking')} value={file.sent < 1 ? Math.round(file.sent * 100) : null} />}
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
        {looked?.problems.map(problem => (
          <Notice key={`${problem.message} ${problem.row} ${problem.column}`} kind={looked.is === 'unreadable' ? 'error' : 'warning'}>{placed(problem.row, problem.column)}{problemWords(problem, language)}</Notice>
        ))}
        {isOther && <Notice kind="error">{say('files.otherColumns', { file: leadTable(draft)?.name ?? '' })}</Notice>}
        {canSet && <Button look="quiet" small aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{say('files.wrong')}</Button>}
        {canSet && isOpen && <FileSettings file={file} looked={looked} />}
      </div>
      <IconButton name={say('files.remove', { file: file.name })} icon={<X aria-hidden />} onPress={() => removeFile(file.key)} />
    </article>
  )

  function placed(row: number | null, column: string | null): string {
    const parts = [row === null ? null : say('row', { row }), column === null ? null : say('column', { column })].filter(Boolean)
    return parts.length > 0 ? `${parts.join(', ')}: ` : ''
  }
}

function Recognised({ looked }: { looked: LookedAt }) {
  return <p>{useRecognised()(looked)}</p>
}

export function TranscriptsCard({ files }: { files: DraftFile[] }) {
  const say = useSay('importing')
  const format = useFormats()
  return (
    <article className="import-file" aria-label={say('transcripts', { count: files.length })}>
      <FileText aria-hidden />
      <div className="import-file-words">
        <h2>{say('transcripts', { count: files.length })}</h2>
        <p>{say('transcripts.more')}</p>
        <ul className="import-transcripts">
          {files.map(({ key, name, size }) => (
            <li key={key}>
              <span>{name}</span> <span className="ui-hint">{format.size(size)}</span>
              <IconButton small name={say('files.remove', { file: name })} icon={<X aria-hidden />} onPress={() => removeFile(key)} />
            </li>
          ))}
        </ul>
      </div>
    </article>
  )
}

/** A definition and a template: they say how to read the stories. */
export function Asides() {
  const say = useSay('importing')
  const { definition, template } = useDraft()
  return (
    <>
      {definition && <Aside name={definition.name} says={say('definition.is', { title: definition.title, count: definition.signifiers })} onRemove={removeDefinition} />}
      {template && <Aside name={template.name} says={say('template.is', { count: template.mapping.columns.length })} onRemove={removeTemplate} />}
    </>
  )
}

function Aside({ name, says, onRemove }: { name: string, says: string, onRemove: () => void }) {
  const say = useSay('importing')
  return (
    <article className="import-file" aria-label={name}>
      <FileJson aria-hidden />
      <div className="import-file-words"><h2>{name}</h2><p>{says}</p></div>
      <IconButton name={say('files.remove', { file: name })} icon={<X aria-hidden />} onPress={onRemove} />
    </article>
  )
}
