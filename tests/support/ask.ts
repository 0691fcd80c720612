// A question put to the core on a plain project: through dispatch and JSON, its answer held against the contract.
import { dirname } from 'node:path'
import { contract, type CallName, type Input, type Output } from '../../shared/contract/index.ts'
import type { Failure } from '../../shared/errors.ts'
import { dispatch } from '../../server/dispatch.ts'
import type { Plain } from './plain-project.ts'

/** `viewer`: a coder's name, or null before one is chosen. */
export async function ask<N extends CallName>(plain: Plain, viewer: string | null, name: N, input: Input<N>): Promise<Output<N>> {
  const { result } = await dispatch({ store: plain.store, coder: viewer === null ? null : plain.id(viewer), profile: dirname(plain.path) }, name, JSON.parse(JSON.stringify(input)))
  if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
  return contract[name].output.parse(JSON.parse(JSON.stringify(result.value))) as Output<N>
}

export async function askInVain<N extends CallName>(plain: Plain, viewer: string | null, name: N, input: Input<N>): Promise<Failure> {
  const { result } = await dispatch({ store: plain.store, coder: viewer === null ? null : plain.id(viewer), profile: dirname(plain.path) }, name, JSON.parse(JSON.stringify(input)))
  if (result.ok) throw new Error(`${name} should have been refused`)
  return result.failure
}
