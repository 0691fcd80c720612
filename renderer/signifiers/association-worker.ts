// The worker behind use-association.ts: thousands of shuffles, away from what the coder is doing.
import { associate } from '../../shared/crosstab/answer-association.ts'

addEventListener('message', ({ data }: MessageEvent<number[][]>) => postMessage(associate(data)))
