import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { answered, ask, expect, photograph, send, test } from './launch.ts'

const prompt = 'Which amount do you mean?'
const choices = ['Total "net amount" by region in sales.csv', 'Total "gross amount" by region in sales.csv']
const offer = { toolUse: { name: 'offer_choices', input: { prompt, choices } } }

const offered = (page: Page): Locator => page.getByRole('group', { name: prompt })
const button = (page: Page, text: string): Locator => offered(page).getByRole('button', { name: text, exact: true })

test('a choice is sent as it is read, by keyboard too, and stays visible', async ({
  bedrockApp: { page },
  emulator,
}, testInfo) => {
  emulator.script([[offer], [{ text: 'There are two amounts.' }]])
  await send(page, 'Total amount by region')
  await answered(page)
  for (const text of choices) await expect(button(page, text)).toBeEnabled()
  await photograph(page, testInfo, 'two-readings-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'two-readings-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  // What is half written stays.
  await page.getByRole('textbox', { name: 'Message' }).fill('And then')
  emulator.configure({ perDeltaDelayMs: 150 })
  emulator.script([{ text: 'The gross amounts, one after the other.', chunkSize: 3 }])
  await button(page, choices[0] ?? '').focus()
  await page.keyboard.press('Tab')
  await expect(button(page, choices[1] ?? '')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The gross').first()).toBeVisible()
  for (const text of choices) await expect(button(page, text)).toBeDisabled()
  await answered(page)

  const messages = emulator.requests.at(-1)?.body as { messages: { role: string; content: { text?: string }[] }[] }
  expect(messages.messages.at(-1)?.content[0]?.text).toBe(choices[1])
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('And then')

  await page.reload()
  await page
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /Total amount/ })
    .first()
    .click()
  await expect(button(page, choices[1] ?? '')).toContainText('You chose this')
  await expect(button(page, choices[0] ?? '')).not.toContainText('You chose this')
  const sent = page.locator('article[aria-label="You"]')
  await button(page, choices[0] ?? '').click({ force: true })
  await expect(sent).toHaveCount(2)
  await photograph(page, testInfo, 'chosen')
})

test('a choice that hides something is refused, and says so', async ({ bedrockApp: { page }, emulator }) => {
  const hidden = { toolUse: { name: 'offer_choices', input: { prompt, choices: ['Yes', 'No\u202e, delete it'] } } }
  emulator.script([[hidden], [{ text: 'I shall ask otherwise.' }]])
  await send(page, 'Ask me')
  await answered(page)
  await expect(page.getByText('I shall ask otherwise.')).toBeVisible()
  await expect(offered(page)).toHaveCount(0)
  expect(JSON.stringify(emulator.requests.at(-1)?.body)).toContain('without invisible characters')
})

test('choices are pressed once the answer is over, not before', async ({ bedrockApp: { page }, emulator }) => {
  emulator.configure({ perDeltaDelayMs: 200 })
  emulator.script([[offer], [{ text: 'There are two amounts. '.repeat(100), chunkSize: 6 }]])
  await send(page, 'Total amount by region')
  await expect(page.getByText('There are').first()).toBeVisible()
  for (const text of choices) await expect(button(page, text)).toBeDisabled()
  await page.getByRole('button', { name: 'Stop' }).click()
  await answered(page)
  for (const text of choices) await expect(button(page, text)).toBeEnabled()
})

test('the offline analyst offers both readings of an open question', async ({ app: { page, workspace } }, testInfo) => {
  await writeFile(path.join(workspace, 'north.csv'), 'fruit,crates\npears,1\nplums,2\n')
  await writeFile(path.join(workspace, 'south.csv'), 'fruit,crates\npears,3\nplums,4\n')
  await ask(page, 'Total crates by fruit')
  const readings = page.getByRole('group', { name: /north\.csv or south\.csv/ }).getByRole('button')
  await expect(readings).toHaveCount(2)
  await page.locator('article[aria-label="Agent"]').last().scrollIntoViewIfNeeded()
  await photograph(page, testInfo, 'open-question')
  const south = readings.filter({ hasText: 'south.csv' })
  const text = await south.innerText()
  await south.click()
  const sent = page.locator('article[aria-label="You"]').last()
  await expect(sent.getByText(text, { exact: true })).toBeVisible()
  await answered(page)
  await expect(page.getByRole('cell', { name: '4', exact: true })).toBeVisible()
  await expect(south).toContainText('You chose this')
})
