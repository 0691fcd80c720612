// Documents out as DOCX: paragraphs under real styles, so that a word processor knows a heading for a heading, with a footer that counts
// pages. Words are written as they are; what XML cannot hold is left out.
import { strToU8, zipSync } from 'fflate'
import type { PaperBlock } from '../../shared/contract/paper.ts'
import { allowedInXml, escapedMarkup, escapedText } from '../../shared/text/markup.ts'

export type DocxPaper = { title: string; language: 'nl' | 'en'; /** Of the type, in points. */ points: number; foot: string; blocks: readonly PaperBlock[] }

type Picture = Extract<PaperBlock, { is: 'picture' }>

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** A fixed moment: the same document makes the same bytes. */
const MOMENT = new Date(1980, 0, 2)

export function writeDocx(paper: DocxPaper): Uint8Array {
  const pictures = paper.blocks.filter((block) => block.is === 'picture')
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapedText(allowedInXml(paper.title))}</dc:title><dc:language>${paper.language}</dc:language></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="${RELATIONS}/footer" Target="footer1.xml"/><Relationship Id="rId4" Type="${RELATIONS}/fontTable" Target="fontTable.xml"/>${pictures.map((_, at) => pictureRelations(at)).join('')}</Relationships>`,
    'word/document.xml': documentXml(paper),
    'word/styles.xml': stylesXml(paper),
    'word/fontTable.xml': `${XML}<w:fonts xmlns:w="${MAIN}"><w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/><w:family w:val="swiss"/></w:font><w:font w:name="Source Serif 4"><w:altName w:val="Cambria"/><w:family w:val="roman"/></w:font></w:fonts>`,
    'word/numbering.xml': `${XML}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/footer1.xml': `${XML}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(`${paper.foot} · `)}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`
  }
  const media = pictures.flatMap(({ png, svg }, at): [string, Uint8Array][] => [[`word/media/image${at + 1}.png`, Buffer.from(png, 'base64')], [`word/media/image${at + 1}.svg`, strToU8(svg)]])
  return zipSync(Object.fromEntries([...Object.entries(parts).map(([name, text]): [string, Uint8Array] => [name, strToU8(text)]), ...media]), { mtime: MOMENT })
}

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPE}.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

/** A4 with room to punch. In twentieths of a point. */
const PAGE = `<w:sectPr><w:footerReference r:id="rId3" w:type="default"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`

const documentXml = ({ blocks }: DocxPaper): string => `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONS}"><w:body>${blocks.map((block) => (block.is === 'picture' ? pictureXml(block, blocks.filter(({ is }) => is === 'picture').indexOf(block)) : blockXml(block))).join('')}${PAGE}</w:body></w:document>`

const STYLE_OF = { title: 'Title', heading: 'Heading1', subheading: 'Heading2', paragraph: 'Normal', quote: 'Quote', contrary: 'ContraryQuote', source: 'QuoteSource', hint: 'Hint', term: 'Heading3', byline: 'Byline', point: 'ListBullet', space: 'WritingSpace' } as const

function blockXml(block: Exclude<PaperBlock, Picture>): string {
  switch (block.is) {
    case 'break': return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    case 'lines': return '<w:p><w:pPr><w:pStyle w:val="WritingLine"/></w:pPr></w:p>'
    case 'table': return tableXml(block)
    case 'rich': return richXml(block)
    case 'space': return spaceXml(block.words)
    default: return paragraph(block.words, STYLE_OF[block.is])
  }
}

/** A box of its own to write in: frames round paragraphs run into one another. */
function spaceXml(words: string): string {
  const border = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="555555"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders><w:tblCellMar><w:top w:w="100" w:type="dxa"/><w:left w:w="160" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="9300"/></w:tblGrid>`
    + `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="1420" w:hRule="atLeast"/></w:trPr><w:tc>${paragraph(words, 'WritingSpace')}</w:tc></w:tr></w:tbl>${paragraph('', 'Spacer')}`
}

/** Begins in letters that are written from right to left. */
const BACKWARDS = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}]/u

const pictureRelations = (at: number): string => ['png', 'svg'].map((kind) => `<Relationship Id="${kind}${at + 1}" Type="${RELATIONS}/image" Target="media/image${at + 1}.${kind}"/>`).join('')

/** The drawing itself, with its PNG for programs that draw no SVG. Sizes in English Metric Units, 36,000 to a millimetre. */
function pictureXml({ words, width, height }: Picture, at: number): string {
  const [wide, high, says] = [Math.round(width * 36_000), Math.round(height * 36_000), escapedMarkup(allowedInXml(words))]
  const name = `id="${at + 1}" name="figure ${at + 1}" descr="${says}"`
  const svg = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="svg${at + 1}"/></a:ext></a:extLst>`
  return `<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${wide}" cy="${high}"/><wp:docPr ${name}/>`
    + `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="png${at + 1}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`
    + `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${wide}" cy="${high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

function paragraph(words: string, style: string): string {
  const isBackwards = BACKWARDS.test(words)
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isBackwards ? '<w:bidi/>' : ''}</w:pPr>${run(words, isBackwards)}</w:p>`
}

function richXml({ point, runs }: Extract<PaperBlock, { is: 'rich' }>): string {
  const isBackwards = BACKWARDS.test(runs.map(({ words }) => words).join(''))
  return `<w:p><w:pPr><w:pStyle w:val="${STYLE_OF[point ? 'point' : 'paragraph']}"/>${isBackwards ? '<w:bidi/>' : ''}</w:pPr>${runs.map(({ words, bold, italic }) => run(words, isBackwards, (bold ? '<w:b/>' : '') + (italic ? '<w:i/>' : ''))).join('')}</w:p>`
}

/** Line ends become breaks within the paragraph. `look`: how it differs from its paragraph. */
function run(words: string, isBackwards = false, look = ''): string {
  const text = words.split('\n').map((line) => `<w:t xml:space="preserve">${escapedText(allowedInXml(line))}</w:t>`).join('<w:br/>')
  const looks = look + (isBackwards ? '<w:rtl/>' : '')
  return `<w:r>${looks ? `<w:rPr>${looks}</w:rPr>` : ''}${text}</w:r>`
}

/** Columns are as wide as what stands in them asks for, within bounds. */
function tableXml({ headings, rows }: Extract<PaperBlock, { is: 'table' }>): string {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="777777"/>`).join('')
  const row = (cells: readonly string[], isHead: boolean): string => `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((cell) => `<w:tc>${paragraph(cell, isHead ? 'TableHead' : 'TableCell')}</w:tc>`).join('')}</w:tr>`
  const weights = headings.map((heading, at) => 4 + Math.min(48, Math.max(8, heading.length, ...rows.map((cells) => cells[at]?.length ?? 0))))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const grid = weights.map((weight) => `<w:gridCol w:w="${Math.floor((9300 * weight) / whole)}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(headings, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${paragraph('', 'Normal')}`
}

function stylesXml({ points, language }: DocxPaper): string {
  const size = (share: number): string => { const half = Math.round(points * share * 2); return `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>` }
  const style = (id: string, name: string, look: string, type = '', next = 'Normal'): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="${next}"/><w:qFormat/><w:pPr>${look}</w:pPr><w:rPr>${type}</w:rPr></w:style>`
  const heading = (level: number): string => `<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="${level}"/>`
  const bar = (kind: string): string => `<w:pBdr><w:left w:val="${kind}" w:sz="24" w:space="10" w:color="111111"/></w:pBdr><w:spacing w:before="160" w:after="60"/><w:ind w:left="280"/>`
  return `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Arial"/>${size(1)}<w:lang w:val="${language === 'nl' ? 'nl-NL' : 'en-GB'}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="312" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + style('Title', 'Title', '<w:pageBreakBefore/><w:keepNext/><w:spacing w:after="200"/>', `<w:b/>${size(1.7)}`) + style('Heading1', 'heading 1', heading(0), `<w:b/>${size(1.25)}`) + style('Heading2', 'heading 2', heading(1), '<w:b/>')
    + style('Quote', 'Quote', bar('single'), `<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4"/>${size(1.2)}`, 'QuoteSource') + style('ContraryQuote', 'Contrary quote', bar('dashed'), `<w:rFonts w:ascii="Source Serif 4" w:hAnsi="Source Serif 4"/>${size(1.2)}`, 'QuoteSource')
    + style('QuoteSource', 'Quote source', '<w:ind w:left="280"/>', size(0.86)) + style('Hint', 'Hint', '', size(0.86)) + style('Heading3', 'heading 3', '<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="2"/>', `<w:b/>${size(0.92)}`) + style('Byline', 'Byline', '<w:keepNext/><w:spacing w:before="240" w:after="20"/>', `<w:color w:val="444444"/>${size(0.86)}`) + style('ListBullet', 'List Bullet', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', '', 'ListBullet')
    + style('WritingSpace', 'Writing space', '', '<w:b/>') + style('Spacer', 'Spacer', '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>')
    + style('WritingLine', 'Writing line', '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="555555"/></w:pBdr><w:spacing w:before="300"/>', '') + style('TableHead', 'Table head', '<w:spacing w:after="0"/>', '<w:b/>') + style('TableCell', 'Table cell', '<w:spacing w:after="0"/>', '') + style('Figure', 'Figure', '<w:keepNext/><w:spacing w:before="120" w:after="120"/>') + style('Footer', 'footer', '', size(0.86))
    + '</w:styles>'
}
