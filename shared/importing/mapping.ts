// The mapping: what each column of a story file means. The wizard edits it, the CLI reads it, a template is one saved.
import { z } from 'zod'
import { DELIMITERS, ENCODINGS } from './table.ts'

/** How dates stand in the cells. epochMs and epochS count from 1970 in UTC; a time of day is always dropped. */
export const DateOrder = z.enum(['y-m-d', 'd-m-y', 'm-d-y', 'epochMs', 'epochS'])
export type DateOrder = z.infer<typeof DateOrder>

/** Why a column is left out on purpose. */
export const DropReason = z.enum(['location', 'ip', 'device', 'email', 'phone', 'name', 'account', 'birth', 'dossier', 'media'])
export type DropReason = z.infer<typeof DropReason>

export const FileSettings = z.strictObject({
  /** Null: found in the file itself. */
  delimiter: z.enum(DELIMITERS).nullable().default(null),
  encoding: z.enum(ENCODINGS).nullable().default(null),
  headerRows: z.number().int().min(1).max(5).nullable().default(null),
  sheet: z.string().nullable().default(null),
  /** 'either' reads 3.5 and 3,5 alike and knows no thousands. */
  decimal: z.enum(['.', ',', 'either']).default('either'),
  /** The group of every story in the file, where no column says so. */
  group: z.string().min(1).nullable().default(null),
  /** The wave of every story in the file, where no column says so. */
  wave: z.string().min(1).nullable().default(null),
  /** Cell values that mean "n.v.t.", whatever their case. */
  na: z.array(z.string()).default(['n.v.t.', 'nvt', 'niet van toepassing', 'not applicable', 'n/a']),
  /** Cell values that mean "left blank", besides the empty cell. */
  blank: z.array(z.string()).default([])
})
export type FileSettings = z.infer<typeof FileSettings>

const column = z.string().min(1)
const plainRoles = ['storyText', 'sourceId', 'group', 'teller', 'wave', 'language', 'channel', 'ignore'] as const

/** Which piece of an answer a column holds. */
export const AnswerPart = z.discriminatedUnion('is', [
  /** The whole answer: the option, the number, the date, the words, or a delimited list of options. */
  z.strictObject({ is: z.literal('value') }),
  /** multi: one column per option, ticked or not. */
  z.strictObject({ is: z.literal('tick'), option: z.string().min(1) }),
  /** triad: 0 top, 1 left, 2 right; slider: 0 left, 1 right. */
  z.strictObject({ is: z.literal('share'), anchor: z.number().int().min(0).max(2) }),
  /** triad (place in the triangle) and stones (with `stone`). */
  z.strictObject({ is: z.literal('x'), stone: z.string().min(1).optional() }),
  z.strictObject({ is: z.literal('y'), stone: z.string().min(1).optional() }),
  /** A column that is 1 (or yes) when the teller ticked "n.v.t.". */
  z.strictObject({ is: z.literal('na') })
])
export type AnswerPart = z.infer<typeof AnswerPart>

export const ColumnMapping = z.discriminatedUnion('role', [
  z.strictObject({ column, role: z.enum(plainRoles) }),
  z.strictObject({ column, role: z.literal('collectedOn'), date: DateOrder }),
  z.strictObject({ column, role: z.literal('consent'), yes: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ column, role: z.literal('drop'), reason: DropReason }),
  z.strictObject({ column, role: z.literal('answer'), signifier: z.string().min(1), part: AnswerPart })
])
export type ColumnMapping = z.infer<typeof ColumnMapping>

const asked = { key: z.string().min(1), title: z.string(), na: z.array(z.string()).default([]) }
/** `values`: cell contents that mean this option, besides its key and label (case and spaces do not count). */
export const MappedOption = z.strictObject({ key: z.string().min(1), label: z.string(), values: z.array(z.string()).default([]) })
export type MappedOption = z.infer<typeof MappedOption>
/** A cell with a value that is no option: a problem, or a new option with that value as its label. */
const unknown = z.enum(['problem', 'option']).default('problem')
const choices = { options: z.array(MappedOption), unknown }
/** The numbers at both ends of the scale in the file, rescaled to 0–100. */
const scale = z.strictObject({ from: z.number(), to: z.number() }).refine((s) => s.from !== s.to)

export const MappedSignifier = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('choice'), ...choices }),
  /** `highLast`: is the last option the high end of the scale? */
  z.strictObject({ ...asked, kind: z.literal('likert'), ...choices, highLast: z.boolean() }),
  z.strictObject({
    ...asked, kind: z.literal('multi'), ...choices,
    /** Between the options in one cell; null when every option has its own column. */
    delimiter: z.string().min(1).nullable(),
    ticked: z.array(z.string()).default([]),
    unticked: z.array(z.string()).default([])
  }),
  z.strictObject({ ...asked, kind: z.literal('slider'), anchors: z.array(z.string()).max(2), scale }),
  z.strictObject({
    ...asked, kind: z.literal('triad'),
    /** [top, left, right] */
    anchors: z.tuple([z.string(), z.string(), z.string()]),
    /** What the three shares sum to in the file: 1 or 100. */
    whole: z.union([z.literal(1), z.literal(100)]),
    /** y at the top: 'share' when it equals the whole, 'height' when it is the height of the triangle (0.866 of it). */
    top: z.enum(['share', 'height']).default('share')
  }),
  z.strictObject({
    ...asked, kind: z.literal('stones'),
    /** [x left, x right, y bottom, y top], or the first two for stones on one line. */
    anchors: z.array(z.string()).max(4),
    stones: z.array(z.strictObject({ key: z.string().min(1), label: z.string() })).min(1),
    scale
  }),
  z.strictObject({ ...asked, kind: z.literal('number') }),
  z.strictObject({ ...asked, kind: z.literal('date'), date: DateOrder }),
  z.strictObject({
    ...asked, kind: z.literal('text'),
    /** The question whose "anders, namelijk" this is. */
    linkedTo: z.string().nullable().default(null),
    /** The option of that question that words in this column tick by themselves; null when the file ticks it. */
    ticksOption: z.string().nullable().default(null)
  })
])
export type MappedSignifier = z.infer<typeof MappedSignifier>

export const MAPPING_VERSION = 1

export const Mapping = z.strictObject({
  /** Says what this file is to whoever opens it in an editor. */
  duiding: z.literal('import-mapping'),
  version: z.literal(MAPPING_VERSION),
  name: z.string().default(''),
  file: FileSettings.prefault({}),
  columns: z.array(ColumnMapping).min(1),
  signifiers: z.array(MappedSignifier).default([])
})
export type Mapping = z.infer<typeof Mapping>
