// What a column or a question is: a part of the story's background, a kind of question, or nothing we take in.
import { ChevronDown } from 'lucide-react'
import { Button, Collection, Header, ListBox, ListBoxSection, Popover, Select, SelectValue } from 'react-aria-components'
import { SignifierKind } from '../../shared/domain/signifier.ts'
import type { PlainRole } from '../../shared/importing/edit-mapping.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { useSay } from '../i18n/say.ts'
import { Option, type Choice } from '../ui/option.tsx'
import { valueColumns, type Line } from './lines.ts'

export type RoleChoice = { is: 'role', role: PlainRole } | { is: 'kind', kind: SignifierKind } | { is: 'apart' }

const ABOUT: PlainRole[] = ['storyText', 'sourceId', 'group', 'teller', 'wave', 'collectedOn', 'language', 'channel', 'consent']
const OUT: PlainRole[] = ['ignore', 'drop']

export interface RoleSelectProps { label: string, mapping: Mapping, line: Line, kinds: SignifierKind[], onChoose: (choice: RoleChoice) => void }

export function RoleSelect({ label, mapping, line, kinds, onChoose }: RoleSelectProps) {
  const say = useSay('importing')
  const { signifier, columns } = line
  const isSeveral = valueColumns(line).length > 1
  const taken = new Map(mapping.columns.map(({ role, column }) => [role, column]))
  const about = ABOUT.map((role): Choice => {
    const by = taken.get(role)
    return { id: role, name: say(`role.${role}`), more: by && by !== columns[0]!.column ? say('role.taken', { column: by }) : say(`role.${role}.more`) }
  })
  // A kind that cannot be stays out; one that was given (by a template, say) stays in.
  const asked = SignifierKind.options.filter(kind => kinds.includes(kind) || signifier?.kind === kind)
    .map((kind): Choice => ({ id: `kind ${kind}`, name: say(`kind.is.${kind}`), more: say(`kind.is.${kind}.more`) }))
  const parts = [
    { id: 'asked', name: say('role.asked'), choices: isSeveral ? [...asked, { id: 'apart', name: say('role.apart'), more: say('role.apart.more') }] : asked },
    ...(isSeveral ? [] : [{ id: 'about', name: say('role.about'), choices: about }]),
    { id: 'out', name: say('role.out'), choices: OUT.map((role): Choice => ({ id: role, name: say(`role.${role}`), more: say(`role.${role}.more`) })) }
  ]
  const choose = (id: string): void => {
    if (id === 'apart') onChoose({ is: 'apart' })
    else if (id.startsWith('kind ')) onChoose({ is: 'kind', kind: id.slice(5) as SignifierKind })
    else onChoose({ is: 'role', role: id as PlainRole })
  }
  return (
    <Select
      className="ui-field import-role" aria-label={label} selectedKey={signifier ? `kind ${signifier.kind}` : columns[0]!.role}
      onSelectionChange={key => { if (key !== null) choose(String(key)) }}
    >
      <Button className="ui-select"><SelectValue className="ui-select-value" /><ChevronDown aria-hidden /></Button>
      <Popover className="ui-popover is-list" offset={4}>
        <ListBox className="ui-listbox import-roles">
          {parts.map(part => (
            <ListBoxSection key={part.id} id={part.id}>
              <Header className="ui-list-heading">{part.name}</Header>
              <Collection items={part.choices}>{choice => <Option choice={choice} />}</Collection>
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
