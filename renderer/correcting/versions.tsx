// The versions a text went through: who corrected it, when and why, with the difference shown; the oldest stay readable.
import { useState } from 'react'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Revision } from '../../shared/contract/text.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Differences } from './differences.tsx'
import './correcting.css'

export interface VersionsProps {
  story: Story
  coders: ReadonlyMap<Id, Coder>
  nameOf: (text: Text) => string | null
  isOpen: boolean
  onClose: () => void
}

export function Versions({ story, coders, nameOf, isOpen, onClose }: VersionsProps) {
  const say = useSay('correcting')
  const [at, setAt] = useState<Id>(() => (story.texts.find(text => text.version > 1) ?? story.texts[0]!).id)
  return (
    <Dialog title={say('versions')} isOpen={isOpen} onClose={onClose} size="large">
      {story.texts.length > 1 && <Select small className="correcting-which" label={say('which')} labelHidden choices={story.texts.map(text => ({ id: text.id, name: nameOf(text) ?? say('main') }))} value={at} onChange={setAt} />}
      <VersionsOf key={at} text={at} coders={coders} />
    </Dialog>
  )
}

function VersionsOf({ text, coders }: { text: Id, coders: ReadonlyMap<Id, Coder> }) {
  const say = useSay('correcting')
  const revisions = useRead('text.revisions', { text }).data
  const [chosen, setChosen] = useState<number | null>(null)
  const [whole, setWhole] = useState(false)
  if (!revisions) return <Skeleton lines={4} label={say('versions')} />
  const at = revisions.find(each => each.number === chosen) ?? revisions[0]!
  return (
    <div className="correcting-versions">
      <ol aria-label={say('versions')}>
        {revisions.map(each => (
          <li key={each.number}>
            <button type="button" className={classNames('correcting-version', each === at && 'is-at')} aria-current={each === at || undefined} onClick={() => setChosen(each.number)}>
              <strong>{say('version', { n: each.version })}{each.newest && ` · ${say('version.newest')}`}</strong>
              <VersionFacts revision={each} coders={coders} />
            </button>
          </li>
        ))}
      </ol>
      <div className="correcting-version-words">
        {at.aside && <Notice kind="warning">{say('version.aside')}</Notice>}
        {at.from === null ? <Whole text={text} number={at.number} /> : (
          <>
            <Checkbox isSelected={whole} onChange={setWhole}>{say('version.whole')}</Checkbox>
            <Changed text={text} from={at.from} number={at.number} whole={whole} label={say('version', { n: at.version })} />
          </>
        )}
      </div>
    </div>
  )
}

function VersionFacts({ revision: { coder, at, reason }, coders }: { revision: Revision, coders: ReadonlyMap<Id, Coder> }) {
  const say = useSay('correcting')
  const formats = useFormats()
  if (at === null || reason === null) return <span className="ui-hint">{say('version.imported')}</span>
  return <span className="ui-hint">{[coder ? coders.get(coder)?.name : undefined, formats.moment(at), say(`reason.${reason}`)].filter(Boolean).join(' · ')}</span>
}

function Whole({ text, number }: { text: Id, number: number }) {
  const body = useRead('text.body', { text, number }).data?.body
  return body === undefined ? null : <div className="correcting-differences">{body.split('\n').map((line, at) => <p key={at} dir="auto">{line}</p>)}</div>
}

function Changed({ text, from, number, whole, label }: { text: Id, from: number, number: number, whole: boolean, label: string }) {
  const before = useRead('text.body', { text, number: from }).data?.body
  const after = useRead('text.body', { text, number }).data?.body
  return before === undefined || after === undefined ? null : <Differences before={before} after={after} label={label} whole={whole} />
}
