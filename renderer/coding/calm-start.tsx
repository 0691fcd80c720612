// Tells a newcomer once, in one line, why the text is still empty of codings, and how to see those of others.
import type { Coder } from '../../shared/contract/coder.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useWork } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { isNewcomer, useCalmStart } from './reading-view.ts'

export interface CalmStartProps { coders: ReadonlyMap<Id, Coder>, me: Id, isMineOnly: boolean, onAll: () => void }

export function CalmStart({ coders, me, isMineOnly, onAll }: CalmStartProps) {
  const say = useSay('coding')
  const { isTold, told } = useCalmStart(me, isNewcomer(me, coders, useWork()))
  if (isTold || !isMineOnly) return null
  return (
    <div className="story-hidden">
      <Notice act={<><Button small onPress={() => { told(); onAll() }}>{say('calm.all')}</Button><Button small look="quiet" onPress={told}>{say('calm.fine')}</Button></>}>{say('calm')}</Notice>
    </div>
  )
}
