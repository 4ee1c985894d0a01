import { expect, test } from './launch.ts'

test('a wrong token, and a used one, are refused with a sentence', async ({ app }) => {
  const context = await app.page.context().browser()!.newContext()
  const page = await context.newPage()
  const wrong = await page.goto(`${app.origin}/?token=guess`)
  expect(wrong?.status()).toBe(403)
  await expect(page.getByText('wrong or was already used')).toBeVisible()
  const used = /token=(\S+)/.exec(app.output())![1]!
  expect((await page.goto(`${app.origin}/?token=${used}`))?.status()).toBe(403)
  expect((await page.goto(app.origin))?.status()).toBe(401)
  await context.close()
})

test('nothing the page loads comes from elsewhere', async ({ app }) => {
  const foreign: string[] = []
  app.page.on('request', (request) => {
    if (!request.url().startsWith(app.origin) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  await app.page.reload()
  await app.page.getByRole('textbox', { name: 'Message' }).waitFor()
  expect(foreign).toEqual([])
})
