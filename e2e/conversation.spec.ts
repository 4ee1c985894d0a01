import { answered, expect, send, test } from './launch.ts'

const sentence = 'The quick brown fox jumps over the lazy dog and goes on to tell a long story about it. '

test('stops mid-answer, keeps what was said, and goes on', async ({ bedrockApp: { page }, emulator }) => {
  emulator.script([{ text: sentence.repeat(20), chunkSize: 6, heldAfter: 20 }])
  await send(page, 'Tell me a story')
  await expect(page.getByText(/The quick brown/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await answered(page)
  await expect(page.getByText(/The quick brown/).first()).toBeVisible()
  emulator.script([{ text: 'Certainly.' }])
  await send(page, 'Thank you')
  await expect(page.getByText('Certainly.')).toBeVisible()
  const body = emulator.requests.at(-1)?.body as { messages: { role: string }[] }
  expect(body.messages.map((message) => message.role)).toEqual(['user', 'assistant', 'user'])
})

test('shows the same text after a reload mid-stream', async ({ bedrockApp: { page }, emulator }) => {
  const text = Array.from({ length: 120 }, (_, n) => `word${n}`).join(' ')
  emulator.script([{ text, chunkSize: 7, heldAfter: 10 }])
  await send(page, 'Count words')
  await expect(page.getByText(/word5/).first()).toBeVisible()
  await page.reload()
  await page
    .getByRole('button', { name: /Count words/ })
    .first()
    .click()
  await expect(page.getByText(/word5/).first()).toBeVisible()
  emulator.release()
  await answered(page)
  await expect(page.getByText(text)).toBeVisible()
})

test('finds the conversation after a restart, by its words', async ({ bedrockApp, emulator }) => {
  emulator.script([{ text: 'The **heron** waits in the reeds.' }])
  await send(bedrockApp.page, 'Tell me about birds')
  await expect(bedrockApp.page.getByText('heron')).toBeVisible()
  await answered(bedrockApp.page)

  const page = await bedrockApp.restart()
  await page
    .getByRole('searchbox', { name: 'Search conversations' })
    .or(page.getByLabel('Search conversations'))
    .first()
    .fill('heron')
  await page
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /Tell me about birds/ })
    .first()
    .click()
  await expect(page.getByRole('paragraph').filter({ hasText: 'waits in the reeds' })).toBeVisible()
})

test('loses nothing that was on the screen as finished when killed, and says what was interrupted', async ({
  bedrockApp,
  emulator,
}) => {
  emulator.script([{ text: 'A first answer.' }])
  await send(bedrockApp.page, 'First question')
  await expect(bedrockApp.page.getByText('A first answer.')).toBeVisible()
  await answered(bedrockApp.page)
  emulator.script([{ text: sentence.repeat(20), chunkSize: 6, heldAfter: 20 }])
  await send(bedrockApp.page, 'Second question')
  await expect(bedrockApp.page.getByText(/The quick brown/).first()).toBeVisible()

  const page = await bedrockApp.restart('SIGKILL')
  await page
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /First question/ })
    .first()
    .click()
  await expect(page.getByText('A first answer.')).toBeVisible()
  await expect(page.getByText('Second question')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible()
})

test('retries, renames, deletes and takes the deletion back', async ({ bedrockApp: { page }, emulator }) => {
  emulator.script([[{ text: 'First try.' }], [{ text: 'Second try.' }]])
  await send(page, 'Try this')
  await expect(page.getByText('First try.')).toBeVisible()
  await answered(page)
  await page.getByRole('button', { name: 'Answer again' }).first().click()
  await expect(page.getByText('Second try.')).toBeVisible()
  await expect(page.getByText('First try.')).toBeHidden()

  const list = page.getByRole('navigation', { name: 'Conversations' })
  await list.getByText('Try this').first().hover()
  await page.getByRole('button', { name: 'Actions for Try this' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByLabel('New title for Try this').fill('A better name')
  await page.keyboard.press('Enter')
  await expect(list.getByText('A better name')).toBeVisible()

  await list.getByText('A better name').hover()
  await page.getByRole('button', { name: 'Actions for A better name' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(list.getByText('A better name')).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByText('A better name')).toBeVisible()
})

test('shows the endpoint’s own figures', async ({ bedrockApp: { page }, emulator }) => {
  emulator.script([
    { text: 'Counted.' },
    { usage: { inputTokens: 1234, outputTokens: 56, cacheReadInputTokens: 789, cacheWriteInputTokens: 321 } },
  ])
  await send(page, 'Count')
  await expect(page.getByText('Counted.')).toBeVisible()
  await answered(page)
  const panel = page.getByRole('complementary').last()
  for (const figure of ['1,234', '56', '789', '321'])
    await expect(panel.getByText(figure, { exact: true }).first()).toBeVisible()
  // 1,234 × 2 + 56 × 10 + 789 × 0.10 + 321 × 2.50 dollars per million.
  await expect(panel.getByText(/\$0\.0039/).first()).toBeVisible()
})

test('continues an answer that hit its limit', async ({ bedrockApp: { page }, emulator }) => {
  emulator.script([[{ text: 'One, two,' }, { stopReason: 'max_tokens' }], [{ text: 'three.' }]])
  await send(page, 'Count to three')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('three.')).toBeVisible()
})
