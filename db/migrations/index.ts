// The numbered steps from an empty file to today's schema; user_version counts those taken. Never edit a step that shipped.
import { ground } from './0001-ground.ts'
import { revisions } from './0002-revisions.ts'
import { together } from './0003-together.ts'
import { selection } from './0004-selection.ts'
import { readingOrder } from './0005-reading-order.ts'
import { copies } from './0006-copies.ts'
import { themes } from './0007-themes.ts'
import { comparing } from './0008-comparing.ts'
import { search } from './0009-search.ts'
import { sessions } from './0010-sessions.ts'
import { exportNames } from './0011-exports.ts'
import { kept } from './0012-kept.ts'
import { assignments } from './0013-assignments.ts'
import { expectations } from './0014-expectations.ts'
import { registers } from './0015-registers.ts'

export const MIGRATIONS: readonly string[] = [ground, revisions, together, selection, readingOrder, copies, themes, comparing, search, sessions, exportNames, kept, assignments, expectations, registers]
