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
