// The data for other programs: one row a story or a fragment, for Excel, R and SPSS; and what left the project before.
import { useState } from 'react'
import { FileArchive, FileSpreadsheet, FileText } from 'lucide-react'
import type { DataForm } from '../../shared/contract/export.ts'
import { call } from '../api/call.ts'
import { exportBytes } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { filterSentence, useKnown } from '../filter/rule-words.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Around } from './around.ts'
import { LayerChoice, StoriesChoice } from './scope-controls.tsx'
import { useChoices } from './use-choices.ts'

const FORMS = [['xlsx', FileSpreadsheet], ['csv', FileText], ['zip', FileArchive]] as const
type Kind = 'stories' | 'fragments'

export function DataView({ project, coders }: Around) {
  const say = useSay('analysis')
  const language = useLanguage()
  const known = useKnown()
  const [choices, setChoices] = useChoices(project)
  const [words, setWords] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [told, setTold] = useState<{ is: 'done' | 'failed', says: string } | null>(null)
  const { filter, layer } = choices
  const total = useRead('story.list', { filter, limit: 1 }, { keepFormer: true }).data?.total
  const save = async (kind: Kind, form: DataForm) => {
    setBusy(`${kind} ${form}`)
    setTold(null)
    try {
      const said = Object.keys(filter).length === 0 ? '' : filterSentence(filter, known).slice(0, 2000)
      const { bytes, rows, variables } = await call(`export.${kind}`, { filter, layer, form, language, words, said })
      await exportBytes(kind, bytes, form, say(`data.file.${kind}`))
      setTold({ is: 'done', says: say('data.done', { rows, variables }) })
    } catch (error) {
      setTold({ is: 'failed', says: failureWords(failureOf(error)) })
    } finally {
      setBusy(null)
    }
  }
  return (
    <>
      <div className="crosstab-controls">
        <LayerChoice choices={choices} project={project} coders={coders} onChange={setChoices} />
        <StoriesChoice choices={choices} project={project} onChange={setChoices} />
      </div>
      <section className="crosstab-answer" aria-labelledby="data-title">
        <h2 id="data-title">{say('data.title')}</h2>
        <p className="crosstab-n">{total !== undefined && say('data.stories', { count: total })}</p>
        <p className="crosstab-lead">{say('data.lead')}</p>
        <Checkbox isSelected={words} onChange={setWords}>{say('data.words')}</Checkbox>
        {words && <Notice kind="warning">{say('data.words.careful')}</Notice>}
        {(['stories', 'fragments'] as const).map(kind => (
          <div key={kind} className="crosstab-files">
            <h3>{say(`data.${kind}`)}</h3>
            <p className="ui-hint">{say(`data.${kind}.more`)}</p>
            <div>
              {FORMS.map(([form, Icon]) => (
                <Button key={form} icon={<Icon aria-hidden />} isDisabled={busy !== null} onPress={() => void save(kind, form)}>{busy === `${kind} ${form}` ? say('data.busy') : say(`data.${form}`)}</Button>
              ))}
            </div>
          </div>
        ))}
        {told && <Notice kind={told.is === 'failed' ? 'error' : 'info'}>{told.says}</Notice>}
      </section>
      <Left coders={coders} />
    </>
  )
}

/** What left the project, newest first. */
function Left({ coders }: Pick<Around, 'coders'>) {
  const say = useSay('analysis')
  const format = useFormats()
  const left = useRead('export.list', { limit: 50 }).data
  const name = (coder: string | null) => coders.find(({ id }) => id === coder)?.name ?? ''
  return (
    <section className="crosstab-answer" aria-labelledby="left-title">
      <h3 id="left-title">{say('left.title')}</h3>
      {!left || left.rows.length === 0 ? <p className="ui-hint">{say('left.none')}</p> : (
        <table className="crosstab-grid crosstab-plain crosstab-left">
          <caption className="only-read-aloud">{say('left.title')}</caption>
          <thead><tr>{(['when', 'who', 'what', 'file'] as const).map(part => <th key={part} scope="col">{say(`left.${part}`)}</th>)}</tr></thead>
          <tbody>{left.rows.map(row => <tr key={row.id}><td>{format.moment(row.at)}</td><td>{name(row.coder)}</td><td>{say(`left.kind.${row.kind}`)}</td><td>{row.name}</td></tr>)}</tbody>
        </table>
      )}
    </section>
  )
}
