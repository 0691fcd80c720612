// What the history is narrowed to, kept in the address so that a link and the back button mean it too.
import { useMemo } from 'react'
import type { Input } from '../../shared/contract/index.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'

/** Sorts one can choose, with the nouns they stand for; `other`: all that is in none of these. */
export const NOUNS = {
  coding: ['coding'], code: ['code', 'view', 'expectation'], theme: ['theme', 'theme_part', 'theme_verdict'], memo: ['memo'], talk: ['talk'], reading: ['reading'], text: ['story', 'revision', 'text', 'import'],
  other: ['project', 'coder', 'story_group', 'wave', 'signifier', 'option', 'stone', 'register']
} as const
export type Sort = keyof typeof NOUNS

/** As the address has it: ids, a sort, days as 2026-11-22. */
export type Asked = { story?: string, code?: string, coder?: string, noun?: string, from?: string, to?: string }

const KEYS = { story: 'verhaal', code: 'code', coder: 'van', noun: 'over', from: 'vanaf', to: 'tot' } as const
const NAMES = Object.keys(KEYS) as (keyof Asked)[]

export function useAsked(): [Asked, (change: Asked) => void] {
  const { query } = useRoute()
  const asked = useMemo(() => Object.fromEntries(NAMES.flatMap(name => (query[KEYS[name]] ? [[name, query[KEYS[name]]]] : []))) as Asked, [query])
  const ask = (change: Asked) => {
    const next = { ...asked, ...change }
    go(formatRoute({ place: 'geschiedenis', query: Object.fromEntries(NAMES.flatMap(name => (next[name] ? [[KEYS[name], next[name]]] : []))) }), { replace: true })
  }
  return [asked, ask]
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** Days by the clock of this computer; `to` takes its whole day along. */
export function ruleOf({ story, code, coder, noun, from, to }: Asked): Input<'history.timeline'> {
  const until = to && DAY.test(to) ? new Date(`${to}T00:00`) : null
  until?.setDate(until.getDate() + 1)
  return {
    ...(story ? { story } : {}), ...(code ? { code } : {}), ...(coder ? { coder } : {}),
    ...(noun && Object.hasOwn(NOUNS, noun) ? { nouns: [...NOUNS[noun as Sort]] } : {}),
    ...(from && DAY.test(from) ? { from: new Date(`${from}T00:00`).getTime() } : {}), ...(until ? { to: until.getTime() } : {})
  }
}
