// How far slow work is, in words and as a bar; without a value it only says that it is busy.
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'

export interface ProgressBarProps {
  label: string
  /** 0–100; null while the end is not known. */
  value: number | null
  /** What is happening now, e.g. "812 van 2.000 verhalen". */
  detail?: string
}

export function ProgressBar({ label, value, detail }: ProgressBarProps) {
  return (
    <AriaProgressBar value={value ?? undefined} isIndeterminate={value === null} className="ui-progress">
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className="ui-progress-words"><Label>{label}</Label><span>{detail ?? (isIndeterminate ? '' : valueText)}</span></div>
          <div className="ui-progress-track"><div className="ui-progress-fill" style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }} /></div>
        </>
      )}
    </AriaProgressBar>
  )
}
