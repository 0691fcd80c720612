// A condition on an answer, in words one can read: "Invloed: 0 tot 20".
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { AnswerRule } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'

export function useRuleWords(): (rule: AnswerRule) => string {
  const say = useSay('stories')
  const formats = useFormats()
  const signifiers = useRead('signifier.list', {}).data
  return rule => {
    const signifier = signifiers?.find(({ id }) => id === rule.signifier)
    const question = signifier?.title ?? '…'
    switch (rule.is) {
      case 'na': return say('rule', { question, answer: say('rule.na') })
      case 'blank': return say('rule', { question, answer: say('rule.blank') })
      case 'options': return say('rule', { question, answer: formats.list(rule.options.map(id => signifier?.options.find(option => option.id === id)?.name ?? '…')) })
      case 'range': {
        const [from, to] = [rule.from ?? 0, rule.to]
        const range = to === null ? say('rule.from', { from: formats.number(from) }) : say('rule.range', { from: formats.number(from), to: formats.number(to) })
        const part = signifier ? partName(signifier, rule.part) : null
        return say('rule', { question, answer: part ? `${part} ${range}` : range })
      }
    }
  }
}

/** The parts of an answer a range can be about, as the answers are numbered: the corners of a triad; null where there is one. */
export function partName(signifier: Signifier, part: number): string | null {
  return signifier.kind === 'triad' ? signifier.anchors[part] ?? null : null
}
