// A card as it lies in its pack: number, words as they will be printed with what was done to them, and the signs that matter.
import { MessageSquareQuote, Pencil, Trash2 } from 'lucide-react'
import type { Card } from '../../shared/contract/pack.ts'
import { cardPieces, REDACTED } from '../../shared/session/edits.ts'
import { storyRoute } from '../app/route.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Chip } from '../ui/chip.tsx'
import { IconButton, IconToggle } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'

export interface CardFaceProps { card: Card, tables: number, onEdit: () => void, onDrop: () => void, onSide: () => void }

export function CardFace({ card, tables, onEdit, onDrop, onSide }: CardFaceProps) {
  const say = useSay('session')
  const print = useSay('print')
  const language = useLanguage()
  const pieces = cardPieces(' '.repeat(card.start) + card.told, card, card.edits, REDACTED[language])
  return (
    <li className="session-card" data-contrary={card.side === 'contrary' || undefined}>
      <header>
        <span className="session-card-number">{card.number}</span>
        {card.title && <strong>{card.title}</strong>}
        <span className="ui-hint">{[card.group, tables > 1 && (card.tables.length === tables ? say('card.all') : card.tables.length > 0 ? say('card.tables', { tables: card.tables.join(', ') }) : say('card.none'))].filter(Boolean).join(' · ')}</span>
        <span className="session-card-acts">
          <IconToggle small name={say('card.contrary')} icon={<MessageSquareQuote aria-hidden />} isSelected={card.side === 'contrary'} onChange={onSide} />
          <IconButton small name={say('card.edit', { number: card.number })} icon={<Pencil aria-hidden />} onPress={onEdit} />
          <IconButton small name={say('card.drop', { number: card.number })} icon={<Trash2 aria-hidden />} onPress={onDrop} />
        </span>
      </header>
      {card.fit === 'look' ? <Notice kind="warning">{say('card.look')}</Notice> : (
        <p className="session-card-words" dir="auto" lang={card.language ?? undefined}>
          {card.before && '… '}{pieces.map((piece, at) => (piece.is === 'told' ? piece.words : <mark key={at} data-is={piece.is} title={piece.told}>{piece.words}</mark>))}{card.after && ' …'}
        </p>
      )}
      <footer>
        {card.side === 'contrary' && <Chip>{print('contrary')}</Chip>}
        {card.triggers.map(trigger => <Chip key={trigger}>{print(`trigger.${trigger}`)}</Chip>)}
        {card.edits.length > 0 && <span className="ui-hint">{say('card.edits', { count: card.edits.length })}</span>}
        {card.used.length > 0 && <span className="session-used">{say('card.used', { names: card.used.map(({ name }) => name).join(', ') })}</span>}
        <a href={storyRoute(card.story, { text: card.text, start: card.start, end: card.end })}>{say('card.story', { number: card.storyNumber })}</a>
      </footer>
    </li>
  )
}
