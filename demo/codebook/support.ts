// The codes for what was done, how it was experienced, how people worked together and what the network meant.
import type { CodeText } from './code-text.ts'

export const experiences: CodeText[] = [
  ['klik', 'Klik', 'De verstandhouding tussen gezin en medewerker: zich op het gemak voelen of juist niet, elkaar liggen, vertrouwen.',
    'Ook als de klik ontbreekt: het gaat om de verstandhouding, niet om de waardering.',
      'Niet als iemand alleen de kennis of aanpak prijst: dan Expertise.',
    'Ze vroeg de tweede keer meteen hoe het met mijn hond ging.'],
  ['expertise', 'Expertise', 'Wat de medewerker weet en kan: kennis, aanpak, de weg weten, het juiste moment kiezen.',
    'Ook als kennis tekortschiet.', 'Niet als iemand alleen aardig is: dan Klik.',
    'Zij wist dat je zo’n brief binnen zes weken moet beantwoorden.']
]

export const interventions: CodeText[] = [
  ['ouderbegeleiding', 'Ouderbegeleiding', 'Ondersteuning die op een ouder gericht is: gesprekken, oefenen, meekijken.',
    'Ook een training voor ouders.',
    'Niet als het kind erbij betrokken is als gezin: dan Gezinsbegeleiding.', 'Wij kregen samen vijf gesprekken over nee zeggen.'],
  ['individueel', 'Individuele begeleiding', 'Ondersteuning die op één kind of jongere gericht is.', 'Ook samen iets doen als vorm.',
    'Niet voor behandeling door een specialist.', 'Elke woensdag gingen ze met z’n tweeën vissen.'],
  ['gezinsbegeleiding', 'Gezinsbegeleiding', 'Ondersteuning van het gezin als geheel.', 'Ook gesprekken met beide ouders en kinderen.',
    'Niet als steeds één persoon aan de beurt is.', 'We zaten met z’n vijven op de grond om het bord heen.'],
  ['eigennetwerk', 'Inzet eigen netwerk', 'Familie, vrienden of buren van het gezin krijgen een taak.',
    'Ook als het plan er nog niet is maar de mensen wel.',
    'Niet voor vrijwilligers die het gezin nog niet kende.', 'Mijn broer haalt hem op maandag van judo.'],
  ['informeel', 'Inzet informeel netwerk', 'Vrijwilligers, een maatje, een buurtgroep.', 'Ook een taalmaatje.',
    'Niet voor mensen die het gezin al kende.',
    'Via de buurtkamer kwam er een leesopa.'],
  ['groep', 'Groepsgericht', 'Ondersteuning in een groep met anderen in dezelfde situatie.', 'Ook een oudergroep.',
    'Niet voor sport of een gewone club.',
    'Op dinsdag zat ze tussen zeven andere brusjes.'],
  ['lichaam', 'Lichaamsgericht', 'Werken met het lichaam: adem, bewegen, spanning voelen.', 'Ook als onderdeel van iets anders.',
    'Niet voor samen wandelen om te praten.',
    'Hij moest met zijn ogen dicht zeggen waar hij het voelde.'],
  ['behandeling', 'Behandeling basis', 'Behandeling van klachten door een behandelaar in de wijk.', 'Ook kort en licht.',
    'Niet voor specialistische behandeling elders.',
    'Zes keer bij de psycholoog in het wijkgebouw.']
]

export const cooperation: CodeText[] = [
  ['lijnen', 'Korte lijnen', 'Elkaar snel en zonder omweg weten te vinden.', 'Ook een vast belmoment.',
    'Niet als het alleen om aardige collega’s gaat.',
    'Ik stond met de wijkagent in de rij bij de bakker en toen was het geregeld.'],
  ['optrekken', 'Samen optrekken', 'Met een andere professional samen in het gezin of aan een plan werken.', 'Ook als dat schuurt.',
    'Niet voor doorverwijzen: dan Overdracht.',
    'De verpleegkundige en ik belden samen aan.'],
  ['regie', 'Eén regie', 'Duidelijk wie de draad vasthoudt, of juist niet.', 'Ook als het gezin zelf de regie neemt.',
    'Niet voor leidinggeven in het algemeen.',
    'We zaten met vijf mensen aan tafel en niemand wist wie het zou oppakken.'],
  ['overdracht', 'Overdracht', 'Een gezin gaat over van de een naar de ander, warm of koud.', 'Ook wachten tussen twee vormen van hulp.',
    'Niet voor een gezamenlijk gesprek zonder overgang.',
    'Wij hebben het dossier gestuurd en daarna nooit meer iets gehoord.']
]

export const networks: CodeText[] = [
  ['net-steunend', 'Netwerk steunt', 'Mensen om het gezin heen die merkbaar helpen.', 'Ook één persoon.',
    'Niet als die steun ook iets kost: dan Netwerk is gemengd.',
    'De overbuurman heeft een sleutel en kijkt elke dag even.'],
  ['net-afwezig', 'Netwerk ontbreekt', 'Er is niemand, of niemand die iets kan doen.', 'Ook als het gezin niemand wil.',
    'Niet als het alleen niet besproken is.',
    'We zouden opschrijven wie er kon helpen en toen wist ze niemand.'],
  ['net-schadelijk', 'Netwerk schaadt', 'Mensen om het gezin heen die het onveilig of zwaarder maken.', 'Ook goed bedoeld.',
    'Niet voor een gewone ruzie in de familie.',
    'Zijn broers brachten hem elke keer weer drank.'],
  ['net-ingewikkeld', 'Netwerk is ingewikkeld', 'Veel mensen, veel lijnen, en niemand die het overziet.', 'Ook kampen na een scheiding.',
    'Niet als het netwerk alleen groot is.',
    'Er waren vier oma’s en twee ervan spraken niet met elkaar.'],
  ['net-gemengd', 'Netwerk is gemengd', 'Dezelfde mensen helpen en belasten.', 'Ook als dat per dag verschilt.',
    'Niet als het om verschillende mensen gaat.',
    'Haar moeder paste op, maar zei er elke keer wel wat van.'],
  ['net-opbouw', 'Netwerk in opbouw', 'Er ontstaan nieuwe contacten om het gezin heen.', 'Ook heel klein.', 'Niet als er alleen een plan voor is.',
    'Na drie weken groette iemand haar op het plein.']
]
