// The worker that answers long reads, by itself.
import { expect, onTestFinished, test } from 'vitest'
import { createReader } from '../../server/jobs/reader.ts'
import { newId } from '../../shared/domain/ids.ts'
import { workbench } from '../support/workbench.ts'

test('a question for which the memory does not suffice is asked again with more', async () => {
  const { join, call, path, profile } = workbench()
  const anna = await join('Anna de Boer')
  await call(anna, 'code.create', { id: newId(), name: 'Klik' })
  const reader = createReader({ path, project: path, profile }, 4) // not even enough for its code
  onTestFinished(() => reader.close())
  const answers = await Promise.all(['code.list', 'coder.list'].map((name) => reader.ask(name, {}, anna)))
  expect(answers.map((answer) => answer.toJSON())).toMatchObject([[{ name: 'Klik' }], [{ name: 'Anna de Boer' }]])
})
