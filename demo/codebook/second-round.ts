// The codes of the second round: what made a click or broke it, what went stiffly, and which question about upbringing it was.
import type { CodeText } from './code-text.ts'

export const clickTraits: CodeText[] = [
  ['klik-luisteren', 'Echt luisteren', 'De medewerker vraagt door en hoort wat iemand zegt.', 'Ook als dat juist niet gebeurde.',
    'Niet als er iets beslist werd zonder het gezin: dan Besloten zonder ons.', 'Zij vroeg eerst hoe het met míj ging, en toen wachtte ze.'],
  ['klik-humor', 'Samen lachen', 'Er wordt samen gelachen of gespeeld, en dat helpt.', 'Ook een vast grapje.',
    'Niet als iemand zich uitgelachen voelt: dan Niet oordelen.', 'We kregen de slappe lach om die folder, zij ook.'],
  ['klik-eigen', 'Iets van jezelf laten zien', 'De medewerker laat merken wie hij zelf is of wat hij kent.', 'Ook als dat tegenvalt.',
    'Niet als het om een diploma of kennis gaat: dan Expertise.', 'Hij was zelf ook van school gestuurd vroeger, dat zei hij gewoon.'],
  ['klik-blijven', 'Er zijn en blijven', 'Steeds dezelfde persoon, die komt als het is afgesproken.', 'Ook als iemand steeds wegging.',
    'Niet voor het wachten op hulp: dan Wachten.', 'Elke woensdag, ook toen ik de deur niet opendeed.'],
  ['klik-eerlijk', 'Eerlijk zijn', 'De medewerker zegt hoe het zit, ook als dat niet leuk is.', 'Ook sorry zeggen.',
    'Niet voor uitleg over regels: dan Expertise.', 'Ze zei meteen dat ze mij dat huis niet kon beloven.'],
  ['klik-oordeel', 'Niet oordelen', 'Iemand voelt zich niet bekeken of afgewezen.', 'Ook als iemand zich juist wel bekeken voelde.',
    'Niet als het alleen om beleefdheid gaat.', 'Van de rommel zei hij niks, hij vroeg waar hij kon zitten.'],
  ['klik-onthouden', 'Kleine dingen onthouden', 'De medewerker weet nog wat eerder verteld is: een naam, een dag, een gewoonte.', 'Ook een kaartje of een appje op het goede moment.',
    'Niet voor een goed bijgehouden dossier.', 'Ze wist nog dat ik de dag ervoor examen had.'],
  ['klik-meedoen', 'Meedoen met wat er is', 'De medewerker helpt of doet mee, ook buiten het gewone werk.', 'Ook samen eten of wachten.',
    'Niet als het meedoen zelf de afgesproken hulp was: dan een code onder Interventie.', 'Hij pakte een doek en ging mee ramen doen.'],
  ['klik-tempo', 'Het tempo van de ander', 'Er is tijd en rust: niet duwen, stilte mag.', 'Ook weten wanneer je niets zegt.',
    'Niet voor de duur van het traject.', 'Drie weken hebben we alleen maar gedamd.'],
  ['klik-naast', 'Naast iemand staan', 'De medewerker kiest een plek naast het gezin, niet erboven.', 'Ook letterlijk: waar iemand gaat zitten.',
    'Niet als er partij gekozen werd in een ruzie.', 'Ze vroeg mij hoe zij het met haar eigen puber moest doen.']
]

export const frictions: CodeText[] = [
  ['stroef-wachten', 'Wachten', 'Hulp, onderzoek of een besluit laat op zich wachten.', 'Ook een wachtlijst die weer sloot.', 'Niet als de wachttijd alleen genoemd wordt bij een plan dat goed liep.',
    'We stonden nummer zeventien en een maand later ook.'],
  ['stroef-gezichten', 'Wisselende gezichten', 'Er komt steeds iemand anders.', 'Ook aan de telefoon.', 'Niet voor een afgesproken vervanging.',
    'In één jaar drie coaches, de laatste heb ik niet eens gezien.'],
  ['stroef-opnieuw', 'Opnieuw vertellen', 'Het hele verhaal moet nog een keer.', 'Ook als het verkeerd is opgeschreven.', 'Niet voor een gewone kennismaking.',
    'Ik heb er nu maar een papiertje van gemaakt dat ik afgeef.'],
  ['stroef-gehoord', 'Niet gehoord', 'Wat iemand zegt of vraagt komt niet aan.', 'Ook als er alleen naar een ander wordt geluisterd.', 'Niet als er wel geluisterd werd maar iets anders besloten.',
    'Ik zei astma en hij schreef op: moeder maakt zich zorgen.'],
  ['stroef-loket', 'Van loket naar loket', 'Formulieren, afwijzingen, doorverwijzen.', 'Ook voor medewerkers.', 'Niet als iemand het met hulp snel regelde.',
    'Voor de rolstoel ergens anders dan voor de drempel.'],
  ['stroef-kennis', 'Te weinig kennis', 'De medewerker weet te weinig van wat hier speelt.', 'Ook als die dat zelf zegt.', 'Niet als de kennis er was maar niet gebruikt werd.',
    'Ze had er die ochtend een filmpje over gekeken, zei ze.'],
  ['stroef-anders', 'Iets anders dan gevraagd', 'Er komt hulp, maar voor een andere vraag.', 'Ook als die hulp op zich goed was.', 'Niet als de vraag samen anders werd.',
    'Ik vroeg om oppas en kreeg een gesprek over mijn grenzen.'],
  ['stroef-stoppen', 'Te vroeg gestopt', 'De hulp houdt op terwijl het nog niet klaar is.', 'Ook door een verjaardag of een regel.', 'Niet als het gezin zelf stopte omdat het goed ging.',
    'De uren waren op, midden in de toetsweek.'],
  ['stroef-beslist', 'Besloten zonder ons', 'Er wordt iets beslist zonder degenen om wie het gaat.', 'Ook goed bedoeld.', 'Niet voor een besluit van de familie zelf.',
    'Ik hoorde het van de juf, en die dacht dat ik het wist.']
]

export const upbringings: CodeText[] = [
  ['opvoeden-grenzen', 'Grenzen en regels', 'Nee zeggen, afspraken maken, en je eraan houden.', 'Ook als er juist te veel regels waren.', 'Niet voor vaste tijden: dan Ritme in de dag.',
    'We hebben de regels van de koelkast gehaald en er vier overgehouden.'],
  ['opvoeden-ritme', 'Ritme in de dag', 'Opstaan, eten, slapen, wie doet wat wanneer.', 'Ook bij kinderen die in twee huizen wonen.', 'Niet als het om een afspraak over gedrag gaat: dan Grenzen en regels.',
    'Om zeven uur gaat de radio aan, dat is het teken.'],
  ['opvoeden-lijn', 'Samen één lijn', 'Opvoeders die het verschillend doen.', 'Ook ouders die uit elkaar zijn.', 'Niet voor de ruzie zelf: dan Scheiding gerelateerd.',
    'Bij mij mocht het niet en bij oma achterin de auto wel.'],
  ['opvoeden-loslaten', 'Beschermen en loslaten', 'Hoeveel doe je voor een kind, en wat laat je het zelf doen.', 'Ook zorgen waar een kind last van krijgt.', 'Niet als een kind voor de ouder zorgt: dan Overbelasting.',
    'Ik fietste er eerst nog een eind achteraan.'],
  ['opvoeden-onzeker', 'Onzeker als ouder', 'Twijfel of je het goed doet.', 'Ook schaamte daarover.', 'Niet voor een klacht waar behandeling voor is.',
    'Bij iedereen leek het vanzelf te gaan behalve bij mij.'],
  ['opvoeden-gesprek', 'Moeilijke dingen bespreken', 'Praten met een kind over ziekte, geld, scheiding, verlies.', 'Ook als er juist over gezwegen werd.', 'Niet voor praten met volwassenen.',
    'We hebben het in de auto verteld, want dan hoef je niet te kijken.'],
  ['opvoeden-kijken', 'Kijken naar het kind', 'Zien wat dit kind nodig heeft en daarop aansluiten.', 'Ook spelen, en een kind dat juist te weinig opvalt.', 'Niet als een deskundige het zag: dan Expertise.',
    'Pas toen ik naast hem ging liggen zag ik waar hij naar keek.']
]
