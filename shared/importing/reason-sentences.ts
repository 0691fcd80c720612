// Why an import proposes what it proposes for a column: one short Dutch and English sentence each.

export const REASON_SENTENCES = {
  heading: { nl: 'De naam van de kolom zegt het.', en: 'The name of the column says so.' },
  longest_text: { nl: 'Hier staan de langste teksten.', en: 'The longest texts stand here.' },
  definition: { nl: 'Zo staat het in de definitie.', en: 'The definition says so.' },
  definition_needed: { nl: 'De antwoorden zijn codes. Voeg de definitie toe, dan krijgen ze hun woorden.', en: 'The answers are codes. Add the definition and they get their words.' },
  tool_column: { nl: 'Vaste kolom van {tool}.', en: 'A fixed column of {tool}.' },
  tool_answers: { nl: 'Zo schrijft {tool} deze soort vraag.', en: 'This is how {tool} writes this kind of question.' },
  technical: { nl: 'Techniek van {tool}, geen antwoord van de verteller.', en: 'Technical, from {tool}; no answer of the teller.' },
  same_elsewhere: { nl: 'Dezelfde antwoorden staan in andere kolommen.', en: 'The same answers stand in other columns.' },
  drop_location: { nl: 'Zegt waar iemand was of woont: wordt weggelaten.', en: 'Tells where someone was or lives: left out.' },
  drop_ip: { nl: 'Een IP-adres wijst naar een persoon: wordt weggelaten.', en: 'An IP address points at a person: left out.' },
  drop_device: { nl: 'Kenmerk van een apparaat: wordt weggelaten.', en: 'A trait of a device: left out.' },
  drop_email: { nl: 'E-mailadressen: worden weggelaten.', en: 'E-mail addresses: left out.' },
  drop_phone: { nl: 'Telefoonnummers: worden weggelaten.', en: 'Telephone numbers: left out.' },
  drop_name: { nl: 'Namen van mensen: worden weggelaten.', en: 'Names of people: left out.' },
  drop_account: { nl: 'Een persoonlijk account of nummer: wordt weggelaten.', en: 'A personal account or number: left out.' },
  drop_birth: { nl: 'Een geboortedatum wijst naar een persoon: wordt weggelaten.', en: 'A date of birth points at a person: left out.' },
  drop_dossier: { nl: 'Een dossier- of burgerservicenummer hoort niet in onderzoek: wordt weggelaten.', en: 'A case or citizen number does not belong in research: left out.' },
  drop_media: { nl: 'Verwijzingen naar beeld of geluid: worden weggelaten.', en: 'Links to pictures or sound: left out.' },
  consent: { nl: 'Vraagt om toestemming. Controleer welke antwoorden ja betekenen.', en: 'Asks for consent. Check which answers mean yes.' },
  dates: { nl: 'Hier staan datums.', en: 'Dates stand here.' },
  scale_100: { nl: 'Getallen van 0 tot 100.', en: 'Numbers from 0 to 100.' },
  scale_1: { nl: 'Getallen van 0 tot 1: worden 0 tot 100.', en: 'Numbers from 0 to 1: become 0 to 100.' },
  numbers: { nl: 'Hier staan getallen.', en: 'Numbers stand here.' },
  likert_known: { nl: 'Een bekende schaal. Controleer welke kant hoog is.', en: 'A known scale. Check which end is high.' },
  likert_numbers: { nl: 'Hele getallen op een korte schaal. Controleer welke kant hoog is.', en: 'Whole numbers on a short scale. Check which end is high.' },
  few_values: { nl: 'Er komen {count} verschillende antwoorden voor.', en: '{count} different answers occur.' },
  ticks: { nl: 'Kruisjes: één kolom per antwoord.', en: 'Ticks: one column per answer.' },
  delimited: { nl: 'Meer antwoorden in één cel, gescheiden door “{delimiter}”.', en: 'Several answers in one cell, separated by “{delimiter}”.' },
  shares: { nl: 'Drie aandelen die samen {whole} zijn.', en: 'Three shares that add up to {whole}.' },
  places: { nl: 'Een plaats in x en y.', en: 'A place in x and y.' },
  other_text: { nl: 'De toelichting bij “{question}”.', en: 'The words behind “{question}”.' },
  free_text: { nl: 'Vrije tekst.', en: 'Free text.' },
  empty: { nl: 'Deze kolom is leeg in het voorbeeld.', en: 'This column is blank in the sample.' }
} satisfies Record<string, { nl: string; en: string }>

export type ReasonKey = keyof typeof REASON_SENTENCES
