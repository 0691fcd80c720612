// Onward from the stories behind a number: read them one after the other, or keep the rule that picks them.
import { useState } from 'react'
import { BookOpenText, Bookmark } from 'lucide-react'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { formatRoute, go } from '../app/route.ts'
import { filterToQuery } from '../filter/filter-route.ts'
import { KeepDialog } from '../filter/keep-dialog.tsx'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'

export function BehindOnward({ rule }: { rule: StoryFilter }) {
  const say = useSay('filter')
  const [keeping, setKeeping] = useState(false)
  return (
    <div className="crosstab-behind-acts">
      <Button small icon={<BookOpenText aria-hidden />} onPress={() => go(formatRoute({ place: 'lezen', query: filterToQuery(rule) }))}>{say('behind.read')}</Button>
      <Button small look="quiet" icon={<Bookmark aria-hidden />} onPress={() => setKeeping(true)}>{say('behind.keep')}</Button>
      {keeping && <KeepDialog rule={rule} onClose={() => setKeeping(false)} />}
    </div>
  )
}
