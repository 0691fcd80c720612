// What was recognised in a file, in words.
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { Encoding } from '../../shared/importing/table.ts'
import type { TextKey } from '../i18n/catalogue.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'

/** "SenseMaker-export, 171 rijen, 23 kolommen, komma, UTF-8." */
export function useRecognised(): (looked: LookedAt) => string {
  const say = useSay('importing')
  const { list } = useFormats()
  return looked => {
    const kind = looked.tool ? say('is.export', { tool: looked.tool }) : say(looked.format === 'xlsx' ? 'is.excel' : 'is.csv')
    const rows = looked.rowsAreAll ? say('is.rows', { count: looked.rows }) : say('is.moreRows', { count: looked.rows })
    const details = [
      rows, say('is.columns', { count: looked.headings.length }),
      looked.sheet !== null && looked.sheets.length > 1 ? say('is.sheet', { sheet: looked.sheet }) : null,
      looked.delimiter === null ? null : say(delimiterKey(looked.delimiter)), looked.encoding === null ? null : say(encodingKey(looked.encoding))
    ].filter(part => part !== null)
    return `${kind}: ${list(details)}.`
  }
}

export const delimiterKey = (delimiter: string): TextKey<'importing'> => (delimiter === ',' ? 'delimiter.comma' : delimiter === ';' ? 'delimiter.semicolon' : 'delimiter.tab')
export const encodingKey = (encoding: string): TextKey<'importing'> => `encoding.${encoding as Encoding}`
