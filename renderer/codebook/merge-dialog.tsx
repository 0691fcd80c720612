// Merging one code into another: choose where to, see what will happen, then do it. It can be undone.
import { useState } from 'react'
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import { branchOf } from '../../shared/domain/code-branch.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { pathOf } from './code-tree.ts'

export interface MergeDialogProps {
  code: Code
  codes: readonly Code[]
  count: CodeCount | undefined
  onMerge: (into: Code) => Promise<void>
  onClose: () => void
}

export function MergeDialog({ code, codes, count, onMerge, onClose }: MergeDialogProps) {
  const say = useSay('codebook')
  const [into, setInto] = useState<Id | null>(null)
  const own = branchOf(codes, code.id)
  const offered = codes.filter(each => !each.retired && !own.has(each.id))
  const target = offered.find(({ id }) => id === into)
  const children = codes.filter(each => each.parent === code.id && !each.retired).length
  return (
    <Dialog
      title={say('merge.title', { code: code.name })} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={!target} onPress={() => { if (target) void onMerge(target) }}>{say('merge.do')}</Button></>}
    >
      <p>{say('merge.says', { code: code.name })}</p>
      <ComboBox
        label={say('merge.into')} value={into} onChange={setInto}
        choices={offered.map(each => ({ id: each.id, name: each.name, more: pathOf(codes, each).join(' › ') || undefined, icon: <CodeSwatch colour={each.colour} /> }))}
      />
      {target && (
        <Notice>
          <p>{say('merge.effect', { codings: say('merge.codings', { count: count?.codings ?? 0 }), coders: say('merge.coders', { count: count?.coders ?? 0 }), into: target.name })}</p>
          {children > 0 && <p>{say('merge.children', { count: children, into: target.name })}</p>}
        </Notice>
      )}
    </Dialog>
  )
}
