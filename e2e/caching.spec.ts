import type { Locator, Page } from '@playwright/test'
import type { Usage } from './bedrock-emulator/script.ts'
import { ask, expect, photograph, test } from './launch.ts'
import { chooseModel, modelSettings } from './pickers.ts'
import { cachePoints, lastRequest, recount, sentRequests } from './wire.ts'

/** Claude Sonnet 5.5, US dollars per million tokens (`global.` profile, five-minute entries). */
const price = { input: 2, output: 10, read: 0.1, write: 2.5 }

const panel = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const callsOf = (page: Page) => panel(page).getByRole('region', { name: 'Model calls of the last turn' })

/** A figure of a section by its name. */
function figure(page: Page, section: string, label: string): Locator {
  const list = panel(page).getByRole('region', { name: section, exact: true }).locator('dl > div')
  return list.filter({ has: page.getByText(label, { exact: true }) }).locator('dd')
}

const promptOf = (usage: Usage) => usage.inputTokens + usage.cacheReadInputTokens + usage.cacheWriteInputTokens
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const paid = (usage: Usage) =>
  (usage.inputTokens * price.input +
    usage.outputTokens * price.output +
    usage.cacheReadInputTokens * price.read +
    usage.cacheWriteInputTokens * price.write) /
  1_000_000
const saved = (usage: Usage) =>
  (promptOf(usage) * price.input + usage.outputTokens * price.output) / 1_000_000 - paid(usage)
const count = (tokens: number) => tokens.toLocaleString('en-US')
const dollars = (usd: number) => `$${usd.toFixed(4)}`

test('caches tools, instructions and messages, and shows what the service counted', async ({
  bedrockApp: { page },
  emulator,
}, testInfo) => {
  const replies = ['A first answer.', 'A second answer.', 'A third answer.'].map((text) => [{ text }])
  emulator.script(replies)
  for (const question of ['What is a heron?', 'Where does it live?', 'And in winter?']) await ask(page, question)

  const sent = sentRequests(emulator)
  expect(sent.map(cachePoints)).toEqual([
    { tools: 1, system: 1, messages: [0] },
    { tools: 1, system: 1, messages: [0, 2] },
    { tools: 1, system: 1, messages: [2, 4] },
  ])

  const counted = await recount(emulator, replies)
  const last = counted.at(-1)!
  await test.step('the calls of the last turn', async () => {
    const row = callsOf(page).getByRole('row').nth(1)
    await expect(row.getByRole('cell')).toHaveText([
      count(last.inputTokens),
      count(last.cacheReadInputTokens),
      count(last.cacheWriteInputTokens),
      '100 %',
      dollars(saved(last)),
    ])
    await row.getByRole('button', { name: 'Details of call 1' }).click()
    await expect(callsOf(page)).toContainText('It came as predicted.')
  })
  await test.step('the conversation', async () => {
    // Each call found all that the ones before had left.
    const reads = counted.map((usage) => usage.cacheReadInputTokens)
    expect(reads).toEqual([0, ...counted.slice(0, -1).map((usage) => promptOf(usage) - usage.inputTokens)])
    await expect(figure(page, 'Conversation', 'Cache hit rate')).toHaveText('100 %')
    await expect(figure(page, 'Conversation', 'Saved by the cache')).toHaveText(dollars(sum(counted.map(saved))))
    await expect(figure(page, 'Conversation', 'Cost')).toHaveText(dollars(sum(counted.map(paid))))
  })
  await test.step('what fills the context', async () => {
    const context = panel(page).getByRole('region', { name: 'Context', exact: true })
    await expect(context).toContainText(`${count(promptOf(last))} of 1M`)
    const parts = await context.getByText(/^about [\d,]+$/).allTextContents()
    expect(sum(parts.map((part) => Number(part.replaceAll(/\D/g, ''))))).toBe(promptOf(last))
    await context.scrollIntoViewIfNeeded()
    await photograph(page, testInfo, 'context-breakdown')
  })
  await test.step('what each agent took', async () => {
    const agents = panel(page).getByRole('region', { name: 'By agent', exact: true })
    await expect(agents.getByRole('rowheader')).toHaveText(['General'])
    const tokens = sum(counted.map((usage) => promptOf(usage) + usage.outputTokens))
    await expect(agents.getByRole('cell')).toHaveText([
      '3',
      tokens < 10_000 ? count(tokens) : `${(tokens / 1000).toFixed(1).replace('.0', '')}k`,
      '100 %',
      dollars(sum(counted.map(paid))),
      dollars(sum(counted.map(saved))),
    ])
  })
})

const misses = {
  first: 'Nothing like it was sent before',
  model: 'Another model or region answered',
  gone: 'It should have been there, and the service no longer had it.',
  silent: 'The service did not say what it cached.',
  off: 'Caching is switched off for this conversation or agent.',
  none: 'This model offers no prompt cache.',
  small: 'The prompt is shorter than the least this model caches.',
}

test('says in words why the cache was not read', async ({ bedrockApp: { page }, emulator }, testInfo) => {
  emulator.setDefaultReply([{ text: 'Certainly.' }])
  await ask(page, 'What is a heron?')
  await expect(callsOf(page)).toContainText(misses.first)
  await ask(page, 'Where does it live?')
  await expect(callsOf(page).getByRole('row')).toHaveCount(2)

  await test.step('another model', async () => {
    await chooseModel(page, 'Claude Opus 5.5')
    await ask(page, 'What does it eat?')
    await expect(callsOf(page)).toContainText(misses.model)
    await photograph(page, testInfo, 'cache-miss-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await photograph(page, testInfo, 'cache-miss-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })
  await test.step('the service forgot sooner than its lifetime says', async () => {
    // Six minutes pass for the service only. By the app's clock, the one it can know, the entry is seconds old, so
    // "expired" would be a claim that nothing supports: what it knows is that the service no longer had it.
    emulator.advanceClock(6 * 60_000)
    await ask(page, 'How tall is it?')
    await expect(callsOf(page)).toContainText(misses.gone)
    await callsOf(page).getByRole('button', { name: 'Details of call 1' }).click()
    await expect(callsOf(page)).toContainText('It did not come as predicted.')
  })
  await test.step('the service made room', async () => {
    await ask(page, 'How old does it get?')
    await expect(callsOf(page)).not.toContainText(misses.gone)
    emulator.clearCache()
    await ask(page, 'Does it sing?')
    await expect(callsOf(page)).toContainText(misses.gone)
  })
  await test.step('the service does not report', async () => {
    emulator.configure({ reportsCache: false })
    await ask(page, 'Does it travel?')
    await expect(callsOf(page)).toContainText(misses.silent)
    emulator.configure({ reportsCache: true })
  })
  await test.step('switched off', async () => {
    const form = await modelSettings(page)
    await form.getByRole('combobox', { name: 'Prompt cache' }).click()
    await page.getByRole('option', { name: /^Off/ }).click()
    await page.keyboard.press('Escape')
    await ask(page, 'Is it rare?')
    expect(cachePoints(lastRequest(emulator))).toEqual({ tools: 0, system: 0, messages: [] })
    await expect(callsOf(page)).toContainText(misses.off)
  })
  await test.step('a model without a cache', async () => {
    await page.getByRole('button', { name: 'New chat' }).click()
    await chooseModel(page, 'Llama 3.3 70B')
    await ask(page, 'And a crane?')
    expect(cachePoints(lastRequest(emulator))).toEqual({ tools: 0, system: 0, messages: [] })
    await expect(callsOf(page)).toContainText(misses.none)
  })
})

test.describe('with an agent of few words', () => {
  const brief = ['id: brief', 'name: Brief', 'description: Says little.', 'tools: []', 'prompt: Be brief.', '']
  test.use({ ownAgents: { brief: brief.join('\n') }, bedrockModel: 'global.anthropic.claude-haiku-4-5-20251001-v1:0' })

  test('says that a prompt is too short to be cached', async ({ bedrockApp: { page }, emulator }) => {
    emulator.script([{ text: 'Certainly.' }])
    await page.getByRole('button', { name: /^Agent:/ }).click()
    await page.getByRole('dialog', { name: 'Agent' }).getByText('Brief', { exact: true }).click()
    await ask(page, 'What is a heron?')
    expect(cachePoints(lastRequest(emulator))).toEqual({ tools: 0, system: 0, messages: [] })
    await expect(callsOf(page)).toContainText(misses.small)
  })
})
