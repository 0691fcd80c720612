// Verhalen inlezen: files, columns, checking, bringing in; one page each, back and forth, nothing lost.
import { useEffect, useRef } from 'react'
import { useRead } from '../api/hooks.ts'
import { useMe } from '../api/use-me.ts'
import { go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { clearDraft, readDraft, useDraft } from './draft.ts'
import { StepCheck } from './step-check.tsx'
import { StepColumns } from './step-columns.tsx'
import { StepFiles } from './step-files.tsx'
import { StepRun } from './step-run.tsx'
import { Steps } from './steps.tsx'
import { furthest, stepRoute, stepsOf, type Step } from './wish.ts'
import './import.css'

/** Who may bring stories in. */
const STEERING = new Set(['lead', 'researcher'])

export default function ImportPage() {
  const say = useSay('importing')
  const me = useMe()
  const coders = useRead('coder.list', {}).data
  const project = useRead('project.read', {}).data
  const role = coders?.find(({ id }) => id === me)?.role
  if (!project || !role) return <div className="frame-page"><Skeleton label={say('title')} lines={6} /></div>
  if (project.readonly) return <Refused says={say('refused.readonly')} />
  if (!STEERING.has(role)) return <Refused says={say('refused.role')} />
  return <Wizard />
}

function Refused({ says }: { says: string }) {
  const say = useSay('importing')
  return (
    <div className="frame-page">
      <h1>{say('title')}</h1>
      <EmptyState says={says} act={<Button onPress={() => go('#/lezen')}>{say('refused.act')}</Button>} />
    </div>
  )
}

function Wizard() {
  const draft = useDraft()
  const { rest } = useRoute()
  const wanted = (rest[0] ?? 'bestanden') as Step
  const steps = stepsOf(draft)
  const last = steps.indexOf(furthest(draft))
  const at = Math.max(0, Math.min(steps.indexOf(wanted), last))
  const step = steps[at]!
  const heading = useHeadingFocus(step)
  // Coming back by the menu after an import was finished: another one begins.
  useEffect(() => { if (wanted === 'bestanden' && readDraft().run) clearDraft() }, [wanted])
  useEffect(() => { if (step !== wanted) go(stepRoute(step), { replace: true }) }, [step, wanted])
  const move = (by: 1 | -1) => { const next = steps[at + by]; if (next) go(stepRoute(next)) }
  const around = { heading, onNext: () => move(1), onBack: () => move(-1) }
  return (
    <div className="import">
      <Steps steps={steps} at={at} last={draft.run ? -1 : last} />
      {step === 'bestanden' && <StepFiles {...around} />}
      {step === 'kolommen' && <StepColumns {...around} />}
      {step === 'nakijken' && <StepCheck {...around} />}
      {step === 'inlezen' && <StepRun {...around} />}
    </div>
  )
}

/** On every step but the first one seen, the focus goes to its heading. */
function useHeadingFocus(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Step | null>(null)
  useEffect(() => {
    if (before.current !== null && before.current !== step) heading.current?.focus()
    before.current = step
  }, [step])
  return heading
}
