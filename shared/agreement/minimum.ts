// How little is too little for a figure of agreement: under it the texts side by side tell more, and no figure is shown.

/** Stories that two coders finished, at least: with fewer, one story moves a coefficient from bad to good. */
export const LEAST_STORIES = 10
/** Codings of a code, at least, by those compared together. */
const LEAST_USES = 5

export type TooLittle = 'fewStories' | 'fewUses'

/** Why there is no figure for a code, or null. */
export const tooLittle = ({ stories, uses }: { stories: number, uses: number }): TooLittle | null =>
  stories < LEAST_STORIES ? 'fewStories' : uses < LEAST_USES ? 'fewUses' : null
