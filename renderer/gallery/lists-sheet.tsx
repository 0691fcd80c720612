// Trees, lists, tables: what one walks through.
import { useState } from 'react'
import { CircleCheck } from 'lucide-react'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { GridList } from '../ui/grid-list.tsx'
import { Table, type TableColumn } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tree, type TreeNode } from '../ui/tree.tsx'
import { Part } from './part.tsx'

interface CodeNode extends TreeNode { colour: number, count: number, children?: CodeNode[] }

const codes: CodeNode[] = [
  { id: 'rel', name: 'relatie', colour: 1, count: 214, children: [
    { id: 'klik', name: 'klik', colour: 2, count: 127 }, { id: 'vertrouwen', name: 'vertrouwen dat langzaam groeit en weer afbrokkelt', colour: 3, count: 52 }
  ] },
  { id: 'vak', name: 'vakmanschap', colour: 4, count: 96, children: [{ id: 'expertise', name: 'expertise', colour: 5, count: 74 }] },
  { id: 'vraag', name: 'hulpvraag', colour: 6, count: 420, children: [{ id: 'opv', name: 'opvoeding', colour: 7, count: 64 }, { id: 'ond', name: 'onderwijs/school', colour: 8, count: 60 }, { id: 'geld', name: 'financiële en praktische zaken', colour: 9, count: 38 }] }
]

const stories = Array.from({ length: 400 }, (_, at) => ({ id: `s${at}`, name: `G-${String(at + 1).padStart(3, '0')}`, group: at % 3 ? 'ouder' : 'jeugdige', done: at % 5 === 0 }))

const codeCell = (row: CodeNode) => <span className="gallery-row"><CodeSwatch colour={row.colour} />{row.name}</span>
const columns: TableColumn<CodeNode>[] = [
  { id: 'name', name: 'Code', cell: codeCell },
  { id: 'count', name: 'Fragmenten', isNumber: true, canSort: true, cell: row => row.count.toLocaleString('nl-NL') },
  { id: 'stories', name: 'Verhalen', isNumber: true, canSort: true, cell: row => Math.round(row.count / 2.4) }
]

export function ListsSheet() {
  const [expanded, setExpanded] = useState<Set<string>>(new Set(['rel', 'vraag']))
  const [selected, setSelected] = useState<Set<string>>(new Set(['klik']))
  const [told, setTold] = useState<string[]>([])
  const [story, setStory] = useState<Set<string>>(new Set(['s3']))
  return (
    <div className="gallery-sheet">
      <Part name="Boom">
        <Tree
          label="Codeboek" nodes={codes} expanded={expanded} onExpand={setExpanded} selected={selected} onSelect={setSelected} onMove={({ ids, where, target }) => setTold([...told, `${ids.join(' ')} ${where} ${target}`])} onShift={(id, way) => setTold([...told, `${id} ${way}`])} className="gallery-panel"
          renderRow={node => <><CodeSwatch colour={node.colour} /><span style={{ flex: 1, minWidth: 0 }}>{node.name}</span><span className="ui-count">{node.count}</span></>}
        />
        <p className="ui-hint" data-testid="told">{told.join('; ')}</p>
      </Part>
      <Part name="Lijst">
        <div className="gallery-bordered" style={{ height: 260, display: 'flex' }}>
          <GridList
            label="Verhalen" rows={stories} selected={story} onSelect={setStory} rowHeight={36}
            renderRow={row => <div className="gallery-row"><strong>{row.name}</strong><span className="ui-count">{row.group}</span>{row.done && <CircleCheck size={14} aria-label="klaar" />}</div>}
          />
        </div>
      </Part>
      <Part name="Tabs">
        <Tabs className="gallery-panel" label="Naast het verhaal" tabs={[{ id: 'a', name: 'Van de verteller', content: <p>Antwoorden</p> }, { id: 'b', name: 'Coderingen', count: 7, content: <p>Lijst</p> }, { id: 'c', name: 'Memo’s', count: 2, content: <p>Memo’s</p> }]} />
      </Part>
      <Part name="Tabel" wide>
        <Table
          label="Codes geteld" className="gallery-panel" rows={codes} onSelect={() => undefined} sort={{ column: 'count', descending: true }} onSort={() => undefined}
          columns={columns}
        />
      </Part>
    </div>
  )
}
