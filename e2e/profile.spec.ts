import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, photograph, test } from './launch.ts'

async function openProfile(page: Page, file: string): Promise<Locator> {
  await page.getByRole('tab', { name: 'Files' }).click()
  const again = page.getByRole('button', { name: 'Read the folder again' })
  await again.click()
  await page.getByRole('button', { name: `Profile of ${file}` }).click()
  return page.getByRole('region', { name: `Profile of ${file}` })
}

const columnsOf = (profile: Locator) => profile.getByRole('list', { name: 'Columns' })

test('shows what is in a file, column by column', async ({ app: { page } }, testInfo) => {
  const profile = await openProfile(page, 'sales.csv')
  await expect(profile).toContainText(/[\d,]+ rows · \d+ columns/)
  const amount = columnsOf(profile).getByRole('button', { name: /^amount/ })
  await expect(amount).toContainText('number')
  await photograph(page, testInfo, 'profile')
  await amount.click()
  await expect(profile.getByRole('img', { name: /^Histogram of amount from/ })).toBeVisible()
  await expect(profile.getByText('Standard deviation')).toBeVisible()
  const region = columnsOf(profile).getByRole('button', { name: /^region/ })
  await region.click()
  await expect(profile.getByRole('list', { name: 'Most common values of region' })).toBeVisible()
  await photograph(page, testInfo, 'profile-details')
  const { violations } = await new AxeBuilder({ page }).include('aside[aria-label="Inspector"]').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'profile-dark')
})

test('goes through columns with the keyboard, and back to the file with Escape', async ({ app: { page } }) => {
  const profile = await openProfile(page, 'sales.csv')
  await expect(profile.getByRole('button', { name: 'Back to the files' })).toBeFocused()
  const buttons = columnsOf(profile).getByRole('button')
  await buttons.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(buttons.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(buttons.nth(1)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('End')
  await expect(buttons.last()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(profile).toBeHidden()
  await expect(page.getByRole('button', { name: 'Profile of sales.csv' })).toBeFocused()
})

test('puts the file into the message being written', async ({ app: { page } }) => {
  const profile = await openProfile(page, 'sales.csv')
  await profile.getByRole('button', { name: 'Put sales.csv into the message' }).click()
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('sales.csv ')
})

test('finds one of two thousand columns, and draws only those in view', async ({
  app: { page, workspace },
}, testInfo) => {
  test.slow()
  const names = Array.from({ length: 2000 }, (_, at) => `sensor_${at}`)
  const row = (seed: number) => names.map((_, at) => (seed * (at + 3)) % 101).join(',')
  await writeFile(path.join(workspace, 'wide.csv'), [names.join(','), ...[1, 2, 3, 4, 5].map(row), ''].join('\n'))
  const profile = await openProfile(page, 'wide.csv')
  await expect(profile).toContainText('5 rows · 2,000 columns', { timeout: 60_000 })
  await photograph(page, testInfo, 'profile-wide')
  const columns = columnsOf(profile).getByRole('listitem')
  expect(await columns.count()).toBeLessThan(60)
  await columnsOf(profile).getByRole('button').first().focus()
  await page.keyboard.press('End')
  await expect(columnsOf(profile).getByRole('button', { name: /^sensor_1999/ })).toBeFocused()
  await profile.getByRole('searchbox', { name: 'Search columns' }).fill('sensor 123')
  await expect(profile.getByRole('status')).toHaveText('12 columns of 2,000')
  await expect(columns).toHaveCount(12)
})

test('shows the sheets of a workbook one at a time', async ({ app: { page, workspace } }, testInfo) => {
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(path.join(workspace, 'shop.sqlite'))
  database.exec(
    'CREATE TABLE orders (id INTEGER, total REAL); INSERT INTO orders VALUES (1, 2.5), (2, 3.5); CREATE TABLE empty (a TEXT, b INTEGER)',
  )
  database.close()
  const profile = await openProfile(page, 'shop.sqlite')
  await page.getByRole('combobox', { name: 'Table' }).click()
  await photograph(page, testInfo, 'profile-tables')
  await page.getByRole('option', { name: /^empty/ }).click()
  await expect(profile).toContainText('no rows · 2 columns')
  await photograph(page, testInfo, 'profile-empty')
  await page.getByRole('combobox', { name: 'Table' }).click()
  await page.getByRole('option', { name: /^orders/ }).click()
  await expect(profile).toContainText('2 rows · 2 columns')
})

test('says why a file cannot be read, and reads it once it can', async ({ app: { page, workspace } }, testInfo) => {
  const file = path.join(workspace, 'broken.parquet')
  await writeFile(file, 'PAR1 and then nothing')
  const profile = await openProfile(page, 'broken.parquet')
  await expect(profile.getByRole('alert')).toContainText('broken.parquet could not be read')
  await photograph(page, testInfo, 'profile-error')
  await writeFile(file, '')
  await profile.getByRole('button', { name: 'Try again' }).click()
  await expect(profile.getByRole('alert')).toContainText('is empty')
})

test('says how far it is, and stops when told to', async ({ app: { page, workspace } }, testInfo) => {
  test.slow()
  const line = `${'1234567,'.repeat(40)}x\n`
  await writeFile(
    path.join(workspace, 'large.csv'),
    `${'a'.repeat(1)},${line.replaceAll(/\d+/g, 'k').slice(2)}${line.repeat(300_000)}`,
  )
  const profile = await openProfile(page, 'large.csv')
  const bar = profile.getByRole('progressbar', { name: /^Reading large\.csv/ })
  await expect(bar).toHaveAttribute('aria-valuenow', /\d+/, { timeout: 30_000 })
  await photograph(page, testInfo, 'profile-reading')
  await profile.getByRole('button', { name: 'Cancel' }).click()
  await expect(profile.getByText('Reading was stopped')).toBeVisible()
  await photograph(page, testInfo, 'profile-stopped')
  await profile.getByRole('button', { name: 'Back to the files' }).click()
  await expect(page.getByRole('button', { name: 'Profile of large.csv' })).toBeVisible()
})

test('fits a narrow window', async ({ app: { page } }, testInfo) => {
  await page.setViewportSize({ width: 760, height: 720 })
  await page
    .getByRole('button', { name: /inspector/i })
    .first()
    .click()
  const profile = await openProfile(page, 'sales.csv')
  await columnsOf(profile)
    .getByRole('button', { name: /^amount/ })
    .click()
  await photograph(page, testInfo, 'profile-narrow')
  await profile.getByRole('button', { name: 'Back to the files' }).click()
  await expect(page.getByRole('button', { name: 'Profile of sales.csv' })).toBeFocused()
})
