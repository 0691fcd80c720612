// How a file is read, for when it was recognised wrongly: each choice is tried at once, and the first rows show what came of it.
import { DELIMITERS, ENCODINGS, type Delimiter, type Encoding } from '../../shared/importing/table.ts'
import type { LookedAt } from '../../shared/contract/importing.ts'
import { useSay } from '../i18n/say.ts'
import { Select } from '../ui/select.tsx'
import type { DraftFile } from './draft.ts'
import { delimiterKey, encodingKey } from './recognised.ts'
import { chooseSettings } from './receive.ts'

const SHOWN_ROWS = 3
const SHOWN_COLUMNS = 12

export function FileSettings({ file, looked }: { file: DraftFile, looked: LookedAt }) {
  const say = useSay('importing')
  const isWorkbook = /\.xlsx$/i.test(file.name)
  const found = say('settings.found')
  const choose = (settings: DraftFile['settings']): void => void chooseSettings(file.key, settings)
  return (
    <div className="import-settings">
      <div className="import-settings-fields">
        {isWorkbook ? looked.sheets.length > 1 && (
          <Select label={say('settings.sheet')} choices={looked.sheets.map(name => ({ id: name, name }))} value={looked.sheet} onChange={sheet => choose({ sheet })} />
        ) : (
          <>
            <Select
              label={say('settings.delimiter')} value={file.settings.delimiter ?? looked.delimiter ?? 'found'}
              choices={[{ id: 'found', name: found }, ...DELIMITERS.map(id => ({ id, name: say(delimiterKey(id)) }))]}
              onChange={id => choose({ delimiter: id === 'found' ? null : (id as Delimiter) })}
            />
            <Select
              label={say('settings.encoding')} value={file.settings.encoding ?? looked.encoding ?? 'found'}
              choices={[{ id: 'found', name: found }, ...ENCODINGS.map(id => ({ id, name: say(encodingKey(id)) }))]}
              onChange={id => choose({ encoding: id === 'found' ? null : (id as Encoding) })}
            />
          </>
        )}
        <Select
          label={say('settings.headerRows')} value={String(file.settings.headerRows ?? (looked.headerRows.length || 'found'))}
          choices={[{ id: 'found', name: found }, ...[1, 2, 3, 4, 5].map(count => ({ id: String(count), name: say('settings.rows', { count }) }))]}
          onChange={id => choose({ headerRows: id === 'found' ? null : Number(id) })}
        />
      </div>
      {looked.is === 'table' && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys
        <div className="import-rows" tabIndex={0} role="region" aria-label={say('settings.sample')}>
          <table>
            <caption>{say('settings.sample')}</caption>
            <thead><tr>{looked.headings.slice(0, SHOWN_COLUMNS).map(({ name }) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {looked.sample.slice(0, SHOWN_ROWS).map(({ row, cells }) => (
                <tr key={row}>{looked.headings.slice(0, SHOWN_COLUMNS).map(({ name }, at) => <td key={name}><span>{cells[at]}</span></td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}
