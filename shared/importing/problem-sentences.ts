// The closed list of problems an import can meet, each with one Dutch and one English sentence that says what to do next.
// File, row and column are put in front by messages.ts; {names} are filled from the problem's values.

type Sentences = { nl: string; en: string }

const FILE = {
  file_missing: { nl: 'Dit bestand is niet gevonden. Controleer de naam en de map.', en: 'This file was not found. Check its name and folder.' },
  file_unreadable: { nl: 'Dit bestand kan niet worden gelezen. Sluit het in andere programma’s en probeer het opnieuw.', en: 'This file cannot be read. Close it in other programs and try again.' },
  file_empty: { nl: 'Dit bestand is leeg. Kies een bestand met verhalen.', en: 'This file is empty. Choose a file with stories.' },
  file_too_large: { nl: 'Dit bestand is {size} groot. Duiding leest bestanden tot {limit}: deel het bestand op.', en: 'This file is {size}. Duiding reads files up to {limit}: split the file.' },
  is_picture: { nl: 'Dit is een afbeelding ({format}), geen tabel. Kies een CSV- of Excel-bestand.', en: 'This is a picture ({format}), not a table. Choose a CSV or Excel file.' },
  is_pdf: { nl: 'Dit is een pdf, geen tabel. Sla de verhalen op als CSV, Excel of Word.', en: 'This is a PDF, not a table. Save the stories as CSV, Excel or Word.' },
  is_word: { nl: 'Dit is een Word-document, geen tabel. Importeer het als transcript met de uitgang .docx.', en: 'This is a Word document, not a table. Import it as a transcript, with a name ending in .docx.' },
  is_old_excel: { nl: 'Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als .xlsx.', en: 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.' },
  is_encrypted: { nl: 'Dit bestand is met een wachtwoord beveiligd. Haal de beveiliging eraf in Excel of Word en sla het opnieuw op.', en: 'This file has a password. Remove the password in Excel or Word and save it again.' },
  is_open_document: { nl: 'Dit is een OpenDocument-bestand. Sla het in LibreOffice op als .xlsx of .docx.', en: 'This is an OpenDocument file. Save it in LibreOffice as .xlsx or .docx.' },
  is_binary_excel: { nl: 'Dit is een binair Excel-bestand (.xlsb). Open het in Excel en sla het op als .xlsx.', en: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.' },
  is_numbers: { nl: 'Dit is een bestand van Numbers of Pages. Kies daar Archief > Exporteer naar en neem Excel of Word.', en: 'This is a file of Numbers or Pages. Choose File > Export To there, and take Excel or Word.' },
  is_markup: { nl: 'Dit is een webpagina of XML, al kan de naam anders zeggen. Open het in Excel en sla het op als .xlsx.', en: 'This is a web page or XML, whatever its name says. Open it in Excel and save it as .xlsx.' },
  is_zip: { nl: 'Dit is een zip-bestand zonder tabel erin. Pak het uit en kies het CSV- of Excel-bestand.', en: 'This is a zip file without a table in it. Unpack it and choose the CSV or Excel file.' },
  is_database: { nl: 'Dit is een database of een Duiding-project, geen verhalenbestand. Open een project via Openen.', en: 'This is a database or a Duiding project, not a story file. Open a project with Open.' },
  is_other: { nl: 'Dit is geen tabel die Duiding kan lezen. Kies een CSV- of Excel-bestand.', en: 'This is not a table Duiding can read. Choose a CSV or Excel file.' }
} satisfies Record<string, Sentences>

const CSV = {
  encoding_undecodable: { nl: 'Hier staat een teken dat niet als {encoding} te lezen is. Sla het bestand opnieuw op als CSV UTF-8.', en: 'A character here cannot be read as {encoding}. Save the file again as CSV UTF-8.' },
  encoding_wrong: { nl: 'De letters zijn opgeslagen als {found}, maar er is {chosen} gekozen. Kies {found}.', en: 'The letters are stored as {found}, but {chosen} was chosen. Choose {found}.' },
  nul_bytes: { nl: 'Hier staan lege bytes: het bestand is beschadigd of geen tekst. Maak de export opnieuw.', en: 'There are null bytes here: the file is damaged or not text. Export it again.' },
  letters_lost: { nl: 'Hier staat het teken �: er is eerder een letter verloren gegaan. Controleer de tekst in de bron.', en: 'The character � stands here: a letter was lost earlier. Check the text in the source.' },
  header_missing: { nl: 'De eerste rij lijkt geen kopregel te zijn. Zet de namen van de kolommen in de eerste rij.', en: 'The first row does not look like headings. Put the names of the columns in the first row.' },
  header_only: { nl: 'Onder de kopregel staan geen rijen. Kies een bestand met verhalen.', en: 'There are no rows below the headings. Choose a file with stories.' },
  one_column: { nl: 'Er is maar één kolom gevonden. Kies een ander scheidingsteken: komma, puntkomma of tab.', en: 'Only one column was found. Choose another delimiter: comma, semicolon or tab.' },
  too_many_columns: { nl: 'Deze rij heeft meer dan {limit} kolommen. Controleer het scheidingsteken.', en: 'This row has more than {limit} columns. Check the delimiter.' },
  row_long: { nl: 'Deze rij heeft {cells} cellen, de kopregel {width}. Zet tekst met een scheidingsteken erin tussen aanhalingstekens.', en: 'This row has {cells} cells, the headings {width}. Put text that holds a delimiter between quotes.' },
  row_short: { nl: 'Deze rij heeft {cells} cellen, de kopregel {width}. De laatste cellen zijn als leeg gelezen.', en: 'This row has {cells} cells, the headings {width}. The last cells were read as blank.' },
  row_broken: { nl: 'Deze rij loopt door in rij {next}. Zet tekst met een regeleinde erin tussen aanhalingstekens.', en: 'This row runs on into row {next}. Put text that holds a line break between quotes.' },
  row_single: { nl: 'In deze rij staat maar één cel. Zet tekst met een regeleinde erin tussen aanhalingstekens.', en: 'There is only one cell in this row. Put text that holds a line break between quotes.' },
  quote_stray: { nl: 'In deze rij staat een los aanhalingsteken. Controleer of de tekst goed is gelezen.', en: 'A stray quote stands in this row. Check whether the text was read well.' },
  quote_open: { nl: 'Hier begint tekst met een aanhalingsteken dat nooit sluit. Zet aan het eind van de tekst een aanhalingsteken.', en: 'Text starts here with a quote that is never closed. Put a quote at the end of the text.' }
} satisfies Record<string, Sentences>

const XLSX = {
  xlsx_damaged: { nl: 'Dit Excel-bestand is beschadigd of niet volledig. Open het in Excel en sla het opnieuw op.', en: 'This Excel file is damaged or incomplete. Open it in Excel and save it again.' },
  unpacks_too_large: { nl: 'Uitgepakt is dit bestand veel groter dan een gewoon bestand met verhalen. Het is niet geopend: vraag de maker om een nieuw bestand.', en: 'Unpacked, this file is far larger than a normal file with stories. It was not opened: ask its maker for a new file.' },
  xml_doctype: { nl: 'Dit bestand bevat verwijzingen naar buiten en is niet geopend. Sla het opnieuw op in Excel of Word.', en: 'This file holds references to other places and was not opened. Save it again in Excel or Word.' },
  sheet_missing: { nl: 'Er is geen werkblad met gegevens in dit bestand. Kies een ander bestand.', en: 'There is no sheet with cells in this file. Choose another file.' },
  sheet_absent: { nl: 'Het werkblad “{sheet}” staat niet in dit bestand. Kies uit: {sheets}.', en: 'The sheet “{sheet}” is not in this file. Choose from: {sheets}.' },
  sheet_one_column: { nl: 'Op het werkblad “{sheet}” staat maar één kolom. Kies het werkblad of het bestand met de tabel.', en: 'There is only one column on the sheet “{sheet}”. Choose the sheet or the file with the table.' },
  sheets_unread: { nl: 'Alleen het werkblad “{sheet}” wordt gelezen. Staan er ook verhalen op {others}? Lees dat daarna apart in.', en: 'Only the sheet “{sheet}” is read. Are there stories on {others} too? Import that separately afterwards.' },
  rows_hidden: { nl: 'Vanaf hier zijn in Excel rijen verborgen, {count} in totaal. Ze worden wel gelezen: haal ze weg als ze niet mee mogen doen.', en: 'From here rows are hidden in Excel, {count} in all. They are read all the same: remove them if they must stay out.' },
  formula: { nl: 'Hier staat een formule. Duiding neemt de laatst bewaarde uitkomst over.', en: 'There is a formula here. Duiding takes its last saved result.' },
  formula_without_value: { nl: 'De formule hier heeft geen bewaarde uitkomst. Open het bestand in Excel en sla het opnieuw op.', en: 'The formula here has no saved result. Open the file in Excel and save it again.' },
  cell_error: { nl: 'Hier staat de foutwaarde {value}. De cel is als leeg gelezen.', en: 'The error value {value} stands here. The cell was read as blank.' },
  cells_merged: { nl: 'De cellen {range} zijn samengevoegd. De waarde is in elke rij ingevuld.', en: 'The cells {range} are merged. The value was filled in for every row.' },
  cell_beside: { nl: 'Deze cel staat rechts van de laatste kolom met een kop. Geef die kolom een kop of maak de cel leeg.', en: 'This cell stands right of the last column with a heading. Give that column a heading or clear the cell.' },
  cell_cut: { nl: 'Deze tekst is precies 32.767 tekens, het meeste dat Excel bewaart. Controleer of het eind ontbreekt.', en: 'This text is exactly 32,767 characters, the most Excel keeps. Check whether its end is missing.' }
} satisfies Record<string, Sentences>

const OTHERS = {
  transcript_empty: { nl: 'Dit transcript is leeg en is overgeslagen.', en: 'This transcript is empty and was left out.' },
  transcripts_missing: { nl: 'In deze map staan geen .txt-, .md- of .docx-bestanden. Kies een andere map.', en: 'There are no .txt, .md or .docx files in this folder. Choose another folder.' },
  transcript_left: { nl: 'Dit bestand is geen .txt, .md of .docx en is overgeslagen. Staat er een verhaal in, sla het dan in Word op als .docx.', en: 'This file is no .txt, .md or .docx and was left out. If it holds a story, save it as .docx in Word.' },
  transcript_beside: { nl: 'In dit Word-bestand staan ook voetnoten, opmerkingen of tekstvakken. Die zijn niet gelezen: zet in de tekst zelf wat bij het verhaal hoort.', en: 'This Word file also has footnotes, comments or text boxes. They were not read: put what belongs to the story in the text itself.' },
  transcript_damaged: { nl: 'Dit Word-bestand is beschadigd of geen Word-bestand. Open het in Word en sla het opnieuw op.', en: 'This Word file is damaged or not a Word file. Open it in Word and save it again.' },
  transcript_unknown: { nl: 'Dit soort bestand is geen transcript. Kies .txt, .md of .docx.', en: 'This kind of file is not a transcript. Choose .txt, .md or .docx.' },
  definition_not_json: { nl: 'Dit definitiebestand is geen geldige JSON ({reason}). Download de definitie opnieuw.', en: 'This definition file is not valid JSON ({reason}). Download the definition again.' },
  definition_unknown: { nl: 'In dit bestand staan geen duidingsvragen van SenseMaker. Kies framework_definition.json.', en: 'This file holds no SenseMaker signifiers. Choose framework_definition.json.' },
  definition_other: { nl: 'Geen enkele kolom hoort bij de definitie “{definition}”. Kies de definitie van dit project.', en: 'No column belongs to the definition “{definition}”. Choose the definition of this project.' },
  mapping_not_json: { nl: 'Deze koppeling is geen geldige JSON ({reason}). Herstel het bestand of maak de koppeling opnieuw.', en: 'This mapping is not valid JSON ({reason}). Mend the file or make the mapping again.' },
  mapping_version: { nl: 'Deze koppeling is gemaakt met een nieuwere versie van Duiding ({version}). Werk Duiding bij.', en: 'This mapping was made with a newer version of Duiding ({version}). Update Duiding.' },
  mapping_word_unknown: { nl: 'In de koppeling staat bij {where} een onbekend woord. Kies uit: {allowed}.', en: 'The mapping has an unknown word at {where}. Choose from: {allowed}.' },
  mapping_name_unknown: { nl: 'In de koppeling staat bij {where} “{name}”; dat kent Duiding niet. Haal het weg of verbeter de naam.', en: 'The mapping has “{name}” at {where}, which Duiding does not know. Remove it or mend the name.' },
  mapping_part_missing: { nl: 'In de koppeling ontbreekt {where}. Vul het aan.', en: '{where} is missing in the mapping. Add it.' },
  mapping_value_wrong: { nl: 'In de koppeling klopt de waarde bij {where} niet. Verbeter de waarde.', en: 'The value at {where} in the mapping is wrong. Mend it.' },
  mapping_column_twice: { nl: 'Deze kolom staat twee keer in de koppeling. Laat er één staan.', en: 'This column is in the mapping twice. Keep one.' },
  mapping_role_twice: { nl: 'De rol “{role}” kan maar één kolom hebben. Laat er één staan.', en: 'Only one column can have the role “{role}”. Keep one.' },
  mapping_signifier_twice: { nl: 'De duidingsvraag “{signifier}” staat twee keer in de koppeling. Geef één ervan een andere key.', en: 'The signifier “{signifier}” is in the mapping twice. Give one of them another key.' },
  mapping_signifier_absent: { nl: 'Deze kolom hoort bij de duidingsvraag “{signifier}”, maar die staat niet in de koppeling. Voeg de vraag toe.', en: 'This column belongs to the signifier “{signifier}”, which is not in the mapping. Add the signifier.' },
  mapping_signifier_unused: { nl: 'Bij de duidingsvraag “{signifier}” hoort geen enkele kolom. Wijs een kolom aan of haal de vraag weg.', en: 'No column belongs to the signifier “{signifier}”. Choose a column or remove the signifier.' },
  mapping_part_misfit: { nl: 'Het onderdeel “{part}” past niet bij een vraag van de soort {kind}. Kies een ander onderdeel.', en: 'The part “{part}” does not fit a signifier of the kind {kind}. Choose another part.' },
  mapping_option_twice: { nl: 'Bij de duidingsvraag “{signifier}” staat het antwoord “{option}” twee keer. Laat er één staan.', en: 'The signifier “{signifier}” has the option “{option}” twice. Keep one.' },
  mapping_option_absent: { nl: 'De duidingsvraag “{signifier}” heeft geen antwoord “{option}”. Voeg het toe of verbeter de naam.', en: 'The signifier “{signifier}” has no option “{option}”. Add it or mend the name.' },
  mapping_no_story: { nl: 'Geen kolom is aangewezen als verhaal. Kies de kolom met de tekst van het verhaal.', en: 'No column is chosen as the story. Choose the column with the text of the story.' },
  mapping_column_absent: { nl: 'Deze kolom uit de koppeling staat niet in het bestand. Controleer de naam of kies een andere kolom.', en: 'This column of the mapping is not in the file. Check its name or choose another column.' },
  mapping_column_new: { nl: 'Deze kolom staat niet in de koppeling en is overgeslagen.', en: 'This column is not in the mapping and was left out.' }
} satisfies Record<string, Sentences>

const STAGING = {
  id_missing: { nl: 'Deze rij heeft geen nummer. Vul in elke rij een eigen nummer in.', en: 'This row has no id. Give every row an id of its own.' },
  id_twice: { nl: 'Het nummer “{id}” staat ook in rij {first}. Geef elk verhaal een eigen nummer.', en: 'The id “{id}” is also in row {first}. Give every story an id of its own.' },
  id_in_two_files: { nl: 'Het nummer “{id}” staat ook in {file}, rij {first}, met een ander verhaal of andere antwoorden. Geef elk verhaal een eigen nummer, of lees de bestanden na elkaar in.', en: 'The id “{id}” is also in {file}, row {first}, with another story or other answers. Give every story an id of its own, or import the files one after the other.' },
  story_in_two_files: { nl: 'Dit verhaal staat ook in {file}, rij {first}, en is hier overgeslagen.', en: 'This story is also in {file}, row {first}, and was left out here.' },
  row_headings: { nl: 'Deze rij herhaalt de kopregel en is overgeslagen.', en: 'This row repeats the headings and was left out.' },
  questions_other: { nl: 'Eerder gevraagd, niet in dit bestand: {absent}. Hier nieuw: {fresh}. Kreeg een vraag een andere kop? Kies bij de kolommen dan de eerdere vraag.', en: 'Asked before, not in this file: {absent}. New here: {fresh}. Did a question get another heading? Then choose the earlier question with the columns.' },
  row_twice: { nl: 'Deze rij is gelijk aan rij {first} en is overgeslagen.', en: 'This row is equal to row {first} and was left out.' },
  text_twice: { nl: 'Dit verhaal is woord voor woord gelijk aan rij {first}. Controleer of het dubbel is ingestuurd.', en: 'This story equals row {first} word for word. Check whether it was sent in twice.' },
  story_blank: { nl: 'In deze rij staat geen verhaal. De rij is overgeslagen.', en: 'There is no story in this row. The row was left out.' },
  consent_no: { nl: 'De verteller gaf geen toestemming (“{value}”). Het verhaal is niet meegenomen.', en: 'The teller gave no consent (“{value}”). The story was not taken in.' },
  consent_blank: { nl: 'De vraag om toestemming is niet ingevuld. Het verhaal is niet meegenomen.', en: 'The question for consent was left blank. The story was not taken in.' },
  number_unreadable: { nl: '“{value}” is geen getal. Verbeter de cel of kies een ander soort vraag.', en: '“{value}” is not a number. Mend the cell or choose another kind of question.' },
  slider_out_of_range: { nl: 'De waarde {value} ligt buiten de schaal van {from} tot {to}. Verbeter de cel of de schaal.', en: 'The value {value} lies outside the scale from {from} to {to}. Mend the cell or the scale.' },
  shares_sum: { nl: 'De aandelen tellen op tot {sum}, niet tot {whole}. Verbeter de cellen.', en: 'The shares add up to {sum}, not to {whole}. Mend the cells.' },
  shares_zero: { nl: 'De drie aandelen zijn alle 0. Dat is gelezen als niet ingevuld.', en: 'The three shares are all 0. That was read as left blank.' },
  shares_incomplete: { nl: 'Niet alle aandelen van deze vraag zijn ingevuld. Vul ze alle in of geen enkel.', en: 'Not all shares of this question are filled in. Fill in all of them or none.' },
  share_out_of_range: { nl: 'Het aandeel {value} ligt niet tussen 0 en {whole}. Verbeter de cel.', en: 'The share {value} does not lie between 0 and {whole}. Mend the cell.' },
  place_outside: { nl: 'De plaats ({x}, {y}) ligt buiten de driehoek. Verbeter de cellen.', en: 'The place ({x}, {y}) lies outside the triangle. Mend the cells.' },
  place_disagrees: { nl: 'De plaats in de driehoek en de aandelen spreken elkaar tegen. Verbeter de cellen of koppel één van beide.', en: 'The place in the triangle and the shares contradict each other. Mend the cells or map one of the two.' },
  stone_incomplete: { nl: 'De steen “{stone}” heeft maar één van twee plaatsen. Vul x en y in, of geen van beide.', en: 'The stone “{stone}” has one of its two places only. Fill in x and y, or neither.' },
  option_unknown: { nl: '“{value}” is geen antwoord op deze vraag. Kies bij deze vraag: “{value}” toevoegen, of verbeter de cel.', en: '“{value}” is no answer to this question. Add “{value}” to the question, or mend the cell.' },
  option_added: { nl: '“{value}” is als nieuw antwoord toegevoegd. Controleer of het een tikfout is.', en: '“{value}” was added as a new answer. Check whether it is a typing error.' },
  kind_known: { nl: 'Deze vraag staat al in het project als “{asked}”. Kies dat bij de kolommen ook, of geef de kolom een andere naam.', en: 'This question is in the project already as “{asked}”. Choose that with the columns too, or give the column another name.' },
  option_joined: { nl: '“{value}” telt mee bij “{as}”, zoals het antwoord in het project heet.', en: '“{value}” counts with “{as}”, as the answer is called in the project.' },
  option_new: { nl: '“{value}” was bij deze vraag nog geen antwoord. Is het een ander woord voor een antwoord dat er al was? Geef het bij de kolommen dan dat woord.', en: '“{value}” was no answer to this question before. Is it another word for an answer that was there? Then give it that word with the columns.' },
  stories_again: { nl: 'Nieuwe verhalen die er woord voor woord al in staan onder een ander nummer, groep of meting: {count} (“{id}”, eerder “{before}”). Kijk na, anders komen ze er dubbel in.', en: 'New stories that are in it word for word under another id, group or wave: {count} (“{id}”, “{before}” before). Check, else they are in it twice.' },
  tick_unreadable: { nl: '“{value}” zegt niet of dit antwoord is aangekruist. Kies in de koppeling welke waarden een kruisje zijn.', en: '“{value}” does not say whether this answer was ticked. Choose in the mapping which values are a tick.' },
  date_unreadable: { nl: '“{value}” is geen datum zoals {expected}. Verbeter de cel of kies een andere schrijfwijze.', en: '“{value}” is not a date like {expected}. Mend the cell or choose another notation.' },
  answer_beside_na: { nl: 'Hier is n.v.t. aangekruist én een antwoord gegeven. Het antwoord telt.', en: '“Not applicable” is ticked here and an answer is given. The answer counts.' },
  stories_missing: { nl: 'Er is geen enkel verhaal om te importeren. Controleer de kolom van het verhaal en de toestemming.', en: 'There is not one story to import. Check the story column and the consent.' },
  and_more: { nl: 'Dit komt nog {count} keer voor in dit bestand, het laatst in rij {last}.', en: 'This occurs {count} more times in this file, last in row {last}.' }
} satisfies Record<string, Sentences>

const CODINGS = {
  coding_column_absent: { nl: 'De kolom {name} ontbreekt. Nodig zijn: story, start, end, code, coder (quote mag).', en: 'The column {name} is missing. Needed: story, start, end, code, coder (quote is optional).' },
  coding_story_absent: { nl: 'Het verhaal {story} staat niet in dit project. Gebruik het nummer uit de bron, of groep/nummer.', en: 'The story {story} is not in this project. Use the id of the source, or group/id.' },
  coding_story_twice: { nl: 'Er zijn {count} verhalen met het nummer {story}. Zet de groep ervoor: groep/nummer.', en: 'There are {count} stories with the id {story}. Put the group in front: group/id.' },
  coding_place: { nl: 'Het fragment {start}–{end} past niet in dit verhaal van {length} tekens. Tel in tekens (UTF-16), vanaf 0.', en: 'The fragment {start}–{end} does not fit this story of {length} characters. Count UTF-16 units, from 0.' },
  coding_quote: { nl: 'Op deze plek staan andere woorden dan het citaat: “{found}”. Controleer start en end.', en: 'The words at this place are not the quote: “{found}”. Check start and end.' },
  coding_blank: { nl: 'Deze cel is leeg. Vul hem in, of haal de rij weg.', en: 'This cell is empty. Fill it in, or take the row out.' },
  coding_code_twice: { nl: '{count} codes heten {code}. Zet de code erboven ervoor: boven/onder. Staat hij bovenaan: /{code}.', en: '{count} codes are called {code}. Put the code above it in front: above/below. For one at the top: /{code}.' },
  coding_code_retired: { nl: 'De code {code} wordt niet meer gebruikt. Herstel haar eerst, of kies een andere.', en: 'The code {code} is retired. Restore it first, or choose another.' }
} satisfies Record<string, Sentences>

export const PROBLEM_SENTENCES = { ...FILE, ...CSV, ...XLSX, ...OTHERS, ...STAGING, ...CODINGS }
export type ProblemKey = keyof typeof PROBLEM_SENTENCES
