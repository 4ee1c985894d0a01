import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { answered, expect, send, test } from './launch.ts'
import type { Emulator } from './bedrock-emulator/emulator.ts'

const write = (name: string, content = `${name} was written.\n`) => ({
  toolUse: { name: 'file_write', input: { path: name, content } },
})

/** The model asks to write a file, and says something once it knows how that went. */
function scriptWrite(emulator: Emulator, name: string): void {
  emulator.script([[write(name)], [{ text: `That was ${name}.` }]])
}

const question = (page: Page) => page.getByRole('alertdialog')

/** A person reads first: the buttons accept nothing in their first half second. */
async function choose(page: Page, name: string): Promise<void> {
  const button = question(page).getByRole('button', { name, exact: false })
  await expect(button).toBeEnabled()
  await button.click()
}

/** What the last request told the model about its tool use. */
function toolResults(emulator: Emulator): string {
  const body = emulator.requests.at(-1)?.body as { messages: { content: object[] }[] }
  return JSON.stringify(body.messages.at(-1)?.content)
}

test('shows exactly what would be written, and writes it once when allowed once', async ({ bedrockApp, emulator }) => {
  const { page, workspace } = bedrockApp
  scriptWrite(emulator, 'plan.md')
  await send(page, 'Write a plan')
  await expect(question(page)).toContainText('plan.md')
  await expect(question(page)).toContainText('plan.md was written.')
  await expect(question(page)).toContainText('General')
  expect(existsSync(path.join(workspace, 'plan.md'))).toBe(false)
  await choose(page, 'Allow once')
  await expect(page.getByText('That was plan.md.')).toBeVisible()
  expect(await readFile(path.join(workspace, 'plan.md'), 'utf8')).toBe('plan.md was written.\n')

  scriptWrite(emulator, 'other.md')
  await answered(page)
  await send(page, 'Once more')
  await expect(question(page)).toContainText('other.md')
  await choose(page, 'Deny')
  await expect(page.getByText('That was other.md.')).toBeVisible()
})

test('denies with a sentence that reaches the agent, and nothing is written', async ({ bedrockApp, emulator }) => {
  const { page, workspace } = bedrockApp
  scriptWrite(emulator, 'plan.md')
  await send(page, 'Write a plan')
  await question(page).getByRole('textbox').fill('Use the notes file.')
  await choose(page, 'Deny')
  await expect(page.getByText('That was plan.md.')).toBeVisible()
  expect(toolResults(emulator)).toContain('Use the notes file.')
  expect(existsSync(path.join(workspace, 'plan.md'))).toBe(false)
})

test('always allows exactly this file, until it is revoked', async ({ bedrockApp, emulator }) => {
  const { page } = bedrockApp
  scriptWrite(emulator, 'plan.md')
  await send(page, 'Write a plan')
  await choose(page, 'Always allow')
  await expect(page.getByText('That was plan.md.')).toBeVisible()
  await answered(page)

  emulator.script([[write('plan.md', 'Second version.\n')], [{ text: 'Written again.' }]])
  await send(page, 'Once more')
  await expect(page.getByText('Written again.')).toBeVisible()
  await expect(question(page)).toBeHidden()

  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('tab', { name: 'Permissions' }).click()
  await expect(page.getByText(/plan\.md/).last()).toBeVisible()
  await page
    .getByRole('button', { name: /Revoke/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /Revoke/ })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await answered(page)
  emulator.script([[write('plan.md', 'Third version.\n')], [{ text: 'Not this time.' }]])
  await send(page, 'And again')
  await expect(question(page)).toContainText('plan.md')
  await choose(page, 'Deny')
  await expect(page.getByText('Not this time.')).toBeVisible()
})

test('accepts nothing in the first half second, and no key that was not aimed at a button', async ({
  bedrockApp,
  emulator,
}) => {
  const { page, workspace } = bedrockApp
  scriptWrite(emulator, 'plan.md')
  await send(page, 'Write a plan')
  const allow = question(page).getByRole('button', { name: 'Allow once' })
  await allow.waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await allow.dispatchEvent('click')
  await page.waitForTimeout(300)
  expect(existsSync(path.join(workspace, 'plan.md'))).toBe(false)
  await expect(question(page)).toBeVisible()
  await choose(page, 'Deny')
  await expect(page.getByText('That was plan.md.')).toBeVisible()
})

test('a question survives a reload of the page', async ({ bedrockApp, emulator }) => {
  const { page } = bedrockApp
  scriptWrite(emulator, 'plan.md')
  await send(page, 'Write a plan')
  await question(page).waitFor()
  await page.reload()
  await expect(question(page)).toContainText('plan.md')
  await choose(page, 'Allow once')
  await page
    .getByRole('button', { name: /Write a plan/ })
    .first()
    .click()
  await expect(page.getByText('That was plan.md.')).toBeVisible()
})

test('one question does not hold up the other calls of the same answer', async ({ bedrockApp, emulator }) => {
  const { page } = bedrockApp
  emulator.script([
    [write('plan.md'), { toolUse: { name: 'calculator', input: { expression: '6 * 7' } } }],
    [{ text: 'Both known.' }],
  ])
  await send(page, 'Do both')
  await question(page).waitFor()
  // The calculation is done while the question is still open.
  await expect(page.locator('[aria-label="Tool calculator"]')).toContainText(/\d m?s/)
  await expect(question(page)).toBeVisible()
  await choose(page, 'Allow once')
  await expect(page.getByText('Both known.')).toBeVisible()
})
