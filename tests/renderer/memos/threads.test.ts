// Answers stand under the memo that began it, whatever order they come in and whatever of it one may not read.
import { expect, test } from 'vitest'
import { threadsOf } from '../../../renderer/memos/threads.ts'
import type { Memo } from '../../../shared/contract/memo.ts'

const memo = (id: string, at: number, thread: string | null = null): Memo => ({ id, about: 'theme', aboutId: 't', story: null, number: null, thread, title: '', body: id, private: false, coder: 'a', at })
const shape = (memos: Memo[]) => threadsOf(memos).map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)])

test.each([
  ['newest first, answers oldest first', [memo('c', 5), memo('b2', 4, 'b'), memo('b1', 3, 'b'), memo('b', 2), memo('a', 1)], [['c'], ['b', 'b1', 'b2'], ['a']]],
  ['an answer to an answer stands under the first', [memo('z', 3, 'y'), memo('y', 2, 'x'), memo('x', 1)], [['x', 'y', 'z']]],
  ['an answer to what one may not read stands by itself', [memo('b', 2, 'weg'), memo('a', 1)], [['b'], ['a']]],
  ['two that answer each other, which copies could bring about, hang nobody up', [memo('p', 1, 'q'), memo('q', 2, 'p'), memo('a', 3)], [['p'], ['q'], ['a']]]
])('[M3] %s', (_, memos, expected) => expect(shape(memos)).toEqual(expected))
