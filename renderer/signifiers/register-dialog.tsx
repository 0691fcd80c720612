// Putting a table from elsewhere beside the stories: what it is, and its numbers, pasted from a spreadsheet or read from a file.
import { useState } from 'react'
import { FileInput } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { RegisterSource, type Register, type RegisterBody } from '../../shared/contract/register.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { newId } from '../../shared/domain/ids.ts'
import { cellsFrom, cellsOf, readCounts } from '../../shared/registration/counts.ts'
import { firstSettings, readLog, type LogColumns, type LogSheet } from '../../shared/registration/log.ts'
import { failureOf } from '../api/failed.ts'
import { upload } from '../api/files.ts'
import { useWrite } from '../api/hooks.ts'
import { importing } from '../api/importing.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const TAKEN = ['.csv', '.txt', '.xlsx', 'text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
type Facts = Pick<Register, 'name' | 'source' | 'origin' | 'from' | 'to' | 'unit' | 'base'>
const NO_FACTS: Facts = { name: '', source: 'registration', origin: '', from: '', to: '', unit: '', base: null }

/** `register` null: a new one. The kind of a table that stands is not changed. */
export function RegisterDialog({ register, onClose }: { register: Register | null, onClose: () => void }) {
  const say = useSay('register')
  const language = useLanguage()
  const [facts, setFacts] = useState<Facts>(register ?? NO_FACTS)
  const [kind, setKind] = useState<'counts' | 'log'>(register?.table.kind ?? 'counts')
  const [words, setWords] = useState(register?.table.kind === 'counts' ? cellsFrom(register.table.body).map(cells => cells.join('\t')).join('\n') : '')
  const [sheets, setSheets] = useState<LogSheet[]>([])
  const [columns, setColumns] = useState<LogColumns>({ worker: null, case: 0, conversation: null, duration: null })
  const [problem, setProblem] = useState<string | null>(null)
  const make = useWrite('register.make', { quiet: true })
  const change = useWrite('register.change', { quiet: true })
  const set = (part: Partial<Facts>) => setFacts({ ...facts, ...part })
  const counts = kind === 'counts' ? readCounts(cellsOf(words)) : null
  const log = kind === 'log' && sheets.length > 0 ? readLog(sheets, columns) : null
  const table: RegisterBody | null = counts?.ok ? { kind: 'counts', body: counts.body } : log ? { kind: 'log', body: log, settings: firstSettings(log) } : null
  const isUnchanged = kind === 'log' && sheets.length === 0 && register !== null
  const failure = make.failure ?? change.failure

  const receive = async (chosen: FileList | null) => {
    const files = [...chosen ?? []]
    if (files.length === 0) return
    setProblem(null)
    try {
      const sent = await Promise.all(files.map(file => upload(file)))
      const read = await importing('import.readTable', { uploads: sent.map(one => one.upload) })
      const [first] = read.sheets
      if (!first) setProblem(read.problems[0] ? problemSentence(read.problems[0], language) : say('file.empty'))
      else if (kind === 'counts') setWords(first.rows.map(cells => cells.join('\t')).join('\n'))
      else { setSheets(read.sheets); setColumns(guessColumns(read.sheets)) }
    } catch (failed) {
      setProblem(failureWords(failureOf(failed)))
    }
  }
  const keep = async () => {
    const { name, source, origin, from, to, unit, base } = facts
    const told = { name, source, origin, from, to, unit, base }
    const written = register === null ? table && await make.write({ id: newId(), ...told, table }) : await change.write({ register: register.id, ...told, ...(table ? { table } : {}) })
    if (written && written.ok) onClose()
  }
  const canKeep = facts.name.trim() !== '' && (table !== null || isUnchanged) && !make.pending && !change.pending
  return (
    <Dialog
      title={say(register ? 'edit.title' : 'add.title')} isOpen isFirm size="large" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={!canKeep} onPress={() => void keep()}>{say('keep')}</Button></>}
    >
      <div className="patterns-register-form">
        <TextField label={say('name')} hint={say('name.hint')} value={facts.name} onChange={name => set({ name })} maxLength={120} autoFocus />
        <div className="patterns-register-row">
          <Select label={say('source')} choices={RegisterSource.options.map(id => ({ id, name: say(`source.${id}`) }))} value={facts.source} onChange={source => set({ source })} />
          <TextField label={say('origin')} hint={say('origin.hint')} value={facts.origin} onChange={origin => set({ origin })} maxLength={500} />
        </div>
        <div className="patterns-register-row">
          <DateField label={say('from')} value={facts.from} onChange={from => set({ from })} />
          <DateField label={say('to')} value={facts.to} onChange={to => set({ to })} />
          <NumberField label={say('base')} hint={say('base.hint')} value={facts.base ?? Number.NaN} minValue={0} onChange={base => set({ base: Number.isNaN(base) ? null : Math.round(base) })} />
          <TextField label={say('unit')} hint={say('unit.hint')} value={facts.unit} onChange={unit => set({ unit })} maxLength={60} />
        </div>
        {register === null && <RadioGroup label={say('kind')} choices={(['counts', 'log'] as const).map(id => ({ id, name: say(`kind.${id}`), more: say(`kind.${id}.more`) }))} value={kind} onChange={setKind} />}
        <FileTrigger acceptedFileTypes={TAKEN} allowsMultiple={kind === 'log'} onSelect={list => void receive(list)}><Button icon={<FileInput aria-hidden />}>{say('file')}</Button></FileTrigger>
        {kind === 'counts' ? (
          <TextField
            label={say('counts')} hint={say('counts.hint')} lines={9} value={words} onChange={setWords} className="patterns-register-words"
            error={words.trim() !== '' && counts && !counts.ok ? say(`counts.${counts.reason}`, { row: counts.row }) : undefined}
          />
        ) : sheets.length === 0 ? <p className="ui-hint">{say(register ? 'log.keep' : 'log.hint')}</p> : <ColumnSelects sheets={sheets} columns={columns} onChange={setColumns} found={log?.rows.length ?? 0} />}
        {problem && <Notice kind="error">{problem}</Notice>}
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </div>
    </Dialog>
  )
}

const NONE = '-'

function ColumnSelects({ sheets, columns, onChange, found }: { sheets: readonly LogSheet[], columns: LogColumns, onChange: (columns: LogColumns) => void, found: number }) {
  const say = useSay('register')
  const heads = sheets[0]!.rows[0]!.map((name, at) => ({ id: String(at), name: name || say('column', { number: at + 1 }) }))
  const none = { id: NONE, name: say('column.none') }
  const at = (spelled: string): number | null => (spelled === NONE ? null : Number(spelled))
  return (
    <>
      <div className="patterns-register-row">
        <Select label={say('column.case')} choices={heads} value={String(columns.case)} onChange={id => onChange({ ...columns, case: Number(id) })} />
        <Select label={say('column.duration')} choices={[none, ...heads]} value={String(columns.duration ?? NONE)} onChange={id => onChange({ ...columns, duration: at(id) })} />
        <Select label={say('column.conversation')} choices={[none, ...heads]} value={String(columns.conversation ?? NONE)} onChange={id => onChange({ ...columns, conversation: at(id) })} />
        <Select
          label={say('column.worker')} choices={[none, ...(sheets.length > 1 ? [{ id: 'sheet', name: say('column.sheet') }] : []), ...heads]} value={String(columns.worker ?? NONE)}
          onChange={id => onChange({ ...columns, worker: id === 'sheet' ? 'sheet' : at(id) })}
        />
      </div>
      <p className="ui-hint" role="status">{say('log.found', { rows: found, sheets: sheets.length })} {say('log.private')}</p>
    </>
  )
}

/** By their headings; a person sees the guess and can choose otherwise. */
function guessColumns(sheets: readonly LogSheet[]): LogColumns {
  const heads = sheets[0]!.rows[0]!
  const named = (pattern: RegExp): number | null => { const at = heads.findIndex(head => pattern.test(head)); return at < 0 ? null : at }
  return {
    case: named(/casus|geval|gezin|cliënt|client|dossier|case/i) ?? 0, duration: named(/duur|tijd|minut|duration|time/i), conversation: named(/gesprek|contact|conversation/i),
    worker: named(/medewerker|werker|hulpverlener|worker/i) ?? (sheets.length > 1 ? 'sheet' : null)
  }
}
