// What is behind a number of a theme: the passages, or the stories, each a link that lands there.
import { useState } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import type { Theme, ThemeFragment } from '../../shared/contract/theme.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { StoryLines } from '../filter/story-lines.tsx'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

/** What is behind a number: passages, or stories. */
export type Behind = { title: string } & ({ is: 'fragments', rule: Partial<Input<'theme.fragments'>> } | { is: 'stories', rule: Partial<Input<'theme.stories'>> })

const PAGE = 50
export interface BehindThemeProps { behind: Behind, theme: Theme, layer: Layer, onClose: () => void }

export function BehindTheme({ behind, theme, layer, onClose }: BehindThemeProps) {
  const say = useSay('themes')
  const [limit, setLimit] = useState(PAGE)
  const isFragments = behind.is === 'fragments'
  const fragments = useRead('theme.fragments', { theme: theme.id, layer, limit, ...(isFragments ? behind.rule : {}) }, { when: isFragments, keepFormer: limit > PAGE }).data
  const stories = useRead('theme.stories', { theme: theme.id, layer, limit, ...(isFragments ? {} : behind.rule) }, { when: !isFragments, keepFormer: limit > PAGE }).data
  const found = isFragments ? fragments : stories
  return (
    <Drawer title={behind.title} lead={found && say(isFragments ? 'fragments' : 'stories', { count: found.total })} isOpen onClose={onClose}>
      {!found && <Skeleton label={say('loading')} lines={5} />}
      {fragments && <StoryLines stories={byStory(fragments.rows)} />}
      {stories && <StoryLines stories={stories.rows.map(({ story, number, opening }) => ({ story, number, opening }))} />}
      {found && found.total > found.rows.length && limit < 500 && <Button onPress={() => setLimit(limit + PAGE)}>{say('more')}</Button>}
    </Drawer>
  )
}

/** Passages come in reading order, so those of a story stand together. */
function byStory(rows: readonly ThemeFragment[]) {
  return [...Map.groupBy(rows, ({ story }) => story)].map(([story, list]) => ({ story, number: list[0]!.number, opening: '', fragments: list.map(row => ({ ...row, codes: row.codings.map(({ code }) => code), coders: row.codings.map(({ coder }) => coder) })) }))
}
