// What still waits in the stories, in four ways of looking; each opens the stories it counted.
import { useState } from 'react'
import { Uncovered } from '../../shared/contract/coverage.ts'
import { useRead } from '../api/hooks.ts'
import { StoryLines } from '../filter/story-lines.tsx'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'

const [PAGE, MOST] = [50, 200]

export function Gaps() {
  const say = useSay('coverage')
  const formats = useFormats()
  const counts = useRead('coverage.count', {}).data
  const [kind, setKind] = useState<Uncovered>('unread')
  return (
    <section aria-labelledby="coverage-gaps">
      <h2 id="coverage-gaps">{say('gaps')}</h2>
      {!counts ? <Skeleton label={say('gaps')} lines={4} /> : (
        <>
          <p className="ui-hint">{say('gaps.of', { n: formats.number(counts.stories) })}</p>
          <Tabs<Uncovered>
            label={say('gaps')} value={kind} onChange={setKind}
            tabs={Uncovered.options.map(id => ({ id, name: say(`gap.${id}`), count: counts[id], content: id === kind ? <Stories key={id} kind={id} total={counts[id]} /> : null }))}
          />
        </>
      )}
    </section>
  )
}

function Stories({ kind, total }: { kind: Uncovered, total: number }) {
  const say = useSay('coverage')
  const [limit, setLimit] = useState(PAGE)
  const groups = useRead('project.read', {}).data?.groups ?? []
  const found = useRead('coverage.stories', { kind, limit }, { keepFormer: true }).data
  return (
    <div className="coverage-stories">
      <p>{say(`gap.${kind}.says`)}</p>
      {!found ? <Skeleton label={say('gaps')} lines={4} /> : found.length === 0 ? <p className="ui-hint">{say('gap.none')}</p> : (
        <StoryLines stories={found.map(({ id, number, group, opening }) => ({ story: id, number, opening, groupName: groups.length > 1 ? groups.find(each => each.id === group)?.name : undefined }))} />
      )}
      {found && found.length < total && limit < MOST && <Button look="quiet" onPress={() => setLimit(MOST)}>{say('more')}</Button>}
    </div>
  )
}
