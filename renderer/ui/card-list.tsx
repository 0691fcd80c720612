// A list of cards that can be carried: within the list, and to every other list of the same kind. By dragging, by the drag handle with
// keys, and by Alt with the arrows.
import type { KeyboardEvent, ReactNode } from 'react'
import { GripVertical } from 'lucide-react'
import {
  Button, DropIndicator, GridList, GridListItem, isTextDropItem, useDragAndDrop, type DropItem, type ItemDropTarget, type Key, type Selection
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { uiWords, useWords } from './words.ts'

export interface Card {
  id: string
  /** Read aloud, and what is dropped elsewhere. Letters are the window's keys here, and do not walk to a card. */
  name: string
}

export interface CardDrop {
  ids: string[]
  /** The list they come from; its own for a new order. */
  from: string
  /** The card they go before; null: last. */
  before: string | null
}

export type CardShift = 'up' | 'down' | 'left' | 'right'

export interface CardListProps<Row extends Card> {
  label: string
  /** Which list this is, among those that exchange cards. */
  list: string
  /** Lists of one kind exchange cards. */
  kind: string
  cards: readonly Row[]
  renderCard: (card: Row) => ReactNode
  /** Absent: nothing is carried here. */
  onDrop?: (drop: CardDrop) => void
  /** Alt with an arrow on a card. */
  onShift?: (id: string, way: CardShift) => void
  /** Enter on a card. */
  onAct?: (id: string) => void
  /** Delete on a card. */
  onRemove?: (id: string) => void
  selected?: ReadonlySet<string>
  onSelect?: (ids: Set<string>) => void
  emptyState?: ReactNode
  className?: string
}

const SHIFTS: Record<string, CardShift> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' }

export function CardList<Row extends Card>(props: CardListProps<Row>) {
  const { label, list, kind, cards, renderCard, onDrop, onAct, selected, onSelect, emptyState, className } = props
  const words = useWords(uiWords)
  const type = `duiding-${kind}`
  const before = ({ key, dropPosition }: ItemDropTarget): string | null =>
    (dropPosition === 'before' ? String(key) : cards[cards.findIndex(({ id }) => id === key) + 1]?.id ?? null)
  const dropped = (items: DropItem[], at: string | null) => void carried(items, type).then(({ ids, from }) => { if (ids.length > 0) onDrop?.({ ids, from, before: at }) })
  const { dragAndDropHooks } = useDragAndDrop<Row>({
    getItems: keys => [...keys].map(key => ({ [type]: JSON.stringify({ id: String(key), from: list }), 'text/plain': cards.find(({ id }) => id === key)?.name ?? '' })),
    acceptedDragTypes: [type],
    getDropOperation: (_, types) => (types.has(type) ? 'move' : 'cancel'),
    onInsert: ({ items, target }) => dropped(items, before(target)),
    onRootDrop: ({ items }) => dropped(items, null),
    onReorder: ({ keys, target }) => onDrop?.({ ids: [...keys].map(String), from: list, before: before(target) }),
    renderDropIndicator: target => <DropIndicator target={target} className="ui-drop-line" />
  })
  return (
    <div className={classNames('ui-cards-frame', className)} onKeyDownCapture={event => byKey(event, props)}>
      <GridList<Row>
        aria-label={label} items={cards} className="ui-cards" disallowTypeAhead dragAndDropHooks={onDrop ? dragAndDropHooks : undefined} renderEmptyState={() => emptyState}
        selectionMode={onSelect ? 'multiple' : 'none'} selectedKeys={selected as Set<Key> | undefined} onAction={onAct ? key => onAct(String(key)) : undefined}
        onSelectionChange={(keys: Selection) => onSelect?.(keys === 'all' ? new Set(cards.map(({ id }) => id)) : new Set([...keys].map(String)))}
      >
        {card => (
          <GridListItem id={card.id} textValue={card.name} className="ui-card" data-card={card.id}>
            {onDrop && <Button slot="drag" className="ui-tree-grip" aria-label={`${words.drag}: ${card.name}`}><GripVertical aria-hidden /></Button>}
            <div className="ui-card-face">{renderCard(card)}</div>
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}

/** What was let go here, by the list it came from. */
async function carried(items: readonly DropItem[], type: string): Promise<{ ids: string[], from: string }> {
  const told = await Promise.all(items.filter(isTextDropItem).filter(item => item.types.has(type)).map(item => item.getText(type)))
  const cards = told.map(words => JSON.parse(words) as { id: string, from: string })
  return { ids: cards.map(({ id }) => id), from: cards[0]?.from ?? '' }
}

/** Caught before the list sees it: the plain arrows walk, with Alt they move the card itself. */
function byKey(event: KeyboardEvent, { onShift, onRemove }: Pick<CardListProps<Card>, 'onShift' | 'onRemove'>): void {
  const way = SHIFTS[event.key]
  const card = (event.target as Element).closest<HTMLElement>('[data-card]')?.dataset['card']
  if (!card || event.ctrlKey || event.metaKey) return
  if (onShift && way && event.altKey) onShift(card, way)
  else if (onRemove && event.key === 'Delete' && !event.altKey) onRemove(card)
  else return
  event.preventDefault()
  event.stopPropagation()
}
