// What a soak works on: a project with eight coders, codes and texts, made once in the soak's folder and found again there.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createStore, openStore } from '../../db/open.ts'
import { dispatch } from '../../server/dispatch.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'

export const PROCESSES = 8
const CODES = 12
const BODY = 'Wij kregen hulp van Sanne en dat klikte meteen, ook al wist de school van niets. '.repeat(40)

export type Ground = { path: string; profile: string; coders: Id[]; codes: Id[]; texts: Id[]; body: string }

/** In `folder`; the same one when it was made before. */
export async function groundIn(folder: string): Promise<Ground> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'ground.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Ground
  const ground: Ground = {
    path: join(folder, 'project.duiding'), profile: join(folder, 'profile'), body: BODY, texts: [],
    coders: Array.from({ length: PROCESSES }, () => newId()), codes: Array.from({ length: CODES }, () => newId())
  }
  createStore(ground.path, { title: 'Duurproef' }).close()
  const store = openStore(ground.path)
  const call = async (coder: Id, name: string, input: object): Promise<void> => {
    const { result } = await dispatch({ store, coder, profile: ground.profile }, name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  }
  for (const [nth, id] of ground.coders.entries()) await call(id, 'coder.join', { id, name: `Codeur ${'ABCDEFGH'[nth]!.repeat(7)}` })
  for (const [nth, id] of ground.codes.entries()) await call(ground.coders[0]!, 'code.create', { id, name: `Code ${nth + 1}` })
  ground.texts = plainStories(store, Array.from({ length: 20 }, () => BODY)).map(({ text }) => text)
  store.close()
  writeFileSync(file, JSON.stringify(ground))
  return ground
}

/** One gesture: two codes on one passage, so that a half transaction would leave one coding alone. */
export function randomGesture(ground: Ground): { codings: [Id, Id]; input: object } {
  const below = (n: number): number => Math.floor(Math.random() * n)
  const start = below(ground.body.length - 100)
  const end = start + 1 + below(99)
  const codings: [Id, Id] = [newId(), newId()]
  const first = below(CODES)
  const codes = [ground.codes[first]!, ground.codes[(first + 1 + below(CODES - 1)) % CODES]!]
  const fragment = { text: ground.texts[below(ground.texts.length)]!, revision: 1, start, end, quote: ground.body.slice(start, end) }
  return { codings, input: { fragment, codes: codings.map((coding, nth) => ({ coding, code: codes[nth]! })) } }
}
