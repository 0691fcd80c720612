// Buttons, fields, floating things and notices, with Dutch words of real length.
import { useState } from 'react'
import { BookOpen, Check, MessageSquare, Pencil, Trash2, Undo2 } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx'
import { Chip } from '../ui/chip.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton, IconToggle } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Popover } from '../ui/popover.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { Part } from './part.tsx'

const layers = [
  { id: 'all', name: 'Alle codeurs', more: 'Dezelfde plek door twee codeurs telt als één fragment' },
  { id: 'mine', name: 'Alleen van mij' },
  { id: 'consensus', name: 'Overeengekomen', more: 'Wat na gesprek is vastgesteld', isDisabled: true }
] as const
type Layer = (typeof layers)[number]['id']
const hues = Array.from({ length: 12 }, (_, at) => at + 1)
const codeNames = ['klik', 'expertise', 'opvoeding', 'onderwijs/school', 'sociale vaardigheden', 'financiële en praktische zaken', 'scheiding', 'onbegrepen gedrag', 'weerbaarheid', 'overbelasting', 'huisvesting', 'thuiszitten']

export function ControlsSheet() {
  return (
    <div className="gallery-sheet">
      <Buttons /><Fields /><Choices /><Floating /><Colours /><States />
    </div>
  )
}

function Buttons() {
  const [isMine, setMine] = useState(true)
  return (
    <Part name="Knoppen">
      <div className="gallery-row"><Button look="primary" icon={<Check aria-hidden />}>Klaar met dit verhaal</Button><Button>Annuleren</Button></div>
      <div className="gallery-row"><Button look="quiet" icon={<Undo2 aria-hidden />}>Ongedaan maken</Button><Button look="danger">Codering verwijderen</Button></div>
      <div className="gallery-row"><Button small>Klein</Button><Button isDisabled>Kan nu niet</Button><Button look="primary" isDisabled>Kan nu niet</Button></div>
      <Button>Een knop met veel meer woorden dan iemand ooit zou moeten lezen, die toch netjes binnen haar vak blijft staan</Button>
      <div className="gallery-row">
        <IconButton name="Bewerken" icon={<Pencil aria-hidden />} shortcut="Ctrl+E" />
        <IconButton name="Verwijderen" icon={<Trash2 aria-hidden />} isDisabled />
        <IconToggle name="Alleen van mij" icon={<MessageSquare aria-hidden />} isSelected={isMine} onChange={setMine} />
        <span>Zoek of doe iets <Kbd keys="Ctrl+K" /></span>
      </div>
    </Part>
  )
}

function Fields() {
  const [layer, setLayer] = useState<Layer>('all')
  const [code, setCode] = useState<string | null>('c3')
  return (
    <Part name="Velden">
      <TextField label="Naam van de code" defaultValue="klik" hint="Kort en in de woorden van de vertellers, als dat kan." className="gallery-panel" />
      <TextField label="Wanneer wel" lines={3} defaultValue="De verteller noemt dat er vanaf het begin vertrouwen was." className="gallery-panel" />
      <TextField label="Titel" defaultValue="" error="Geef het project een naam; zonder naam kan het niet worden bewaard." className="gallery-panel" />
      <SearchField label="Zoek een code" className="gallery-panel" />
      <Select label="Laag" choices={layers} value={layer} onChange={setLayer} className="gallery-panel" />
      <ComboBox label="Code" choices={codeNames.map((name, at) => ({ id: `c${at}`, name, icon: <CodeSwatch colour={at + 1} /> }))} value={code} onChange={setCode} />
      <NumberField label="Breedte van een klasse" defaultValue={12.5} minValue={1} maxValue={100} step={0.5} />
    </Part>
  )
}

function Choices() {
  const [layer, setLayer] = useState<Layer>('mine')
  const [groups, setGroups] = useState<string[]>(['gezinnen'])
  return (
    <Part name="Keuzes">
      <RadioGroup label="Welke coderingen tellen" choices={layers} value={layer} onChange={setLayer} />
      <RadioGroup label="Eenheid" asBar choices={[{ id: 'story', name: 'Verhalen' }, { id: 'fragment', name: 'Fragmenten' }, { id: 'coding', name: 'Coderingen' }]} value="story" onChange={() => undefined} />
      <CheckboxGroup
        label="Groepen" value={groups} onChange={setGroups}
        choices={[{ id: 'gezinnen', name: 'Gezinnen', more: '100 verhalen' }, { id: 'medewerkers', name: 'Medewerkers', more: '71 verhalen' }]}
      />
      <Checkbox isIndeterminate>Ook verhalen die nog niemand heeft gelezen, en die dus in geen enkel percentage meetellen</Checkbox>
      <Checkbox isDisabled>Kan nu niet</Checkbox>
    </Part>
  )
}

function Floating() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null)
  return (
    <Part name="Zwevend">
      <div className="gallery-row">
        <Menu label="Meer met deze code" trigger={<Button>Meer…</Button>} parts={[
          { heading: 'Code', acts: [{ id: 'rename', name: 'Naam wijzigen', icon: <Pencil aria-hidden />, shortcut: 'F2', onAct: () => undefined }, { id: 'merge', name: 'Samenvoegen met…', more: 'De coderingen van alle codeurs gaan mee', onAct: () => undefined }] },
          { acts: [{ id: 'retire', name: 'Niet meer aanbieden', danger: true, onAct: () => undefined }] }
        ]} />
        <Popover label="Uitleg" trigger={<Button>Waarom telt dit niet mee?</Button>}>
          <p>Een verhaal telt pas als <em>zonder</em> deze code wanneer een codeur het klaar heeft gemeld.</p>
        </Popover>
        <Button onPress={() => setOpen('dialog')}>Vraag</Button>
        <Button onPress={() => setOpen('drawer')}>Lade</Button>
        <Button onPress={() => sayInPassing({ says: 'Codering “klik” is verwijderd.', act: { name: 'Ongedaan maken', onAct: () => undefined } })}>Melding</Button>
      </div>
      <Dialog
        title="Codes samenvoegen" isOpen={open === 'dialog'} onClose={() => setOpen(null)}
        foot={<><Button onPress={() => setOpen(null)}>Annuleren</Button><Button look="primary" onPress={() => setOpen(null)}>Samenvoegen</Button></>}
      >
        <p>Alle 127 coderingen met <em>band</em>, van drie codeurs, worden <em>klik</em>. U kunt dit ongedaan maken.</p>
        <TextField label="Waarom" lines={2} hint="Komt in het logboek." />
      </Dialog>
      <Drawer title="Verhalen achter dit getal" lead="12 van de 40 verhalen met klik scoren 80 of hoger op invloed." isOpen={open === 'drawer'} onClose={() => setOpen(null)}>
        {['Ze belde gewoon nog een keer, op een dinsdagavond.', 'Ik wist meteen: met haar kan ik praten.', 'Pas bij de derde begeleider viel het kwartje.'].map(line => <p key={line} className="gallery-story">{line}</p>)}
      </Drawer>
    </Part>
  )
}

function Colours() {
  return (
    <Part name="Codes en codeurs">
      <div className="gallery-colours">{hues.map(hue => <span key={hue} className="gallery-row"><CodeSwatch colour={hue} name={`kleur ${hue}`} /><CodeSwatch colour={hue} asBar /> {hue}</span>)}</div>
      <div className="gallery-row">{codeNames.map((name, at) => <Chip key={name} colour={at + 1} onRemove={at % 3 === 0 ? () => undefined : undefined} onPress={at % 2 === 0 ? () => undefined : undefined}>{name}</Chip>)}<Chip>invloed 0–20</Chip></div>
      <div className="gallery-row"><CoderRing initials="AB" name="Anna Bakker" mine /><CoderRing initials="CM" name="Chris Mulder" /><CoderRing initials="JdV" name="Jan de Vries" small /></div>
    </Part>
  )
}

function States() {
  return (
    <Part name="Toestanden">
      <Notice>Coderingen van collega’s blijven verborgen tot u dit verhaal klaar meldt.</Notice>
      <Notice kind="warning">Kleine aantallen: in drie cellen wordt minder dan 5 verwacht.</Notice>
      <Notice kind="error" act={<Button small>Opnieuw proberen</Button>}>Deze codering is niet bewaard: de tekst is intussen verbeterd.</Notice>
      <div className="gallery-panel"><ProgressBar label="Verhalen inlezen" value={42} detail="812 van 2.000 verhalen" /></div>
      <div className="gallery-panel"><ProgressBar label="Toets uitrekenen" value={null} /></div>
      <div className="gallery-panel"><Skeleton label="Verhalen worden opgehaald" /></div>
      <EmptyState icon={<BookOpen />} title="Nog geen verhalen" says="Hier staan straks de verhalen die u samen leest en codeert." act={<Button look="primary">Verhalen inlezen</Button>} />
    </Part>
  )
}
