// A failure as a sentence for the coder, in the language of the window.
import type { Failure } from '../../shared/errors.ts'
import { failureSentence } from '../../shared/failures/words.ts'
import { language } from './language.ts'

export const failureWords = (failure: Failure): string => failureSentence(failure, language())
