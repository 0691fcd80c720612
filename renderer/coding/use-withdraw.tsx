// Where withdrawing a story is asked for: among the acts of the palette, and under what its teller said.
import type { Story } from '../../shared/contract/story.ts'
import { useMyRole } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { askToWithdraw } from './withdrawing.ts'

function useMayWithdraw(): boolean {
  const role = useMyRole()
  return role === 'lead' || role === 'researcher'
}

export function useWithdrawAct(story: Story): void {
  const say = useSay('withdrawing')
  const coding = useSay('coding')
  const may = useMayWithdraw()
  useActions([{ id: 'story.withdraw', part: coding('part.story'), name: say('act'), when: () => may, run: () => askToWithdraw(story) }])
}

export function WithdrawAct({ story }: { story: Story }) {
  const say = useSay('withdrawing')
  if (!useMayWithdraw()) return null
  return <p className="withdraw-act"><Button small look="quiet" onPress={() => askToWithdraw(story)}>{say('act')}</Button></p>
}
