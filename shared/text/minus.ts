// The sign of a number below nought: a minus (U+2212) as wide as a plus, in every language of the window; Intl writes a hyphen in ours.
export const withMinus = (number: string): string => number.replace('-', '−')
