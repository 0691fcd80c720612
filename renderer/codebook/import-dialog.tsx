// A codebook from a file: what it would make and change is shown first; then it is one act that can be undone.
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { FileUp } from 'lucide-react'
import type { Code } from '../../shared/contract/code.ts'
import { planRows, type PlannedRow, type ReadRows } from '../../shared/domain/codebook-rows.ts'
import { failureOf } from '../api/failed.ts'
import { useWrite } from '../api/hooks.ts'
import { sayDone } from '../app/say-done.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { readCodebookFile } from './codebook-file.ts'

const TAKEN = ['.csv', '.xlsx', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

/** So many names are read; more are a number. */
const FEW = 8

export function ImportDialog({ codes, onClose }: { codes: readonly Code[], onClose: () => void }) {
  const say = useSay('codebook')
  const language = useLanguage()
  const { write: bringIn, pending } = useWrite('code.import')
  const [read, setRead] = useState<ReadRows | { says: string } | null>(null)
  const look = async (list: FileList | null) => {
    const file = list?.[0]
    if (file) setRead(await readCodebookFile(file, say, language).catch((error: unknown) => ({ says: failureWords(failureOf(error)) })))
  }
  const rows = read && 'rows' in read ? read.rows : []
  const planned = planRows(codes, rows)
  const works = planned.filter(({ code, changes }) => code === null || Object.keys(changes).length > 0)
  const doIt = async () => {
    const done = await bringIn({ rows })
    if (!done.ok) return
    sayDone(say('import.done', { made: done.value.made, changed: done.value.changed }))
    onClose()
  }
  return (
    <Dialog
      title={say('import.title')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={works.length === 0 || pending} onPress={() => void doIt()}>{say('import.do')}</Button></>}
    >
      <p>{say('import.says')}</p>
      <FileTrigger acceptedFileTypes={TAKEN} onSelect={list => void look(list)}><Button icon={<FileUp aria-hidden />}>{say('import.choose')}</Button></FileTrigger>
      {read && 'says' in read && <Notice kind="error">{read.says}</Notice>}
      {read && 'rows' in read && <Preview read={read} codes={codes} planned={planned} works={works} />}
    </Dialog>
  )
}

function Preview({ read: { problems, unknown }, codes, planned, works }: { read: ReadRows, codes: readonly Code[], planned: readonly PlannedRow[], works: readonly PlannedRow[] }) {
  const say = useSay('codebook')
  const format = useFormats()
  const made = works.filter(({ code }) => code === null)
  const named = new Set(planned.map(({ code }) => code?.id))
  const absent = codes.filter(({ id, retired }) => !retired && !named.has(id)).map(({ name }) => name)
  return (
    <>
      <p role="status">{say('import.effect', { made: made.length, changed: works.length - made.length, same: planned.length - works.length })}</p>
      {absent.length > 0 && (
        <p className="ui-hint">{absent.length <= FEW ? say('import.absent', { codes: format.list(absent) }) : say('import.absentMany', { count: absent.length })}{made.length > 0 && ` ${say('import.rename')}`}</p>
      )}
      {unknown.length > 0 && <p className="ui-hint">{say('import.unknown', { columns: unknown.join(', ') })}</p>}
      {problems.length > 0 && <Notice kind="warning"><ul>{problems.map(({ row, is }) => <li key={row}>{say(`import.problem.${is}`, { row })}</li>)}</ul></Notice>}
      <ul className="code-import-rows">
        {works.map(({ path, code, changes }) => (
          <li key={path.join('\n')}>
            <strong>{path.join(' › ')}</strong> <span className="ui-hint">{say(code ? 'import.changes' : 'import.makes')}</span>
            {(['definition', 'include', 'exclude'] as const).map(field => changes[field] !== undefined && (
              <p key={field}><em>{say(field === 'definition' ? 'file.definition' : field)}:</em> {code && code[field] !== '' && <del>{code[field]}</del>} <ins>{changes[field]}</ins></p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
