// One code of the codebook as it is written down here: short rows read and edit better than objects of seven lines.

/** key, name, definition, when to use, when not, an invented example. */
export type CodeText = [key: string, name: string, definition: string, include: string, exclude: string, example: string]
