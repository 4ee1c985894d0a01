import type { Page } from '@playwright/test'
import type { ConverseRequest } from './bedrock-emulator/converse-request.ts'
import type { Reply } from './bedrock-emulator/script.ts'
import { answered, ask, expect, photograph, test } from './launch.ts'
import { chooseModel } from './pickers.ts'
import { sentRequests, textsOf } from './wire.ts'
import type { Emulator } from './bedrock-emulator/emulator.ts'

const choice = (page: Page) => page.getByRole('region', { name: 'Automatic choice' }).last()

/** Content with its own answers where it is asked to judge one. */
function answerAnything(request: ConverseRequest): Reply {
  const isJudging = request.messages?.at(-1)?.content.some(({ text }) => text?.includes('<answer>')) === true
  return [{ text: isJudging ? '9' : 'Here is what I think.' }]
}

/** The models that were asked to answer, not to judge an answer. */
function answeringModels(emulator: Emulator): readonly string[] {
  return sentRequests(emulator)
    .filter((request) => !textsOf(request).some((text) => text.includes('<answer>')))
    .map(({ modelId }) => modelId)
}

const hard =
  'Prove that the scheduling algorithm below never starves a task, find the flaw in the argument if there is one, and ' +
  'design an alternative. Compare both for worst-case latency and fairness, step by step, and weigh the legal and ' +
  'security risks of each for a hospital.'

test('takes a small model for little and a stronger one for much, and says why', async ({
  bedrockApp: { page },
  emulator,
}, testInfo) => {
  emulator.setDefaultReply(answerAnything)
  await chooseModel(page, 'Automatic: balanced')
  await ask(page, 'Hello there!')
  await expect(choice(page)).toContainText(/Chosen automatically: Claude Haiku 5\.5.*\. [A-Z].*: .*small.*\./)
  await page.getByRole('button', { name: 'New chat' }).click()
  await chooseModel(page, 'Automatic: balanced')
  await ask(page, hard)
  await expect(choice(page)).toContainText(/Chosen automatically: Claude Opus 5\.5.*\. [A-Z].*: .*large.*\./)
  const [little, much, ...others] = answeringModels(emulator)
  expect(little).toContain('claude-haiku-5-5')
  expect(much).toContain('claude-opus-5-5')
  expect(others).toEqual([])
  await expect(choice(page).getByRole('button', { name: 'Use a stronger model' })).toHaveCount(0)
  await expect(choice(page).getByRole('button', { name: 'Use a cheaper one' })).toBeVisible()
  await photograph(page, testInfo, 'automatic-choice-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'automatic-choice-dark')
})

test('answers again with a stronger model, and learns from it', async ({ bedrockApp: { page }, emulator }) => {
  emulator.setDefaultReply(answerAnything)
  for (const country of ['France', 'Spain', 'Norway']) {
    await test.step(country, async () => {
      await page.getByRole('button', { name: 'New chat' }).click()
      await chooseModel(page, 'Automatic: balanced')
      await ask(page, `What is the capital of ${country}?`)
      const before = answeringModels(emulator).at(-1)
      await choice(page).getByRole('button', { name: 'Use a stronger model' }).click()
      await expect.poll(() => answeringModels(emulator).at(-1)).not.toBe(before)
      await answered(page)
    })
  }
  expect(answeringModels(emulator)[0]).toContain('claude-haiku-5-5')
  expect(answeringModels(emulator)[1]).toContain('claude-sonnet-5-5')
  await page.getByRole('button', { name: 'New chat' }).click()
  await chooseModel(page, 'Automatic: balanced')
  await ask(page, 'What is the capital of Denmark?')
  expect(answeringModels(emulator).at(-1)).not.toContain('claude-haiku-5-5')
  await expect(choice(page)).toContainText(/what you chose for similar questions/i)
})

test('asks a stronger model when the small one refuses', async ({ bedrockApp: { page }, emulator }) => {
  emulator.setDefaultReply(answerAnything)
  emulator.script([[{ text: 'I would rather' }, { stopReason: 'refusal' }], [{ text: 'Copenhagen.' }]])
  await chooseModel(page, 'Automatic: balanced')
  await ask(page, 'What is the capital of Denmark?')
  await expect(page.getByText('Copenhagen.')).toBeVisible()
  await expect(page.getByText('I would rather')).toHaveCount(0)
  await expect(page.getByRole('note')).toContainText(/not good enough.*Claude Sonnet 5\.5.* answered instead\./)
  const [small, stronger] = answeringModels(emulator)
  expect(small).toContain('claude-haiku-5-5')
  expect(stronger).toContain('claude-sonnet-5-5')
})
