// One line of the mapping: a question with its columns, or a column, what it means, how sure that is, and its details in place.
import { ChevronRight } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { askAs, kindsFor, setRole } from '../../shared/importing/edit-mapping.ts'
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { MappedSignifier, Mapping } from '../../shared/importing/mapping.ts'
import { plainWords } from '../../shared/importing/plain-words.ts'
import { reasonSentence } from '../../shared/importing/propose.ts'
import type { ReasonKey } from '../../shared/importing/reason-sentences.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { classNames } from '../ui/class-names.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { editMapping, setDraft } from './draft.ts'
import { valueColumns, type Line } from './lines.ts'
import { PlainEditor } from './plain-editor.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { RoleSelect, type RoleChoice } from './role-select.tsx'

export interface ColumnLineProps { line: Line, isOpen: boolean, onToggle: () => void, table: LookedAt, mapping: Mapping }

export function ColumnLine({ line, isOpen, onToggle, table, mapping }: ColumnLineProps) {
  const say = useSay('importing')
  const language = useLanguage()
  const { signifier, columns, note } = line
  const first = columns[0]!
  const name = signifier?.title || plainWords(first.column)
  const held = valueColumns(line)
  const samples = (signifier && wordsIn(signifier)) ?? samplesOf(table, held[0] ?? first.column)
  const hasMore = first.role === 'answer' || first.role === 'consent' || first.role === 'collectedOn' || first.role === 'drop'
  const choose = (choice: RoleChoice): void => {
    setDraft(({ seen }) => ({ seen: new Set([...seen, line.id]) }))
    editMapping(now => chosen(now, choice))
  }
  const chosen = (now: Mapping, choice: RoleChoice): Mapping => {
    if (choice.is === 'kind') return askAs(now, table, held, choice.kind)
    if (choice.is === 'apart') return held.reduce((apart, column) => askAs(setRole(apart, table, column, 'ignore'), table, [column], kindsFor(table, [column])[0]!), now)
    const before = now.columns.find(one => one.role === choice.role && one.column !== first.column && choice.role !== 'ignore' && choice.role !== 'drop')
    if (before) sayInPassing({ says: say('columns.moved', { column: before.column }), about: 'import.role' })
    return columns.reduce((rest, { column }) => setRole(rest, table, column, column === (held[0] ?? first.column) || choice.role === 'ignore' || choice.role === 'drop' ? choice.role : 'ignore'), now)
  }
  return (
    <li className={classNames('import-line', isOpen && 'is-open', line.isUnsure && 'is-unsure')} data-line={line.id}>
      <div className="import-line-face">
        <div className="import-line-words">
          <span className="import-line-name">{name}</span>
          {signifier && (columns.length > 1 || signifier.title !== first.column) && <span className="ui-hint">{say('line.columns', { count: columns.length, columns: columnNames(columns.map(({ column }) => column)) })}</span>}
          {samples.length > 0 && <span className="ui-hint">{say(signifier && wordsIn(signifier) ? 'line.words' : 'line.samples', { samples: samples.join(' · ') })}</span>}
          {note && note.confidence !== 'sure' && (
            <span className={classNames('import-line-reason', line.isUnsure && 'is-unsure')}>
              {say(line.isUnsure ? 'line.check' : 'line.likely', { reason: reasonSentence({ ...note, reason: note.reason as ReasonKey }, language) })}
            </span>
          )}
        </div>
        <RoleSelect label={say('line.role', { name })} mapping={mapping} line={line} kinds={kindsFor(table, held)} onChoose={choose} />
        {hasMore ? (
          <AriaButton className="import-line-more" aria-expanded={isOpen} aria-label={say('line.details', { name })} onPress={onToggle}><ChevronRight aria-hidden /></AriaButton>
        ) : <span className="import-line-more" />}
      </div>
      {isOpen && hasMore && (
        <div className="import-line-editor">
          {signifier ? <QuestionEditor signifier={signifier} columns={columns} table={table} mapping={mapping} /> : <PlainEditor meaning={first} table={table} />}
        </div>
      )}
    </li>
  )
}

/** The options or the ends of a question tell more than cells do; null for a question that has neither. */
function wordsIn(signifier: MappedSignifier): string[] | null {
  const words = 'options' in signifier ? signifier.options.map(({ label }) => label) : signifier.kind === 'stones' ? signifier.stones.map(({ label }) => label) : 'anchors' in signifier ? signifier.anchors : []
  const said = words.filter(word => word !== '')
  return said.length > 0 ? said : null
}

/** Names that are a tool's own ids say nothing to people: the first one is enough to find it. */
function columnNames(names: string[]): string {
  return names.length > 1 && names.every(name => /^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(name)) ? `${names[0]!.slice(0, 8)}…` : names.join(' · ')
}

const SAMPLE_LENGTH = 36

/** A few different cells of a column. */
export function samplesOf(table: Pick<LookedAt, 'headings' | 'sample'>, column: string): string[] {
  const at = table.headings.findIndex(({ name }) => name === column)
  if (at < 0) return []
  const cells = table.sample.map(({ cells: row }) => (row[at] ?? '').replace(/\s+/gu, ' ').trim()).filter(cell => cell !== '')
  return [...new Set(cells)].slice(0, 3).map(cell => (cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : cell))
}
