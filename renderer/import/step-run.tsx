// Step 4: bringing the stories in, and what came of it: what is there now, what to look at, what to do next.
import { BookOpenText, FilePlus2, Save } from 'lucide-react'
import { mappingJson } from '../../shared/importing/read-mapping.ts'
import { importing, useJobState } from '../api/importing.ts'
import { saveBlob } from '../api/files.ts'
import { go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { clearDraft, setDraft, useDraft } from './draft.ts'
import { jobFailure } from './job-failure.ts'
import { ProblemList } from './problem-list.tsx'
import { Outlook } from './step-check.tsx'
import { StepSheet, type StepProps } from './steps.tsx'
import { stepRoute } from './wish.ts'

export function StepRun({ heading }: StepProps) {
  const say = useSay('importing')
  const draft = useDraft()
  const job = draft.run?.job ?? null
  const { data: state, progress } = useJobState(job)
  const done = state?.state === 'done' ? state.done : null
  const running = !state || state.state === 'running'
  const again = (): void => { setDraft({ run: null, rehearsal: null }); go(stepRoute('nakijken')) }
  const another = (): void => { clearDraft({ group: '' }); go(stepRoute('bestanden')) }
  const saveMapping = (): void => {
    if (draft.mapping) saveBlob(`${draft.mapping.name || say('template.file')}.duiding-koppeling.json`, new Blob([mappingJson(draft.mapping)], { type: 'application/json' }))
  }
  return (
    <StepSheet
      heading={heading} title={say(done ? 'run.done.title' : running ? 'run.title' : 'run.not.title')}
      lead={done ? say('run.done', { count: done.added + done.changed }) : running ? say('run.lead') : say('run.not')}
      status={running ? say('run.busy') : null}
      next={done && <Button look="primary" icon={<BookOpenText aria-hidden />} onPress={() => go('#/lezen')}>{say('run.read')}</Button>}
    >
      {running && (
        <div className="import-progress">
          <ProgressBar label={say('run.progress')} value={progress === null ? null : Math.round(progress * 100)} />
          <Button onPress={() => { if (job) void importing('job.cancel', { job }) }}>{say('cancel')}</Button>
        </div>
      )}
      {state && state.state !== 'running' && !done && (
        <Notice kind={state.state === 'cancelled' ? 'info' : 'error'} act={<Button onPress={again}>{say('run.back')}</Button>}>
          {state.state === 'cancelled' ? say('run.cancelled') : state.failure ? failureWords(jobFailure(state.failure)) : say('run.failed')}
        </Notice>
      )}
      {state?.state === 'failed' && state.problems.length > 0 && <ProblemList problems={state.problems} withFile={draft.files.length > 1} />}
      {done && (
        <>
          <Outlook done={done} problems={state?.problems ?? []} />
          <div className="import-afterwards">
            <Button icon={<FilePlus2 aria-hidden />} onPress={another}>{say('run.another')}</Button>
            {draft.mapping && <Button icon={<Save aria-hidden />} onPress={saveMapping}>{say('run.template')}</Button>}
          </div>
          {draft.mapping && <p className="ui-hint">{say('run.template.more')}</p>}
        </>
      )}
    </StepSheet>
  )
}
