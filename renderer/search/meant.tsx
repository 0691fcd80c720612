// Where nothing is found: the same words as they are spelled in the project, one press away.
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import type { Ask } from './asked.ts'

export function Meant({ words, filter, ask }: { words: string, filter: StoryFilter, ask: Ask }) {
  const say = useSay('search')
  const meant = useRead('search.find', { words, filter, limit: 1 }).data?.meant ?? []
  if (meant.length === 0) return null
  return <p className="search-meant">{say('meant')} {meant.map(each => <Button key={each} small look="quiet" onPress={() => ask({ words: each })}>{each}</Button>)}</p>
}
