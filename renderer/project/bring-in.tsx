// One copy: what it would bring, bringing it in, and how it went.
import { useEffect, useState } from 'react'
import type { MergePreview, MergeReport } from '../../shared/contract/merge.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useDesk } from '../api/desk.ts'
import { useJob } from '../api/jobs.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { useMomentWords } from './moment-words.ts'

export function BringIn({ path, onClose }: { path: string, onClose: () => void }) {
  const say = useSay('merging')
  const frame = useSay('frame')
  const { write: look, failure: unfit } = useDesk('merge.preview', { quiet: true })
  const { write: bring, failure: failed } = useDesk('merge.run', { quiet: true })
  const [preview, setPreview] = useState<MergePreview | null>(null)
  const [job, setJob] = useState<Id | null>(null)
  const [report, setReport] = useState<MergeReport | null>(null)
  useEffect(() => {
    let gone = false
    void look({ path }).then(looked => { if (looked.ok && !gone) setPreview(looked.value) })
    return () => { gone = true }
  }, [look, path])
  const start = async (): Promise<void> => {
    const id = newId()
    setJob(id)
    const brought = await bring({ path, job: id })
    if (brought.ok) setReport(brought.value)
  }
  const failure = unfit ?? failed
  const isRunning = job !== null && !report && !failed
  const foot = report || failure || preview?.changes === 0 ? <Button look="primary" onPress={onClose}>{say('close')}</Button>
    : preview && !isRunning ? <><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" onPress={() => void start()}>{say('do')}</Button></> : undefined
  return (
    <Dialog title={say(report ? 'done' : preview && !failure ? 'preview.title' : 'title')} isOpen isFirm onClose={onClose} foot={foot}>
      {failure ? <Notice kind="error">{failureWords(failure)}</Notice>
        : report ? <Report report={report} onClose={onClose} />
        : isRunning ? <Running job={job} />
        : preview ? <Preview preview={preview} /> : <ProgressBar label={say('looking')} value={null} />}
    </Dialog>
  )
}

function Running({ job }: { job: Id | null }) {
  const say = useSay('merging')
  const progress = useJob(job)?.progress ?? null
  return <ProgressBar label={say('doing')} value={progress === null ? null : progress * 100} />
}

function Preview({ preview }: { preview: MergePreview }) {
  const say = useSay('merging')
  const format = useFormats()
  const when = useMomentWords()
  const kinds = (['stories', 'codings', 'codes', 'memos', 'corrections'] as const).filter(kind => preview[kind] > 0)
  return (
    <>
      <p className="project-path">{say('preview.from', { path: preview.path })}{preview.changedAt !== null && ` · ${say('preview.changed', { when: when(preview.changedAt) })}`}</p>
      {preview.changes === 0 ? <p>{say('preview.nothing')}</p> : (
        <>
          {kinds.length > 0 && <dl className="merging-counts">{kinds.map(kind => <div key={kind}><dt>{say(kind)}</dt><dd>{format.number(preview[kind])}</dd></div>)}</dl>}
          <Whose coders={preview.coders} />
          <p className="ui-hint">{say('preview.safe')}</p>
        </>
      )}
      {preview.onlyHere > 0 && <p className="ui-hint">{say('preview.onlyHere', { count: preview.onlyHere })}</p>}
    </>
  )
}

function Whose({ coders }: { coders: MergePreview['coders'] }) {
  const say = useSay('merging')
  const format = useFormats()
  return (
    <table className="project-table">
      <thead><tr><th scope="col">{say('who')}</th><th scope="col" className="is-number">{say('codings')}</th><th scope="col" className="is-number">{say('changes')}</th></tr></thead>
      <tbody>
        {coders.map(({ name, changes, codings }) => (
          <tr key={name ?? ''}><th scope="row">{name ?? say('nobody')}</th><td className="is-number">{format.number(codings)}</td><td className="is-number">{format.number(changes)}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

function Report({ report, onClose }: { report: MergeReport, onClose: () => void }) {
  const say = useSay('merging')
  const { changes, coders, waiting, conflicts, circles, inUse, leftBehind, sameName, sameCoder, twice } = report
  const count = conflicts + circles + inUse + leftBehind + sameName + sameCoder + twice
  const settle = (): void => {
    onClose()
    go(formatRoute({ place: 'samenvoegen' }))
  }
  return (
    <>
      <p>{say('done.changes', { count: changes })}</p>
      {coders.length > 0 && <Whose coders={coders} />}
      {waiting.length > 0 && (
        <Notice kind="warning">
          <p>{say('done.waits')}</p>
          {waiting.map(({ why, on }, at) => <p key={at}>{failureWords({ kind: 'conflict', message: `merge.waits.${why}`, values: { on } })}</p>)}
        </Notice>
      )}
      {count > 0 ? <Notice act={<Button small onPress={settle}>{say('settle.go')}</Button>}>{say('settle', { count })}</Notice> : waiting.length === 0 && <p>{say('done.clean')}</p>}
    </>
  )
}
