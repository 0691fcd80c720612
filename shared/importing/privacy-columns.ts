// Columns that point at persons: proposed as left out, and listed, so that nobody imports a GPS trail by accident.
import type { DropReason } from './mapping.ts'
import type { ColumnLook } from './column-look.ts'
import type { Draft } from './proposal-draft.ts'

const WHOSE = '(van )?(de |het |uw |je |jouw |your )?(respondent|deelnemer|verteller|invuller|kind|ouder|jeugdige|gezin|cli[eë]nt|medewerker|coach|hulpverlener|participant|teller)'

const HEADINGS: [DropReason, RegExp][] = [
  ['email', /e-?mail/i],
  ['phone', /\b(telefoon(nummer)?|phone ?(number)?|mobiel(nummer)?|mobile|gsm|06-?nummer)\b/i],
  ['ip', /(^|[^a-z])ip([ _-]?addr(ess)?|[ _-]?adres)?($|[^a-z])|ipaddr/i],
  ['location', /\b(gps|latitude|longitude|breedtegraad|lengtegraad|geo-?locatie|geolocation|altitude|postcode|postal ?code|zip ?code|straat(naam)?|adres|address|huisnummer)\b|_(latitude|longitude|altitude|precision|accuracy)$|location[_ ]?(latitude|longitude)|^_geolocation/i],
  ['device', /\b(device|deviceid|apparaat|browser|user[ -]?agent|besturingssysteem|operating ?system|imei|simserial|subscriberid|screen ?resolution|resolutie)\b|^meta_(platform|device|browser|os)/i],
  ['birth', /geboortedatum|geboortedag|date of birth|birth ?date|\bdob\b/i],
  ['dossier', /\bbsn\b|burgerservice|dossier ?(nummer|nr|id)?|cli[eë]nt[ _-]?(nummer|nr|id|code|number)|zaaknummer|case ?number/i],
  ['account', /\b(user[ _-]?(id|name)|gebruikers(naam|nummer)|login|account|token|panel ?id|worker ?id|responder_id)\b|externalreference|recipient/i],
  ['name', new RegExp(`^(de |uw |je |jouw |your )?(voor|achter|roep)?(naam|namen|name|names)( ${WHOSE})?\\??$|^(first|last|full|sur|given|family) ?names?$|^${WHOSE} ?naam$`, 'i')]
]

const PATTERNS: [DropReason, RegExp, number][] = [
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i, 0.5],
  ['ip', /^(\d{1,3}\.){3}\d{1,3}$|^[0-9a-f]{1,4}(:[0-9a-f]{0,4}){4,7}$/i, 0.5],
  ['location', /^-?\d{1,3}\.\d{3,}\s*[|,; ]\s*-?\d{1,3}\.\d{3,}/, 0.5],
  ['phone', /^(\+31|0031|0)[\s-]?[1-9]([\s-]?\d){8}$/, 0.7],
  ['media', /^https?:\/\/\S+$/i, 0.7]
]

/** Gives every such free column the role "drop" with its reason. Location is judged before media, headings before cells. */
export function dropPrivateColumns(draft: Draft): void {
  for (const look of draft.free()) {
    const reason = privateBy(look)
    if (reason) draft.give(look, { role: 'drop', reason }, { reason: `drop_${reason}`, confidence: 'sure' })
  }
}

export function privateBy(look: ColumnLook): DropReason | null {
  // A heading is a name, not a question: "Hoe vond je het adres van school?" is no address.
  const heading = [look.name, look.title].find((words) => words.length <= 60 && HEADINGS.some(([, pattern]) => pattern.test(words)))
  if (heading && look.meanLength < 80) return HEADINGS.find(([, pattern]) => pattern.test(heading))![0]
  if (look.filled.length === 0) return null
  const cells = look.filled.map((cell) => cell.trim())
  if (cells.length > 2 && cells.every(isCitizenNumber)) return 'dossier'
  return PATTERNS.find(([, pattern, share]) => cells.filter((cell) => pattern.test(cell)).length >= cells.length * share)?.[0] ?? null
}

/** The Dutch eleven test over nine digits. */
function isCitizenNumber(cell: string): boolean {
  if (!/^\d{9}$/.test(cell)) return false
  const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((total, weight, i) => total + weight * Number(cell[i]), 0)
  return sum % 11 === 0 && sum !== 0
}
