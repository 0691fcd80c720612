// Is a project the sample, or one that was begun anew from it?
const SAMPLE = /[\\/]Demostad(?: \d+)?\.duiding$/

export const isSample = (path: string): boolean => SAMPLE.test(path)
