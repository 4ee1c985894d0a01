import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { answered, expect, send, test } from './launch.ts'

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test('shows an attached picture to a model that can see', async ({ bedrockApp: { page }, emulator }) => {
  emulator.script([{ text: 'One red pixel.' }])
  await page.getByLabel('Files to add').setInputFiles({
    name: 'pixel.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pixel, 'base64'),
  })
  await expect(page.getByRole('list', { name: 'Files for this message' })).toContainText('pixel.png')
  await send(page, 'What is this?')
  await expect(page.getByText('One red pixel.')).toBeVisible()
  const body = emulator.requests.at(-1)?.body as { messages: { content: object[] }[] }
  expect(body.messages[0]?.content).toContainEqual({ image: { format: 'png', source: { bytes: pixel } } })
})

test('takes a dropped file and reads it as an attachment', async ({ app: { page } }) => {
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['city,people\nOslo,700\nRome,2800\n'], 'cities.csv', { type: 'text/csv' }))
    return data
  })
  const field = page.getByRole('textbox', { name: 'Message' })
  await field.dispatchEvent('dragenter', { dataTransfer: transfer })
  await field.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(page.getByRole('list', { name: 'Files for this message' })).toContainText('cities.csv')
  await send(page, 'Describe attachments/cities.csv')
  await answered(page)
  await expect(page.getByText('people').first()).toBeVisible()
})

test('saves a report after asking, and takes it back', async ({ app }) => {
  const { page, workspace } = app
  await send(page, 'Total amount by region in sales.csv')
  await answered(page)
  await send(page, 'Save this as a report')
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('.html')
  expect(existsSync(path.join(workspace, 'output'))).toBe(false)
  const allow = question.getByRole('button', { name: 'Allow once' })
  await expect(allow).toBeEnabled()
  await allow.click()
  await answered(page)
  await page.getByRole('tab', { name: 'Files' }).click()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText(/undone/i).first()).toBeVisible()
})

test('refuses to undo over somebody else’s change', async ({ bedrockApp, emulator }) => {
  const { page, workspace } = bedrockApp
  emulator.script([
    [{ toolUse: { name: 'file_write', input: { path: 'plan.md', content: 'One.\n' } } }],
    [{ text: 'Done.' }],
  ])
  await send(page, 'Write a plan')
  const allow = page.getByRole('alertdialog').getByRole('button', { name: 'Allow once' })
  await expect(allow).toBeEnabled()
  await allow.click()
  await expect(page.getByText('Done.')).toBeVisible()
  await writeFile(path.join(workspace, 'plan.md'), 'Mine.\n')
  await page.getByRole('tab', { name: 'Files' }).click()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.getByText(/changed/i).first()).toBeVisible()
  expect(await readFile(path.join(workspace, 'plan.md'), 'utf8')).toBe('Mine.\n')
})

test('scrolls through a long result and hands it over as CSV', async ({
  bedrockApp: { page, workspace },
  emulator,
}) => {
  const sql = "SELECT order_id, amount FROM 'sales.csv' ORDER BY order_id"
  emulator.script([[{ toolUse: { name: 'query_data', input: { sql } } }], [{ text: 'All of them.' }]])
  await send(page, 'All orders')
  await expect(page.getByText('All of them.')).toBeVisible()
  await answered(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const csv = await readFile(await (await download).path(), 'utf8')
  const lines = (await readFile(path.join(workspace, 'sales.csv'), 'utf8')).trim().split('\n').length
  expect(csv.trim().split('\n')).toHaveLength(lines)
})
