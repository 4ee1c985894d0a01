import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { answered, ask, expect, photograph, send, test } from './launch.ts'

const hostile = '<script>document.title="owned"</script><img src=x onerror=alert(1)>'

/** A person reads first: the buttons accept nothing in their first half second. */
async function allow(page: Page): Promise<void> {
  const button = page.getByRole('alertdialog').getByRole('button', { name: 'Allow once' })
  await expect(button).toBeEnabled()
  await button.click()
}

test('makes a report of a conversation that opens anywhere and runs nothing', async ({ app }, testInfo) => {
  test.slow()
  const { page, workspace } = app
  await writeFile(path.join(workspace, 'stock.csv'), `article,pieces\n"${hostile.replaceAll('"', '""')}",5\npears,7\n`)
  await ask(page, 'Total amount by region in sales.csv')
  await ask(page, 'Chart amount by category in sales.csv')
  await ask(page, 'Chart pieces by article in stock.csv')
  await ask(page, 'Total pieces by article in stock.csv')
  await ask(page, 'What does quarterly-report.pdf say about returns?')
  await send(page, 'Make a report of this called Sales')

  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('output/Sales.html')
  await expect(question).toContainText('## Total amount by region in sales.csv')
  await expect(question).toContainText('It is written as a page in HTML')
  await photograph(page, testInfo, 'consent')
  expect(existsSync(path.join(workspace, 'output'))).toBe(false)
  await allow(page)
  await answered(page)
  await expect(page.getByText('I saved 5 answers of this conversation')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Tool write_report' })).toContainText('Written to output/Sales.html')
  await photograph(page, testInfo, 'answer')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'answer-dark')
  await page.emulateMedia({ colorScheme: 'light' })

  const report = await page.context().newPage()
  const problems: string[] = []
  report.on('dialog', (dialog) => problems.push(dialog.message()))
  report.on('console', (message) => problems.push(message.text()))
  report.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(request.url())
  })
  await report.goto(pathToFileURL(path.join(workspace, 'output', 'Sales.html')).href)
  await expect(report).toHaveTitle('Sales')
  await expect(report.getByRole('heading', { level: 2 })).toHaveCount(6)
  // Beside the chart, and in the answer to the question.
  await expect(report.getByRole('cell', { name: hostile })).toHaveCount(2)
  const charts = report.getByRole('img')
  await expect(charts).toHaveCount(2)
  for (const chart of await charts.all())
    expect(await chart.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(200)
  await expect(report.getByText(/^sales\.csv: [\d,]+ bytes/)).toBeVisible()
  for (const look of ['light', 'dark', 'print'] as const) {
    await report.emulateMedia(look === 'print' ? { media: 'print' } : { media: 'screen', colorScheme: look })
    const file = testInfo.outputPath(`report-${look}.png`)
    await report.screenshot({ path: file, fullPage: true })
    await testInfo.attach(`report-${look}`, { path: file, contentType: 'image/png' })
  }
  expect(problems).toEqual([])
  await report.close()

  await page.getByRole('button', { name: 'Show output/Sales.html in Files' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'output/Sales.html' })).toBeFocused()
  await photograph(page, testInfo, 'shown-in-files')
  await page.getByRole('button', { name: 'Undo the change of output/Sales.html' }).click()
  await expect(page.getByText(/undone/i).first()).toBeVisible()
  expect(existsSync(path.join(workspace, 'output', 'Sales.html'))).toBe(false)
})

test('a report that is not allowed writes nothing, and says so', async ({ app: { page, workspace } }, testInfo) => {
  await ask(page, 'Total amount by region in sales.csv')
  await send(page, 'Make a report of this')
  const refuse = page.getByRole('alertdialog').getByRole('button', { name: 'Deny' })
  await expect(refuse).toBeEnabled()
  await refuse.click()
  await answered(page)
  await expect(page.getByRole('group', { name: 'Tool write_report' })).toContainText('You denied it')
  await expect(page.getByText('nothing was changed')).toBeVisible()
  await expect(page.getByRole('button', { name: /in Files$/ })).toHaveCount(0)
  expect(existsSync(path.join(workspace, 'output'))).toBe(false)
  await photograph(page, testInfo, 'denied-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await photograph(page, testInfo, 'denied-dark')
})

test('a second report stands beside the first, in Markdown with its charts', async ({ app: { page, workspace } }) => {
  await ask(page, 'Chart amount by category in sales.csv')
  for (const [name, count] of [
    ['report', 1],
    ['report-2', 2],
  ] as const) {
    await send(page, 'Export this conversation as Markdown')
    await allow(page)
    await answered(page)
    await expect(page.getByText('I saved one answer')).toHaveCount(count)
    const text = await readFile(path.join(workspace, 'output', `${name}.md`), 'utf8')
    expect(text).toContain(`](<${name}-chart-1.svg>)`)
    expect(await readFile(path.join(workspace, 'output', `${name}-chart-1.svg`), 'utf8')).toMatch(/^<svg /)
  }
})

test('an agent writes a report of its own words around a table and a chart it showed', async ({
  bedrockApp: { page, workspace },
  emulator,
}) => {
  const sql = "SELECT region, sum(amount) AS total FROM 'sales.csv' GROUP BY region ORDER BY region"
  const chart = { title: 'Sales', sql, kind: 'bar', x: 'region', y: 'total' }
  emulator.script([[{ toolUse: { name: 'chart', input: chart } }], [{ text: 'Drawn.' }]])
  await send(page, 'Draw it')
  await answered(page)
  const sections = [{ heading: 'Regions', markdown: 'They *differ*.', charts: ['Sales'] }]
  emulator.script([
    [{ toolUse: { name: 'write_report', input: { title: 'Regions', sections } } }],
    [{ text: 'It is saved.' }],
  ])
  await send(page, 'Report it')
  await allow(page)
  await expect(page.getByText('It is saved.')).toBeVisible()
  const html = await readFile(path.join(workspace, 'output', 'Regions.html'), 'utf8')
  expect(html).toContain('<p>They <em>differ</em>.</p>')
  expect(html).toContain('data:image/svg+xml;base64,')
})
