// Letting facilitators see a story, or no longer: an act for whoever leads or researches the project.
import type { Story } from '../../shared/contract/story.ts'
import { useWrite } from '../api/hooks.ts'
import { useMyRole } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'

export function useRelease({ id, released }: Pick<Story, 'id' | 'released'>): void {
  const say = useSay('coding')
  const role = useMyRole()
  const { write: release } = useWrite('story.release')
  const turn = async (): Promise<void> => {
    const done = await release({ stories: [id], released: !released })
    if (done.ok) sayInPassing({ says: say(released ? 'recall.done' : 'release.done'), about: 'release' })
  }
  const steers = role === 'lead' || role === 'researcher'
  useActions([{ id: 'story.release', part: say('part.story'), name: say(released ? 'act.recall' : 'act.release'), when: () => steers, run: () => void turn() }])
}
