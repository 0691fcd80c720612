// The door of calls that go past the core (the desk, imports): the same rules, zod in and values out.
import type { z } from 'zod'
import type { Result } from '../shared/errors.ts'
import { parse } from './dispatch.ts'
import { asFailure } from './report.ts'
import type { Window } from './windows.ts'

type Calls = Record<string, { input: z.ZodType; output: z.ZodType }>
export type DoorHandlers<C extends Calls> = { [N in keyof C]: (window: Window, input: z.output<C[N]['input']>) => z.output<C[N]['output']> | Promise<z.output<C[N]['output']>> }
export type Door = {
  handles(name: string): boolean
  /** Never throws; a call it does not handle is not_found. */
  answer(window: Window, name: string, raw: unknown): Promise<Result<unknown>>
}

export function createDoor<C extends Calls>(calls: C, handlers: DoorHandlers<C>): Door {
  return {
    handles: (name) => Object.hasOwn(calls, name),
    async answer(window, name, raw) {
      try {
        return { ok: true, value: await handlers[name as keyof C](window, parse(calls[name]!.input, raw) as never), seq: 0 }
      } catch (error) {
        return { ok: false, failure: asFailure(error) }
      }
    }
  }
}
