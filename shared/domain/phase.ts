// The six phases of reflexive thematic analysis (Braun and Clarke): an order to work in that one may go back through at any time.
import { z } from 'zod'

/** reading: making oneself familiar. coding. themes: first themes. review: against the fragments and all stories. naming: defining. writing. */
export const PHASES = ['reading', 'coding', 'themes', 'review', 'naming', 'writing'] as const
export const Phase = z.enum(PHASES)
export type Phase = z.infer<typeof Phase>

/** How far one theme is: the phases in which there are themes. */
export const ThemePhase = Phase.extract(['themes', 'review', 'naming', 'writing'])
export type ThemePhase = z.infer<typeof ThemePhase>
