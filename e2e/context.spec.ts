import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { ConverseRequest } from './bedrock-emulator/converse-request.ts'
import type { Reply } from './bedrock-emulator/script.ts'
import { answered, ask, expect, photograph, test } from './launch.ts'
import { lastRequest, recount, sentRequests, textsOf } from './wire.ts'

const divider = (page: Page) => page.getByRole('button', { name: /^Earlier messages were summarised for the model/ })
const calls = (page: Page) => page.getByRole('region', { name: 'Model calls of the last turn' })

/** An answer of some length, unlike any other. */
const long = (about: string) =>
  Array.from({ length: 60 }, (_, n) => `${about} number ${n} was seen at the lake and written down.`).join(' ')

test('summarises when asked, keeps what is pinned, and breaks the cache once', async ({
  bedrockApp: { page },
  emulator,
}, testInfo) => {
  const pinned = 'Count in pairs, <b>never</b> singly: 2 & 2.'
  const replies: Reply[] = ['Heron', 'Crane', 'Stork', 'Ibis'].map((bird) => [{ text: long(bird) }])
  replies.push([{ text: 'The person counts birds at a lake.' }], [{ text: 'Two pairs.' }], [{ text: 'Three pairs.' }])
  emulator.script(replies)
  for (const question of [pinned, 'And cranes?', 'And storks?', 'And ibises?']) await ask(page, question)
  const first = page.locator('article[aria-label="You"]').first()
  await first.hover()
  await first.getByRole('button', { name: 'Keep word for word' }).click()
  await expect(first.getByRole('button', { name: 'Kept word for word' })).toBeVisible()

  await test.step('a step the person sees', async () => {
    await page.getByRole('button', { name: 'Summarise now' }).click()
    await expect(divider(page)).toContainText(/ → /)
    await answered(page)
    await divider(page).click()
    await expect(page.getByText('The person counts birds at a lake.')).toBeVisible()
    await photograph(page, testInfo, 'compaction-divider-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await photograph(page, testInfo, 'compaction-divider-dark')
  })
  await test.step('the model reads the summary, the pinned message and the newest turns', async () => {
    await ask(page, 'How many now?')
    const [summary = '', ...rest] = textsOf(lastRequest(emulator))
    expect(summary).toContain('The person counts birds at a lake.')
    expect(summary).toContain(`<pinned-message>\n${pinned}\n</pinned-message>`)
    const texts = [summary, ...rest].join('\n')
    expect(texts).toContain(long('Ibis'))
    expect(texts).not.toContain(long('Heron'))
    await calls(page).getByRole('button', { name: 'Details of call 1' }).click()
    await expect(calls(page)).toContainText('Earlier messages were summarised.')
    await expect(calls(page)).toContainText('It came as predicted.')
  })
  await test.step('the cache is read for the summary, broken once, and read again', async () => {
    await ask(page, 'And now?')
    await expect(calls(page)).toContainText('100 %')
    await expect(calls(page)).not.toContainText('Earlier messages were summarised.')
    const counted = await recount(emulator, replies)
    const [before, forSummary, broken, after] = counted.slice(-4)
    const cachedBefore = before!.cacheReadInputTokens + before!.cacheWriteInputTokens
    expect(forSummary!.cacheReadInputTokens).toBe(cachedBefore)
    expect(broken!.cacheReadInputTokens).toBeLessThan(cachedBefore)
    expect(after!.cacheReadInputTokens).toBe(broken!.cacheReadInputTokens + broken!.cacheWriteInputTokens)
  })
  await test.step('and the person still reads everything', async () => {
    await page.getByRole('region', { name: 'Messages' }).hover()
    await page.mouse.wheel(0, -100_000)
    await expect(page.locator('article[aria-label="Agent"]').filter({ hasText: 'Heron number 59' })).toBeVisible()
  })
})

test.describe('with a model that reads 128,000 tokens', () => {
  test.use({ bedrockModel: 'us.amazon.nova-micro-v1:0' })

  test('summarises by itself before the context is full', async ({ bedrockApp: { page }, emulator }) => {
    /** Some 55,000 tokens. */
    const list = (from: number) => Array.from({ length: 18_000 }, (_, n) => String(from + n)).join(' ')
    const summary = 'The person sent a list of numbers from 100,000 on.'
    emulator.script([[{ text: 'A list.' }], [{ text: 'Eighteen thousand.' }], [{ text: 'Yes.' }]])
    emulator.script([[{ text: summary }], [{ text: 'Another list.' }], [{ text: 'Yes, again.' }]])
    await ask(page, `Here is a list: ${list(100_000)}`)
    await ask(page, 'How many numbers are that?')
    await ask(page, 'Are they in order?')
    await expect(divider(page)).toHaveCount(0)
    await ask(page, `And another one: ${list(300_000)}`)
    await expect(page.getByText('Another list.')).toBeVisible()
    await expect(divider(page)).toHaveCount(1)
    const texts = textsOf(lastRequest(emulator)).join('\n')
    expect(texts).toContain(summary)
    expect(texts).toContain(list(300_000))
    expect(texts).not.toContain(list(100_000))
    // Once, and not with every turn.
    await ask(page, 'Are those in order, too?')
    await expect(page.getByText('Yes, again.')).toBeVisible()
    await expect(divider(page)).toHaveCount(1)
    expect(sentRequests(emulator)).toHaveLength(6)
  })
})

/** What the last message of a request tells of tool calls. */
function toolResult(request: ConverseRequest): string | undefined {
  const results = (request.messages?.at(-1)?.content ?? []).flatMap((block) => block.toolResult ?? [])
  return results.length === 0 ? undefined : JSON.stringify(results)
}

test('keeps a long result out of the prompt, and the agent reads on in it', async ({ bedrockApp, emulator }) => {
  const { page, workspace } = bedrockApp
  const lines = Array.from({ length: 900 }, (_, n) => `Line ${n}: ${n * 17} herons by the lake.`)
  await writeFile(path.join(workspace, 'birds.txt'), lines.join('\n'))
  emulator.setDefaultReply((request) => {
    const result = toolResult(request)
    if (result === undefined) return [{ toolUse: { name: 'file_read', input: { path: 'birds.txt', lines: 5000 } } }]
    const resultId = /result_[\w-]+/.exec(result)?.[0]
    const isEnd = result.includes('Line 899')
    return isEnd || resultId === undefined
      ? [{ text: 'Read to the end.' }]
      : [{ toolUse: { name: 'read_result', input: { resultId, search: 'Line 899' } } }]
  })
  await ask(page, 'What does birds.txt end with?')
  await expect(page.getByText('Read to the end.')).toBeVisible()
  const [, beginning, found] = sentRequests(emulator).map(({ body }) => toolResult(body))
  expect(beginning).toContain('Line 0:')
  expect(beginning!.length).toBeLessThan(10_000)
  expect(beginning).not.toContain('Line 899')
  expect(found).toContain('Line 899: 15283 herons by the lake.')
  await expect(page.getByRole('group', { name: 'Tool file_read' })).toContainText(
    'The agent got the beginning; it can read the rest.',
  )
  await expect(page.getByRole('group', { name: 'Tool read_result' })).toBeVisible()
})

test('does not repeat work whose files are unchanged, and does so on demand', async ({
  bedrockApp: { page, workspace },
  emulator,
}, testInfo) => {
  const file = path.join(workspace, 'birds.csv')
  const rows = (herons: number) => ['bird,seen', ...Array.from({ length: 40 }, (_, n) => `heron ${n},${n + herons}`)]
  await writeFile(file, rows(0).join('\n'))
  const query = { toolUse: { name: 'query_data', input: { sql: "SELECT bird, seen FROM 'birds.csv' ORDER BY seen" } } }
  emulator.script([[query], [{ text: 'Many herons.' }], [query], [{ text: 'Still as many.' }]])
  await ask(page, 'What does birds.csv say?')
  await ask(page, 'And now?')
  await expect(page.getByText('Still as many.')).toBeVisible()
  const card = page.getByRole('group', { name: 'Tool query_data' }).last()
  await expect(card).toContainText(/Unchanged since \d\d:\d\d · saved .*, about [\d,]+ tokens/)
  // What the model reads already it is not told again.
  expect(toolResult(lastRequest(emulator).body)).toContain('The same as the result of the earlier call')
  expect(toolResult(lastRequest(emulator).body)).not.toContain('heron 0')
  await photograph(page, testInfo, 'tool-cache')

  await test.step('worked out again, with the same result', async () => {
    await card.getByRole('button', { name: 'Work it out again' }).click()
    await expect(card).toContainText(/Worked out again at .*: the same result\./)
  })
  await test.step('worked out again after the file has changed', async () => {
    await writeFile(file, rows(7000).join('\n'))
    await card.getByRole('button', { name: 'Work it out again' }).click()
    await expect(card).toContainText('another result. The agent was told the earlier one.')
    await expect(card).toContainText(/7,?000/)
  })
})
