import { AxeBuilder } from '@axe-core/playwright'
import { answered, expect, send, test } from './launch.ts'

test('opens on the sample workspace and answers a first question with a table', async ({ app: { page } }) => {
  await expect(page.getByText('What files are here?')).toBeVisible()
  await send(page, 'Total amount by region in sales.csv')
  await answered(page)
  await expect(page.getByRole('table').filter({ hasText: 'Europe' }).first()).toBeVisible()
  await expect(page.getByText(/GROUP BY/).first()).toBeAttached()
})

test('draws a chart from the sample', async ({ app: { page } }) => {
  await send(page, 'Chart amount by category in sales.csv')
  await answered(page)
  await expect(page.getByRole('img', { name: /category/i }).first()).toBeVisible()
})

test('starts from a sample prompt with the keyboard alone', async ({ app: { page } }) => {
  const prompt = page.getByRole('button', { name: 'What files are here?' })
  for (let presses = 0; presses < 40 && !(await prompt.evaluate((node) => node === document.activeElement)); presses++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  if (await page.getByRole('textbox', { name: 'Message' }).inputValue()) await page.keyboard.press('Enter')
  await expect(page.getByText('budget.xlsx').first()).toBeVisible()
})

test('says so when it does not understand', async ({ app: { page } }) => {
  await send(page, 'Why is the sky so very blue in autumn?')
  await answered(page)
  await expect(page.getByText(/what the figures are, not why/)).toBeVisible()
})

for (const scheme of ['light', 'dark'] as const)
  test(`has no accessibility violations in ${scheme}`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme })
    const violations = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect(await violations()).toEqual([])
    await send(page, 'Total amount by region in sales.csv')
    await answered(page)
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations()).toEqual([])
  })
