import type { Locator, Page } from '@playwright/test'
import { answered, ask, expect, photograph, send, test } from './launch.ts'
import { chooseModel, modelSettings } from './pickers.ts'
import { lastRequest, recount, sentRequests } from './wire.ts'

/** A value takes effect when its field is left. */
async function enter(form: Locator, label: string, value: string): Promise<void> {
  const field = form.getByRole('textbox', { name: label })
  await field.fill(value)
  await field.press('Enter')
}

async function chooseEffort(page: Page, form: Locator, effort: string): Promise<void> {
  await form.getByRole('combobox', { name: 'Effort' }).click()
  await page.getByRole('option', { name: effort, exact: true }).click()
}

const careful = [
  'id: careful',
  'name: Careful',
  'description: Weighs its words.',
  'tools: [calculator]',
  'prompt: Weigh your words.',
  'inference: { temperature: 0.2 }',
  '',
]

test.describe('of a model that takes a temperature', () => {
  test.use({
    ownAgents: { careful: careful.join('\n') },
    bedrockModel: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  })

  test('sends what is set as far as the model takes it, and keeps it', async ({ bedrockApp, emulator }) => {
    let { page } = bedrockApp
    emulator.setDefaultReply([{ text: 'Certainly.' }])
    emulator.setGuardrails([{ id: 'gr1example', deniedWords: ['zebra'] }])
    await page.getByRole('button', { name: /^Agent:/ }).click()
    await page.getByRole('dialog', { name: 'Agent' }).getByText('Careful', { exact: true }).click()

    await test.step('the agent’s own holds until something else is set', async () => {
      const form = await modelSettings(page)
      await expect(form.getByRole('textbox', { name: 'Temperature' })).toHaveAttribute(
        'placeholder',
        'Agent’s own: 0.2',
      )
      await page.keyboard.press('Escape')
      await ask(page, 'What is a heron?')
      expect(lastRequest(emulator).body.inferenceConfig).toEqual({ temperature: 0.2 })
    })
    await test.step('what is out of range is refused in its field', async () => {
      const form = await modelSettings(page)
      await enter(form, 'Temperature', '7')
      await expect(form.getByText('Enter a number from 0 to 1, or leave it empty.')).toBeVisible()
      await enter(form, 'Longest answer, in tokens', '64001')
      await expect(form.getByText('Enter a whole number from 1 to 64,000, or leave it empty.')).toBeVisible()
      await enter(form, 'Region', 'Ireland')
      await expect(form.getByText(/A region looks like us-east-1/)).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
    })
    await test.step('everything that is set arrives', async () => {
      await page.reload()
      const form = await modelSettings(page)
      await enter(form, 'Temperature', '0.3')
      await enter(form, 'Longest answer, in tokens', '500')
      await form.getByRole('textbox', { name: 'New stop sequence' }).fill('END')
      await form.getByRole('button', { name: 'Add' }).click()
      await form.getByRole('textbox', { name: 'Guardrail ID' }).fill('gr1example')
      await form.getByRole('textbox', { name: 'Guardrail version' }).fill('DRAFT')
      await form.getByRole('button', { name: 'Set', exact: true }).click()
      await enter(form, 'Region', 'us-west-2')
      await page.keyboard.press('Escape')
      await ask(page, 'Where does it live?')
      const { body, region } = lastRequest(emulator)
      expect(region).toBe('us-west-2')
      expect(body.inferenceConfig).toEqual({ temperature: 0.3, maxTokens: 500, stopSequences: ['END'] })
      expect(body.guardrailConfig).toMatchObject({ guardrailIdentifier: 'gr1example', guardrailVersion: 'DRAFT' })
    })
    await test.step('after a restart it is still set', async () => {
      page = await bedrockApp.restart()
      await page
        .getByRole('navigation', { name: 'Conversations' })
        .getByRole('button', { name: /What is a heron/ })
        .first()
        .click()
      await expect(page.getByRole('button', { name: 'Model settings: 5 set' })).toBeVisible()
      await ask(page, 'And in winter?')
      const { body } = lastRequest(emulator)
      expect(body.inferenceConfig).toEqual({ temperature: 0.3, maxTokens: 500, stopSequences: ['END'] })
    })
    await test.step('a model that takes no temperature is sent none', async () => {
      await chooseModel(page, 'Claude Sonnet 5.5')
      const form = await modelSettings(page)
      await expect(form.getByRole('textbox', { name: 'Temperature' })).toHaveCount(0)
      await expect(form.getByText(/^Claude Sonnet 5\.5 .*takes no temperature/)).toBeVisible()
      await chooseEffort(page, form, 'High')
      await page.keyboard.press('Escape')
      await ask(page, 'What does it eat?')
      const { body } = lastRequest(emulator)
      expect(body.inferenceConfig).toEqual({ maxTokens: 500, stopSequences: ['END'] })
      expect(body.outputConfig).toEqual({ effort: 'high' })
    })
    await test.step('and one that takes no effort is sent none', async () => {
      await chooseModel(page, 'Claude Haiku 4.5')
      const form = await modelSettings(page)
      await expect(form.getByRole('combobox', { name: 'Effort' })).toHaveCount(0)
      await form.getByRole('button', { name: 'Reset temperature' }).click()
      await page.keyboard.press('Escape')
      await ask(page, 'How tall is it?')
      const { body } = lastRequest(emulator)
      expect(body.outputConfig).toBeUndefined()
      expect(body.inferenceConfig).toEqual({ temperature: 0.2, maxTokens: 500, stopSequences: ['END'] })
    })
  })
})

test('says what a change does to the cache before it is made', async ({ bedrockApp: { page }, emulator }, testInfo) => {
  const replies = [[{ text: 'A wading bird.' }], [{ text: 'By the water.' }]]
  emulator.script(replies)
  await ask(page, 'What is a heron?')
  await ask(page, 'Where does it live?')
  const counted = await recount(emulator, replies)
  const last = counted.at(-1)!
  const cached = last.cacheReadInputTokens + last.cacheWriteInputTokens
  const tokens = `about ${cached.toLocaleString('en-US')} tokens are written again`

  await test.step('in the settings', async () => {
    const form = await modelSettings(page)
    const note = (setting: string) => form.getByRole('group', { name: setting, exact: true })
    // Sonnet 5.5: 2.50 to write and 0.10 to read a million tokens.
    await expect(note('Region')).toContainText(`Starts a new cache: ${tokens}, ≈ $${(cached * 2.4e-6).toFixed(4)}.`)
    await expect(note('Effort')).toContainText(
      /Keeps tools and instructions cached; about \d+ tokens are written again/,
    )
    await form.getByRole('textbox', { name: 'Longest answer, in tokens' }).focus()
    await expect(note('Longest answer, in tokens').getByText('Keeps the prompt cache.')).toBeVisible()
    await note('Effort').scrollIntoViewIfNeeded()
    await photograph(page, testInfo, 'settings-cache-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await photograph(page, testInfo, 'settings-cache-dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await page.keyboard.press('Escape')
  })
  await test.step('in the model picker', async () => {
    await page.getByRole('button', { name: /^Model:/ }).click()
    const opus = page
      .getByRole('dialog', { name: 'Model' })
      .locator('label')
      .filter({ hasText: 'Claude Opus 5.5 (global)' })
    // Opus 5.5 writes for 5.00; Sonnet 5.5 would have read for 0.10.
    await expect(opus.first()).toContainText(`Starts a new cache: ${tokens}, ≈ $${(cached * 4.9e-6).toFixed(4)}.`)
    await page.keyboard.press('Escape')
  })
  await test.step('and that is what happens', async () => {
    const form = await modelSettings(page)
    await chooseEffort(page, form, 'High')
    await page.keyboard.press('Escape')
    emulator.script([{ text: 'Fish.' }])
    await ask(page, 'What does it eat?')
    const effect = (await recount(emulator, [...replies, [{ text: 'Fish.' }]])).at(-1)!
    expect(effect.cacheReadInputTokens).toBeLessThan(last.cacheReadInputTokens)
    expect(effect.cacheReadInputTokens).toBeGreaterThan(cached / 2)
    await expect(page.getByRole('region', { name: 'Model calls of the last turn' })).toContainText(
      'The effort or thinking changed',
    )
  })
})

test('a change holds from the next model call of the turn that is running', async ({
  bedrockApp: { page },
  emulator,
}) => {
  const calculation = { toolUse: { name: 'calculator', input: { expression: '6 * 7' } } }
  emulator.script([[{ text: 'Let me work it out.' }, calculation], [{ text: 'It is 42.' }]])
  // Holds the turn in its first call until the change is made.
  emulator.fault({ kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 50 })
  await send(page, 'What is six times seven?')
  const waiting = page.getByRole('region', { name: 'Waiting to try again' })
  await waiting.waitFor()
  const form = await modelSettings(page)
  await expect(form.getByText('An answer is on its way. A change holds from its next model call.')).toBeVisible()
  await chooseEffort(page, form, 'Low')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Model settings: 1 set' })).toBeVisible()
  await waiting.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByText('It is 42.')).toBeVisible()
  await answered(page)
  const efforts = sentRequests(emulator).map(({ body }) => body.outputConfig)
  expect(efforts).toEqual([undefined, undefined, { effort: 'low' }])
  await expect(page.getByRole('note')).toHaveText('You changed the effort. It holds from here on.')
})
