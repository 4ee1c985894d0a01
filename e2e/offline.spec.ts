import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { answered, ask, expect, photograph, send, test } from './launch.ts'

const lastAnswer = (page: Page) => page.locator('article[aria-label="Agent"]').last()
const distanceToEnd = (page: Page) =>
  page
    .getByRole('region', { name: 'Messages' })
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)

test('answers a first question with its table and the SQL behind it', async ({ app: { page } }, testInfo) => {
  await ask(page, 'Total amount by region')
  await expect(lastAnswer(page).getByText(/Europe.* is first/)).toBeVisible()
  await expect(lastAnswer(page).getByText('GROUP BY')).toBeVisible()
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2)
  await photograph(page, testInfo, 'first-question-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'first-question-dark')
})

test('draws what was asked, and a follow-up changes it', async ({ app: { page } }, testInfo) => {
  await ask(page, 'Total amount by month in 2025 as a chart')
  await expect(page.getByRole('img', { name: /amount/ }).last()).toBeVisible()
  await photograph(page, testInfo, 'chart')
  await ask(page, 'and only in Europe?')
  await expect(lastAnswer(page)).toContainText('Europe')
  await expect(lastAnswer(page)).toContainText('kept from before')
  await ask(page, 'as a table')
  await expect(lastAnswer(page).getByRole('table').last()).toBeVisible()
  await expect.poll(() => distanceToEnd(page)).toBeLessThan(2)
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeHidden()
  await photograph(page, testInfo, 'follow-up')
})

test('steps that only looked are one line, opened by the keyboard, and the query stays', async ({
  app: { page },
}, testInfo) => {
  await ask(page, 'Total amount by region')
  const line = page.getByRole('button', { name: /^Looked at \d+ files · \d+ steps · / })
  const query = page.getByRole('group', { name: 'Tool query_data' })
  const looks = page.getByRole('group', { name: 'Tool describe_data' })
  await expect(line).toHaveAttribute('aria-expanded', 'false')
  await expect(query).toHaveCount(1)
  await expect(looks).toHaveCount(0)
  await photograph(page, testInfo, 'folded')

  await line.focus()
  await page.keyboard.press('Enter')
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(looks).not.toHaveCount(0)
  const first = looks.first().getByRole('button', { name: /Describe/ })
  await first.click()
  await expect(looks.first()).toContainText('What the agent was told')
  await photograph(page, testInfo, 'opened')

  await page.reload()
  await expect(line).toHaveAttribute('aria-expanded', 'false')
  await expect(looks).toHaveCount(0)
  await expect(query).toHaveCount(1)
})

test('the first questions are about the files of the folder, and each is answered', async ({ app }, testInfo) => {
  test.slow()
  const { page, workspace } = app
  for (const name of await readdir(workspace)) await rm(path.join(workspace, name), { recursive: true })
  await page.reload()
  await expect(page.getByText('Nothing is in it yet')).toBeVisible()
  await photograph(page, testInfo, 'empty-folder')

  const rows = Array.from({ length: 40 }, (_, at) => `${at},2025-0${(at % 9) + 1}-01,${'abcd'[at % 4]},${at * 3}`)
  await writeFile(path.join(workspace, "Bob's rooms (new).csv"), ['id,day,house,beds', ...rows].join('\n'))
  await writeFile(path.join(workspace, 'house rules.md'), '# Rules\n\nThe door is closed at ten in the evening.\n')
  await page.reload()
  const questions = page.getByRole('region', { name: 'Questions to start with' }).getByRole('button')
  await expect(questions).toHaveText([
    'What files are here?',
    "Describe Bob's rooms (new).csv",
    'Summarise house rules.md',
    "Average beds by house in Bob's rooms (new).csv",
    "Chart average beds by month in Bob's rooms (new).csv",
    "Number of rows by house in Bob's rooms (new).csv",
  ])
  await photograph(page, testInfo, 'own-folder')
  for (const question of await questions.allTextContents()) {
    await page.getByRole('button', { name: 'New chat' }).click()
    await page.getByRole('button', { name: question, exact: true }).click()
    await expect(page.getByRole('button', { name: 'Copy answer' })).toBeVisible()
    await expect(lastAnswer(page)).not.toContainText('did not understand')
    await expect(lastAnswer(page)).toContainText(/house|beds|door/)
  }
})

test('joins two files, and says how', async ({ app: { page } }, testInfo) => {
  await ask(page, 'Total amount by customer segment')
  await expect(lastAnswer(page)).toContainText('joined sales.csv with customers.json')
  await photograph(page, testInfo, 'two-files')
})

test('refuses what it does not understand, with what it looked for', async ({ app: { page } }, testInfo) => {
  await ask(page, 'Will sales grow next year?')
  await expect(lastAnswer(page)).toContainText('I do not forecast')
  await ask(page, 'Average zorb by region')
  await expect(lastAnswer(page)).toContainText('“zorb”')
  await photograph(page, testInfo, 'refusal')
})

test('quotes a document with its page', async ({ app: { page } }, testInfo) => {
  await ask(page, 'What does quarterly-report.pdf say about returns?')
  await expect(lastAnswer(page).getByRole('blockquote').first()).toBeVisible()
  await expect(lastAnswer(page)).toContainText(/page \d/)
  await photograph(page, testInfo, 'passage-light')
  await page.setViewportSize({ width: 760, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'passage-dark-narrow')
})

test('can be stopped while it looks things up, and goes on with the next question', async ({ app: { page } }) => {
  await send(page, 'Total amount by region')
  await page.getByRole('button', { name: 'Stop' }).click()
  await answered(page)
  await ask(page, 'How many rows does sales.csv have?')
  await expect(lastAnswer(page)).toContainText('rows')
})
