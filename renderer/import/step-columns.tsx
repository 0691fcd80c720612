// Step 2: what each column means, and beside it the stories as they will become.
import { useMemo, useState } from 'react'
import { ArrowDown } from 'lucide-react'
import { problemWords } from '../../shared/importing/messages.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ColumnLine } from './column-line.tsx'
import { editMapping, leadTable, setDraft, useDraft } from './draft.ts'
import { linesOf, SHELVES } from './lines.ts'
import { Preview } from './preview.tsx'
import { previewOf } from './preview-rows.ts'
import { StepSheet, type StepProps } from './steps.tsx'
import { absentColumns, withoutAbsent } from './template.ts'
import { mappingProblems } from './wish.ts'

export function StepColumns({ heading, onNext, onBack }: StepProps) {
  const say = useSay('importing')
  const language = useLanguage()
  const draft = useDraft()
  const table = leadTable(draft)!
  const mapping = draft.mapping!
  const [open, setOpen] = useState<string | null>(null)
  const lines = useMemo(() => linesOf(mapping, table, draft.seen), [mapping, table, draft.seen])
  const preview = useMemo(() => previewOf({ ...mapping, file: { ...mapping.file, group: draft.group?.trim() || null, wave: draft.wave.trim() || null } }, table), [mapping, table, draft.group, draft.wave])
  const unsure = lines.filter(({ isUnsure }) => isUnsure)
  const problems = mappingProblems(draft)
  const absent = absentColumns(mapping, table)
  const toggle = (id: string): void => {
    setOpen(open === id ? null : id)
    setDraft(({ seen }) => ({ seen: new Set([...seen, id]) }))
  }
  const toNext = (): void => {
    const { id } = unsure[0]!
    setOpen(id)
    // After the line was drawn open.
    requestAnimationFrame(() => {
      const line = document.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)
      line?.scrollIntoView({ block: 'center' })
      line?.querySelector<HTMLElement>('.import-line-more')?.focus()
      setDraft(({ seen }) => ({ seen: new Set([...seen, id]) }))
    })
  }
  return (
    <StepSheet
      heading={heading} title={say('columns.title')} lead={say('columns.lead')} isWide
      status={problems.length > 0 ? problemWords(problems[0]!, language) : unsure.length > 0 ? say('columns.unsure', { count: unsure.length }) : say('columns.ready')}
      back={{ name: say('back'), onAct: onBack }}
      next={<Button look="primary" isDisabled={problems.length > 0} onPress={onNext}>{say('columns.next')}</Button>}
    >
      <div className="import-columns">
        <div className="import-lines">
          {unsure.length > 0 && <Button className="import-unsure" icon={<ArrowDown aria-hidden />} onPress={toNext}>{say('columns.toNext', { count: unsure.length })}</Button>}
          {absent.length > 0 && (
            <Notice kind="warning" act={<Button onPress={() => editMapping(now => withoutAbsent(now, table))}>{say('columns.absent.drop')}</Button>}>
              {say('columns.absent', { count: absent.length, columns: absent.join(', ') })}
            </Notice>
          )}
          {SHELVES.map(shelf => {
            const on = lines.filter(line => line.shelf === shelf)
            return on.length > 0 && (
              <section key={shelf} className="import-shelf" aria-labelledby={`shelf-${shelf}`}>
                <h2 id={`shelf-${shelf}`}>{say(`shelf.${shelf}`)} <span className="ui-count">{on.length}</span></h2>
                <p className="import-shelf-more">{say(`shelf.${shelf}.more`)}</p>
                <ul>{on.map(line => <ColumnLine key={line.id} line={line} isOpen={open === line.id} onToggle={() => toggle(line.id)} table={table} mapping={mapping} />)}</ul>
              </section>
            )
          })}
        </div>
        <Preview preview={preview} />
      </div>
    </StepSheet>
  )
}
