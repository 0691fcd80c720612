// Step 3: the whole file read and checked without writing anything; what would come in, and everything that is wrong.
import { useEffect, useState } from 'react'
import { Copy, Download } from 'lucide-react'
import { problemSentence } from '../../shared/importing/messages.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import type { ImportDone, JobState } from '../../shared/contract/importing.ts'
import { failureOf } from '../api/failed.ts'
import { importing, useJobState } from '../api/importing.ts'
import { saveBlob } from '../api/files.ts'
import { go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { leadTable, setDraft, useDraft } from './draft.ts'
import { jobFailure } from './job-failure.ts'
import { ProblemList } from './problem-list.tsx'
import { StepSheet, type StepProps } from './steps.tsx'
import { stepRoute, stepsOf, wishOf, type ImportWish } from './wish.ts'

export function StepCheck({ heading, onBack, onNext }: StepProps) {
  const say = useSay('importing')
  const draft = useDraft()
  const wish = wishOf(draft)
  const { job, failure, begin } = useRehearsal(wish)
  const { data: state, progress } = useJobState(job)
  const running = job !== null && (!state || state.state === 'running')
  const done = state?.state === 'done' ? state.done : null
  const errors = state?.problems.filter(({ severity }) => severity === 'error').length ?? 0
  const start = async (): Promise<void> => {
    if (!wish) return
    try {
      setDraft({ run: await importing('import.start', { ...wish, rehearse: false }) })
      onNext()
    } catch (error) {
      sayInPassing({ says: failureWords(failureOf(error)) })
    }
  }
  const nothing = done !== null && done.added + done.changed === 0
  return (
    <StepSheet
      heading={heading} title={say('check.title')} lead={say('check.lead')} back={{ name: say('back'), onAct: onBack }}
      status={running ? say('check.running') : errors > 0 ? say('check.blocked', { count: errors }) : nothing ? say('check.nothing') : done ? say('check.ok') : null}
      next={<Button look="primary" isDisabled={!done || nothing} onPress={() => void start()}>{done ? say('check.next', { count: done.added + done.changed }) : say('check.next.plain')}</Button>}
    >
      {failure && <Notice kind="error" act={<Button onPress={begin}>{say('again')}</Button>}>{failureWords(failure)}</Notice>}
      {running && (
        <div className="import-progress">
          <ProgressBar label={say('check.reading')} value={progress === null ? null : Math.round(progress * 100)} />
          <Button onPress={() => { if (job) void importing('job.cancel', { job }) }}>{say('cancel')}</Button>
        </div>
      )}
      {state?.state === 'cancelled' && <Notice act={<Button onPress={begin}>{say('again')}</Button>}>{say('check.cancelled')}</Notice>}
      {state?.state === 'failed' && state.failure && <Notice kind="error" act={<Button onPress={begin}>{say('again')}</Button>}>{failureWords(jobFailure(state.failure))}</Notice>}
      {done && <Outlook done={done} problems={state?.problems ?? []} />}
      {errors > 0 && (
        <Notice kind="error" act={stepsOf(draft).includes('kolommen') && <Button onPress={() => go(stepRoute('kolommen'))}>{say('check.mend')}</Button>}>{say('check.errors', { count: errors })}</Notice>
      )}
      {state && state.problems.length > 0 && <Problems state={state} />}
    </StepSheet>
  )
}

/** Rehearses this very wish: once, and again when it changed. */
function useRehearsal(wish: ImportWish | null) {
  const { rehearsal } = useDraft()
  const [failure, setFailure] = useState<ReturnType<typeof failureOf> | null>(null)
  const of = wish ? JSON.stringify(wish) : null
  const begin = async (): Promise<void> => {
    if (!wish || !of) return
    setFailure(null)
    try {
      const { job } = await importing('import.start', { ...wish, rehearse: true })
      setDraft({ rehearsal: { job, of } })
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  useEffect(() => {
    if (rehearsal?.of !== of) void begin()
    // oxlint-disable-next-line react/exhaustive-deps -- once for each wish
  }, [of])
  return { job: rehearsal?.of === of ? rehearsal?.job ?? null : null, failure, begin: () => void begin() }
}

/** What would happen, in numbers, and what is left out. */
export function Outlook({ done, problems }: { done: ImportDone, problems: readonly ImportProblem[] }) {
  const say = useSay('importing')
  const format = useFormats()
  const noConsent = problems.filter(({ message }) => message === 'consent_no' || message === 'consent_blank').length + more(problems, 'consent_no') + more(problems, 'consent_blank')
  const counts = [
    ['added', done.added], ['changed', done.changed], ['unchanged', done.unchanged], ['noConsent', noConsent], ['skipped', done.skipped - noConsent], ['absent', done.absent.length], ['withdrawn', done.withdrawn.length]
  ] as const
  return (
    <>
      <dl className="import-counts">
        {counts.map(([key, count]) => (count > 0 || key === 'added') && (
          <div key={key}><dt>{say(`count.${key}`)}<span className="ui-hint">{say(`count.${key}.more`)}</span></dt><dd>{format.number(count)}</dd></div>
        ))}
      </dl>
      <Ids title={say('absent', { count: done.absent.length })} more={say('absent.more')} ids={done.absent} />
      <Ids title={say('textDiffers', { count: done.textDiffers.length })} more={say('textDiffers.more')} ids={done.textDiffers} />
      {done.dropped.length > 0 && <p className="import-dropped">{say('dropped', { count: done.dropped.length, columns: format.list(done.dropped) })}</p>}
    </>
  )
}

/** Beyond the first ones of a kind, problems are counted. */
function more(problems: readonly ImportProblem[], of: string): number {
  return problems.filter(({ message, values }) => message === 'and_more' && values.of === of).reduce((sum, { values }) => sum + Number(values.count), 0)
}

function Ids({ title, more: words, ids }: { title: string, more: string, ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <details className="import-ids">
      <summary>{title}</summary>
      <p>{words}</p>
      <ul>{ids.map(id => <li key={id}>{id}</li>)}</ul>
    </details>
  )
}

function Problems({ state }: { state: JobState }) {
  const say = useSay('importing')
  const language = useLanguage()
  const draft = useDraft()
  const words = (): string => state.problems.map(problem => problemSentence(problem, language)).join('\n') + '\n'
  const canGo = (problem: ImportProblem): boolean => draft.mapping !== null && problem.row !== null && Boolean(leadTable(draft)?.sample.some(({ row }) => row === problem.row))
  const goTo = (problem: ImportProblem): void => {
    if (!canGo(problem)) return
    setDraft({ row: problem.row })
    go(stepRoute('kolommen'))
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words())
    sayInPassing({ says: say('problems.copied') })
  }
  return (
    <section className="import-all-problems" aria-labelledby="import-problems-heading">
      <header>
        <h2 id="import-problems-heading">{say('problems')} <span className="ui-count">{state.problems.length}</span></h2>
        <Button small look="quiet" icon={<Copy aria-hidden />} onPress={() => void copy()}>{say('problems.copy')}</Button>
        <Button small look="quiet" icon={<Download aria-hidden />} onPress={() => saveBlob(`${say('problems.file')}.txt`, new Blob([words()], { type: 'text/plain;charset=utf-8' }))}>{say('problems.save')}</Button>
      </header>
      <ProblemList problems={state.problems} withFile={draft.files.length > 1} onGo={goTo} />
    </section>
  )
}
