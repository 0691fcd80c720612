// The fixed columns of each questionnaire tool: which is the id, the day, the language, which are technique, which must go.
import type { DropReason } from '../mapping.ts'
import type { ColumnLook } from '../column-look.ts'
import type { Draft } from '../proposal-draft.ts'

export type Tool = 'SenseMaker' | 'LimeSurvey' | 'Qualtrics' | 'Microsoft Forms' | 'Google Forms' | 'KoboToolbox' | 'SoSci Survey'
type Fixed = 'sourceId' | 'language' | 'collectedOn' | 'ignore' | { drop: DropReason }

/** In order: the first pattern that fits a heading counts; of two days the first listed wins. */
const COLUMNS: Record<Tool, [RegExp, Fixed][]> = {
  'SenseMaker': [
    [/^(id|fragmentid)$/i, 'sourceId'], [/^narrid$/i, 'ignore'],
    [/^language$/i, 'language'], [/^meta_selected_?language$/i, 'language'],
    [/^serverentrydate$/i, 'collectedOn'], [/^server_upload_time$/i, 'collectedOn'], [/^meta_completed$/i, 'collectedOn'], [/^(meta_)?started$/i, 'collectedOn'],
    [/location|latitude|longitude/i, { drop: 'location' }], [/^meta_(platform|device|application)/i, { drop: 'device' }], [/^responder_id$/i, { drop: 'account' }],
    [/^(project_id|version|definition_version|entryyrmth|.*_zone|meta_.*)$/i, 'ignore']
  ],
  'LimeSurvey': [
    [/^(id|respons id|response id|antwoord id)\b/i, 'sourceId'], [/^(startlanguage|starttaal|start language)\b/i, 'language'],
    [/^(submitdate|datum verzonden|date submitted)\b/i, 'collectedOn'], [/^(datestamp|startdate|datum laatste actie|date last action|date started|startdatum)\b/i, 'ignore'],
    [/^(ipaddr|ip-?adres|ip address)\b/i, { drop: 'ip' }], [/^token\b/i, { drop: 'account' }],
    [/^(lastpage|laatste pagina|last page|seed|refurl|referrer url|interviewtime|totale tijd|groepstijd.*|vraagtijd.*)\b/i, 'ignore'], [/^\w+Time\d*$/, 'ignore']
  ],
  'Qualtrics': [
    [/^responseid$/i, 'sourceId'], [/^userlanguage$/i, 'language'], [/^recordeddate$/i, 'collectedOn'], [/^enddate$/i, 'collectedOn'], [/^startdate$/i, 'ignore'],
    [/^ipaddress$/i, { drop: 'ip' }], [/^location(latitude|longitude)$/i, { drop: 'location' }], [/^recipientemail$/i, { drop: 'email' }],
    [/^recipient(first|last)name$/i, { drop: 'name' }], [/^externalreference$/i, { drop: 'account' }],
    [/^(status|progress|duration \(in seconds\)|finished|distributionchannel|.*_(first click|last click|page submit|click count)|q_recaptchascore)$/i, 'ignore']
  ],
  'Microsoft Forms': [
    [/^id$/i, 'sourceId'], [/^(completion time|tijd van voltooien|voltooiingstijd)$/i, 'collectedOn'], [/^(start time|begintijd|starttijd|last modified time|tijd van laatste wijziging)$/i, 'ignore'],
    [/^e-?mail$/i, { drop: 'email' }], [/^(name|naam)$/i, { drop: 'name' }], [/^(language|taal)$/i, 'language']
  ],
  'Google Forms': [[/^(timestamp|tijdstempel)$/i, 'collectedOn'], [/^(username|gebruikersnaam|email address|e-mailadres)$/i, { drop: 'email' }]],
  'KoboToolbox': [
    [/^_uuid$/i, 'sourceId'], [/^_id$/i, 'sourceId'], [/^_submission_time$/i, 'collectedOn'], [/^(start|end|today)$/i, 'ignore'],
    [/^(deviceid|phonenumber|simserial|subscriberid|imei)$/i, { drop: 'device' }], [/^(username|_submitted_by)$/i, { drop: 'account' }],
    [/(_latitude|_longitude|_altitude|_precision|^_geolocation)$/i, { drop: 'location' }],
    [/^(_index|_validation_status|_notes|_status|_tags|__version__|_version_|_parent_.*|meta\/.*|formhub\/.*|_attachments|_xform_id_string|_bamboo_dataset_id)$/i, 'ignore']
  ],
  'SoSci Survey': [
    [/^case$/i, 'sourceId'], [/^started$/i, 'collectedOn'], [/^(lastdata|started)$/i, 'ignore'], [/^(language)$/i, 'language'],
    [/^(serial|ref)$/i, { drop: 'account' }], [/^(questnnr|mode|status|finished|q_viewer|lastpage|maxpage|missing|missrel|time_rsi|time_sum|deg_.*|time\d+)$/i, 'ignore']
  ]
}

/** The tool that wrote these headings, or null for a table made by hand. SenseMaker is told apart elsewhere. */
export function toolOf(looks: ColumnLook[], qualtricsHeader: boolean): Tool | null {
  const names = new Set(looks.map((look) => look.name.toLowerCase()))
  const all = (...wanted: string[]) => wanted.every((name) => names.has(name))
  const some = (pattern: RegExp) => looks.some((look) => pattern.test(look.name))
  if (qualtricsHeader || all('responseid', 'startdate') || all('responseid', 'recordeddate')) return 'Qualtrics'
  if (all('id', 'submitdate') || all('startlanguage') || some(/\[(SQ\d+|other)\]$/) || some(/^(laatste pagina|last page)\b/i)) return 'LimeSurvey'
  if (all('_uuid', '_submission_time') || all('_id', '_submission_time') || all('_index', '_uuid')) return 'KoboToolbox'
  if (all('case', 'questnnr') || (all('case') && all('started'))) return 'SoSci Survey'
  if (some(/^(completion time|tijd van voltooien|voltooiingstijd)$/i)) return 'Microsoft Forms'
  return /^(timestamp|tijdstempel)$/i.test(looks[0]?.name ?? '') ? 'Google Forms' : null
}

export function giveFixedColumns(draft: Draft, tool: Tool): void {
  for (const [pattern, fixed] of COLUMNS[tool]) {
    for (const look of draft.free().filter((column) => pattern.test(column.name))) giveFixed(draft, look, fixed, tool)
  }
}

function giveFixed(draft: Draft, look: ColumnLook, fixed: Fixed, tool: Tool): void {
  const because = { reason: 'tool_column' as const, confidence: 'sure' as const, values: { tool } }
  const technical = { ...because, reason: 'technical' as const }
  if (typeof fixed === 'object') draft.give(look, { role: 'drop', reason: fixed.drop }, { ...because, reason: `drop_${fixed.drop}` })
  else if (fixed === 'ignore') draft.give(look, { role: 'ignore' }, technical)
  else if (draft.has(fixed) || look.filled.length === 0) draft.give(look, { role: 'ignore' }, technical)
  else if (fixed === 'collectedOn') draft.give(look, look.date === null ? { role: 'ignore' } : { role: 'collectedOn', date: look.date }, look.date === null ? technical : because)
  else draft.give(look, { role: fixed }, because)
}
