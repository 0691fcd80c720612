// Which cards speak beside the figure: three to six of those whose teller answered its question.
import type { Card } from '../../../shared/contract/pack.ts'
import { useSay } from '../../i18n/say.ts'
import { CheckboxGroup } from '../../ui/checkbox.tsx'
import { MOST } from './figure-page.ts'

export function FigureQuotes({ able, chosen, onChoose }: { able: readonly Card[], chosen: readonly Card[], onChoose: (cards: string[]) => void }) {
  const say = useSay('session')
  const value = chosen.map(({ id }) => id)
  const choices = able.map(card => ({
    id: card.id, name: say('paper.quote', { number: card.number, story: card.storyNumber, words: opening(card.told) }), isDisabled: value.length >= MOST && !value.includes(card.id)
  }))
  return <div className="session-quotes"><CheckboxGroup label={say('paper.quotes')} hint={say('paper.quotes.hint')} choices={choices} value={value} onChange={onChoose} /></div>
}

const opening = (words: string): string => { const flat = words.replace(/\s+/g, ' ').trim(); return flat.length > 60 ? `${flat.slice(0, flat.lastIndexOf(' ', 60))} …` : flat }
