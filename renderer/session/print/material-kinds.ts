// The kinds of material, and the paper each stands on.
import type { PackLook } from '../../../shared/domain/pack.ts'
import { sheetOf } from './card-sheets.ts'
import type { Paper } from './paper.ts'

export const MATERIALS = ['cards', 'reader', 'quotes', 'figure', 'poster', 'triad', 'talkPicture', 'theme', 'runSheet', 'harvest', 'feedback', 'lead'] as const
export type Material = (typeof MATERIALS)[number]

export const paperOf = (material: Material, look: PackLook): Paper => (material === 'cards' ? sheetOf(look.size) : material === 'poster' ? 'a3' : material === 'triad' ? 'a4wide' : 'a4')
/** Materials with a figure of one question. */
export const hasFigure = (material: Material): boolean => material === 'poster' || material === 'triad' || material === 'talkPicture' || material === 'figure'
/** Materials whose words people change; they are kept with the pack. */
const WORDED = ['runSheet', 'talkPicture', 'feedback'] as const
export type Worded = (typeof WORDED)[number]
export const isWorded = (material: Material): material is Worded => (WORDED as readonly string[]).includes(material)
