import type { Locator, Page } from '@playwright/test'

/** Picks the model of the open conversation by how its name begins, and waits until it is the one that will answer. */
export async function chooseModel(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Model:/ }).click()
  const choices = page.getByRole('dialog', { name: 'Model' })
  await choices.getByText(name).first().click()
  await page.getByRole('button', { name: `Model: ${name}` }).waitFor()
}

/** Opens the settings of the conversation beside the composer. */
export async function modelSettings(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Model settings/ }).click()
  return page.getByRole('dialog', { name: 'Settings of this conversation' })
}
