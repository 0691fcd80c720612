// In which language the command line speaks: Dutch, unless the terminal is set to English.
export const language = (): 'nl' | 'en' => (/^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'en' : 'nl')
