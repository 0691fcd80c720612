// A store: one open project file on a local disk, with its prepared statements, its clock and this installation's replica.
import { statSync } from 'node:fs'
import type { Database, Statement } from 'better-sqlite3'
import type { Id } from '../shared/domain/ids.ts'

export class Store {
  readonly db: Database
  readonly path: string
  /** Opened for reading only: a worker's connection, or a file in a folder without write rights. */
  readonly readonly: boolean
  /** Who writes here (see replica.ts). Null on a read connection. */
  replica: { id: Id; num: number; /** Where the profile keeps it, of which file, and the last number it knows of. */ record: string; inode: string; told: number } | null = null
  /** Highest hybrid clock value this connection has seen or made. */
  clock = 0
  /** Which file this is, whatever its name: device and number. */
  readonly #file: string | null
  #statements = new Map<string, Statement>()

  constructor(db: Database, path: string, readonly: boolean) {
    this.db = db
    this.path = path
    this.readonly = readonly
    this.#file = fileAt(path)
  }

  /**
   * Does another file lie at the path by now, or none? Then reading goes on as it was, and writing would go nowhere. Where one may not look
   * (the disk is away, rights are lost) it is not known to be so: writing tells what is the matter.
   */
  isMoved(): boolean {
    try {
      return !this.isAt(this.path)
    } catch {
      return false
    }
  }

  /** Is our file what lies at that path? Throws what the disk throws. */
  isAt(path: string): boolean {
    return fileAt(path) === this.#file
  }

  /** The prepared statement of this SQL, compiled once per connection; its rows are objects. */
  sql(text: string): Statement {
    return this.#kept('', text, () => this.db.prepare(text))
  }

  /** The same, with rows as lists of values. The shape is a state of the statement, so each shape keeps statements of its own. */
  tuples(text: string): Statement {
    return this.#kept('tuples ', text, () => this.db.prepare(text).raw())
  }

  /** The same, with the first column alone. */
  firsts(text: string): Statement {
    return this.#kept('firsts ', text, () => this.db.prepare(text).pluck())
  }

  #kept(shape: string, text: string, prepare: () => Statement): Statement {
    let statement = this.#statements.get(shape + text)
    if (!statement) this.#statements.set(shape + text, (statement = prepare()))
    return statement
  }

  /** All rows as objects. */
  all<Row>(text: string, parameters: object | unknown[] = []): Row[] {
    return this.sql(text).all(parameters) as Row[]
  }

  /** The first row, or undefined. */
  get<Row>(text: string, parameters: object | unknown[] = []): Row | undefined {
    return this.sql(text).get(parameters) as Row | undefined
  }

  run(text: string, parameters: object | unknown[] = []): { changes: number; lastInsertRowid: number | bigint } {
    return this.sql(text).run(parameters)
  }

  close(): void {
    this.#statements.clear()
    if (this.db.open) this.db.close()
  }
}

function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}.${found.ino}` : null
}
