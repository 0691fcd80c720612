// The desk: what a window can ask of its host before and around a project. A window names itself with an id of its own in the
// header x-duiding-window; the host remembers which project it has open and which coder it speaks for.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Language } from './project.ts'
import { MergePreview, MergeReport } from './merge.ts'
import { SnapshotId, SnapshotList } from './snapshot.ts'
import { SharedPlace, TeamRead } from './team.ts'

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } => ({ input, output })

/** What the window shows of the project it has open. `coder` null: not chosen yet. */
export const Opened = z.strictObject({ path: z.string(), /** Shared through a team folder, and why; null: the file itself is worked in. */ place: SharedPlace.nullable(), title: z.string(), coder: Id.nullable(), /** The coder chosen here last time. */ lastCoder: Id.nullable(), seq: z.number().int(),
  /** Up to which op the coder had been here before; null: never, or nobody chosen yet. */
  since: z.number().int().nullable()
})
export type Opened = z.infer<typeof Opened>

export const Entry = z.strictObject({ name: z.string(), path: z.string(), is: z.enum(['folder', 'project', 'file']), size: z.number(), changedAt: z.number() })
export type Entry = z.infer<typeof Entry>

export const desk = {
  'desk.read': call(z.strictObject({}), z.strictObject({
    recent: z.array(z.strictObject({ path: z.string(), title: z.string(), openedAt: z.number(), there: z.boolean() })),
    opened: Opened.nullable(),
    /** The project the host was started with: a fresh window opens it at once. */
    start: z.string().nullable(),
    /** Remembered by this installation, not by the project: theme, sizes, filters. */
    preferences: z.record(z.string(), z.unknown()),
    version: z.string(),
    /** True in the desktop app, which shows the system's own file dialogs. */
    nativeDialogs: z.boolean(),
    /** Set in a colleague's window: whose project it is, and the certificate to compare. */
    guest: z.strictObject({ host: z.string(), fingerprint: z.string(), /** It came in through its own Duiding, and can go back to its own projects. */ leaves: z.boolean() }).nullable()
  })),
  'desk.remember': call(z.strictObject({ preferences: z.record(z.string().max(100), z.unknown()) }), z.null()),
  /** Folders, project files and (asked for) others below a folder; null: the home folder. Hidden ones are left out. */
  'desk.browse': call(z.strictObject({ folder: z.string().nullable(), show: z.enum(['projects', 'folders']).default('projects') }),
    z.strictObject({ folder: z.string(), parent: z.string().nullable(), shortcuts: z.array(z.strictObject({ name: z.string(), path: z.string() })), entries: z.array(Entry) })),
  /** Makes an empty project and opens it in this window. Refused (conflict) when the file exists. */
  'desk.create': call(z.strictObject({ folder: z.string(), name: z.string().trim().min(1).max(120), title: z.string().trim().min(1).max(200), question: z.string().max(2000).default(''), language: Language.default('nl') }), Opened),
  'desk.open': call(z.strictObject({ path: z.string() }), Opened),
  /** Opens a copy of the file alone, beside it: where a log lies next to it that is not its own. */
  'desk.openAlone': call(z.strictObject({ path: z.string() }), Opened),
  /** Opens the sample: a copy in the installation's own folder, made once; `fresh` makes a clean one beside it. */
  'desk.openSample': call(z.strictObject({ fresh: z.boolean().default(false) }), Opened),
  /** Takes part in a colleague's project, by the link of an invitation. Refused (invalid_input, 'lan.name_needed') while somebody new gave no name. */
  'desk.join': call(z.strictObject({ link: z.string().max(1000), name: z.string().trim().min(1).max(80).optional(), background: z.string().max(2000).optional() }), Opened),
  /** This window now speaks for that coder. */
  'desk.enter': call(z.strictObject({ coder: Id }), Opened),
  'desk.leave': call(z.strictObject({}), z.null()),
  /** A whole, checked copy of the open project. Refused (conflict) when the file exists. */
  'desk.saveCopy': call(z.strictObject({ folder: z.string(), name: z.string().trim().min(1).max(120) }), z.strictObject({ path: z.string() })),
  'desk.forget': call(z.strictObject({ path: z.string() }), z.null()),

  /** What another copy of the open project would bring. Refused: conflict 'merge.other_project', unsupported_file with what is wrong with it. */
  'merge.preview': call(z.strictObject({ path: z.string() }), MergePreview),
  /** Brings it in, after a snapshot; resolves when all is in. `job`: the name under which the windows hear how far it is. */
  'merge.run': call(z.strictObject({ path: z.string(), job: Id }), MergeReport),

  /** Of the open project, newest first; and the folder they lie in. */
  'snapshot.list': call(z.strictObject({}), SnapshotList),
  /** Makes one now; `made` false: nothing changed since the last. */
  'snapshot.take': call(z.strictObject({}), z.strictObject({ made: z.boolean() })),
  /** Opens a copy of it in this window, as a file of its own beside the project; the project stays as it is. */
  'snapshot.open': call(z.strictObject({ snapshot: SnapshotId }), Opened),
  /**
   * Puts back all that stood in it as it stood; what was made since stays. The present is kept as a snapshot first.
   * `changes`: rows put back. Refused (conflict 'snapshot.other_line') for a file that is not of that line.
   */
  'snapshot.restore': call(z.strictObject({ snapshot: SnapshotId }), z.strictObject({ changes: z.number().int() })),
  /** Opens the project as it was after the op `seq`, as a file of its own. `answersOfLater`: stories whose answers a later export changed; they stand as now. */
  'snapshot.openAt': call(z.strictObject({ seq: z.number().int().min(0) }), Opened.extend({ answersOfLater: z.number().int() })),
  /** For a file that does not open any more: what was kept of it. */
  'snapshot.ofFile': call(z.strictObject({ path: z.string() }), SnapshotList),
  /** Sets the file at `path` aside (`… (beschadigd)`), puts the snapshot in its place and opens it. */
  'snapshot.recover': call(z.strictObject({ path: z.string(), snapshot: SnapshotId }), Opened),

  /** Where the open project lies and is shared, and how far each coder's work is here. */
  'team.read': call(z.strictObject({}), TeamRead),
  /** From now on the open project is shared through a team folder beside it. Refused (conflict 'team.in_use') while another window or program has the file open. */
  'team.choose': call(z.strictObject({}), Opened),
  /** Look into the folder now, thoroughly. */
  'team.look': call(z.strictObject({}), z.null()),
  /** Sets a shared file that can't be read aside (`… (beschadigd …)`), so that a whole one is put in its place. `aside`: where it went. */
  'team.replaceBroken': call(z.strictObject({}), z.strictObject({ aside: z.string() })),

  /** Other files of the open project, where Duiding knows to look, that hold words of a story withdrawn in it. `silent`: folders that did not answer. */
  'privacy.copies': call(z.strictObject({}), z.strictObject({ paths: z.array(z.string()), silent: z.array(z.string()) }))
}

export type DeskCall = keyof typeof desk
export type DeskInput<N extends DeskCall> = z.input<(typeof desk)[N]['input']>
export type DeskOutput<N extends DeskCall> = z.output<(typeof desk)[N]['output']>
