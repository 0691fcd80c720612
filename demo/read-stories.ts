// Reads all story files of the sample from its two folders, in the order of their ids.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStory, type StorySource } from './marks.ts'
import type { SampleGroup } from './sample.ts'

const GROUPS: SampleGroup[] = ['gezinnen', 'medewerkers']

/** @param folder where demo/stories lies; the default is the one beside this file. */
export function readStories(folder: string = join(import.meta.dirname, 'stories')): StorySource[] {
  return GROUPS.flatMap((group) => {
    const files = readdirSync(join(folder, group)).filter((file) => file.endsWith('.md')).sort()
    return files.map((file) => readStory(file.slice(0, -3).toUpperCase(), group, readFileSync(join(folder, group, file), 'utf8')))
  })
}
