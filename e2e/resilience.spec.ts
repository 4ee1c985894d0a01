import type { Page } from '@playwright/test'
import type { ConverseRequest } from './bedrock-emulator/converse-request.ts'
import type { Fault } from './bedrock-emulator/fault.ts'
import type { Reply } from './bedrock-emulator/script.ts'
import { answered, expect, photograph, send, test } from './launch.ts'
import { lastRequest, sentRequests } from './wire.ts'

const countdown = (page: Page) => page.getByRole('region', { name: 'Waiting to try again' })
const lastAnswer = (page: Page) => page.locator('article[aria-label="Agent"]').last()
/** The notes below the newest question. */
const notesOnLast = (page: Page) =>
  page.locator('article[aria-label="You"]').last().locator('xpath=following::*[@role="note"]')

test('counts down while the service is overloaded, and lets the person not wait', async ({
  bedrockApp: { page },
  emulator,
}, testInfo) => {
  const overloaded: Fault = { kind: 'http-error', error: 'ThrottlingException', retryAfterSeconds: 50 }
  await test.step('the countdown', async () => {
    emulator.fault(overloaded)
    emulator.script([{ text: 'Worth the wait.' }])
    await send(page, 'What is a heron?')
    await expect(countdown(page)).toContainText(/Trying again in (50|[1-4]\d) s \(attempt 2\)\./)
    await photograph(page, testInfo, 'throttle-countdown-light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await photograph(page, testInfo, 'throttle-countdown-dark')
  })
  await test.step('is ended by «Try now»', async () => {
    await countdown(page).getByRole('button', { name: 'Try now' }).click()
    await expect(page.getByText('Worth the wait.')).toBeVisible()
    await answered(page)
    await expect(countdown(page)).toBeHidden()
    expect(sentRequests(emulator)).toHaveLength(2)
  })
  await test.step('and by «Stop»', async () => {
    emulator.fault(overloaded)
    await send(page, 'Where does it live?')
    await countdown(page).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await answered(page)
    await expect(countdown(page)).toBeHidden()
    emulator.script([{ text: 'By the water.' }])
    await send(page, 'Once more: where does it live?')
    await expect(page.getByText('By the water.')).toBeVisible()
    expect(sentRequests(emulator)).toHaveLength(4)
  })
})

/** Ways in which an answer breaks off after some of it was shown. */
const breaks: readonly Fault[] = [
  { kind: 'mid-stream-exception', exception: 'internalServerException', afterDeltas: 9 },
  { kind: 'mid-stream-exception', exception: 'modelStreamErrorException', afterDeltas: 9 },
  { kind: 'mid-stream-exception', exception: 'serviceUnavailableException', afterDeltas: 9 },
  { kind: 'mid-stream-exception', exception: 'throttlingException', afterDeltas: 9 },
  { kind: 'unmodelled-error', code: 'InternalFailure', message: 'An internal failure.', afterDeltas: 9 },
  { kind: 'cut-connection', afterDeltas: 9 },
  { kind: 'reset-stream', afterDeltas: 9 },
  { kind: 'no-message-stop', afterDeltas: 9 },
  { kind: 'bad-checksum', afterDeltas: 9 },
  { kind: 'truncated-frame', afterDeltas: 9 },
]

/** No two stretches are alike, so that a character too many or too few shows wherever it is. */
function story(number: number): string {
  const herons = Array.from({ length: 12 }, (_, n) => `heron ${number}.${n} waits, then takes ${n * 7 + number} fish`)
  return `Story ${number} begins: ${herons.join(', and ')}. The end.`
}

/** A model that tells the story it is asked for, and goes on exactly where it is said to have stopped. */
function tellStories(request: ConverseRequest): Reply {
  const messages = request.messages ?? []
  const textOf = (at: number) =>
    messages
      .at(at)
      ?.content.map(({ text }) => text ?? '')
      .join('') ?? ''
  const isPrefilled = messages.at(-1)?.role === 'assistant'
  const isToldToGoOn = textOf(-1).includes('<last-words>')
  const said = isPrefilled ? textOf(-1) : isToldToGoOn ? textOf(-2) : ''
  const question = messages.findLast(({ content }) => content.some(({ text }) => text?.startsWith('Tell story')))
  const number = Number(/Tell story (\d+)/.exec(question?.content.map(({ text }) => text ?? '').join('') ?? '')?.[1])
  const rest = story(number).slice(said.length)
  return [{ text: isToldToGoOn ? `<go-on>${rest}` : rest, chunkSize: 4 }]
}

const ways = [
  {
    name: 'Claude Haiku 4.5, which takes a beginning',
    id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
    role: 'assistant',
  },
  { name: 'Claude Sonnet 5.5, which takes none', id: 'global.anthropic.claude-sonnet-5-5', role: 'user' },
]

for (const { name, id, role } of ways)
  test.describe(`with ${name}`, () => {
    test.use({ bedrockModel: id })

    test('an answer that breaks off goes on where it stopped', async ({ bedrockApp: { page }, emulator }) => {
      // Ten answers, each with a pause before it goes on.
      test.setTimeout(180_000)
      emulator.setDefaultReply(tellStories)
      for (const [number, fault] of breaks.entries())
        await test.step(JSON.stringify(fault), async () => {
          const before = sentRequests(emulator).length
          emulator.fault(fault)
          await send(page, `Tell story ${number}, please`)
          await expect(lastAnswer(page)).toContainText('The end.')
          await answered(page)
          expect(await lastAnswer(page).getByRole('paragraph').allTextContents()).toEqual([story(number)])
          await expect(notesOnLast(page)).toContainText('The answer went on where it stopped.')
          expect(sentRequests(emulator).length).toBe(before + 2)
          expect(lastRequest(emulator).body.messages?.at(-1)?.role).toBe(role)
        })
      // What the next question is sent with holds each answer once, and whole.
      await send(page, 'Tell story 10, please')
      await answered(page)
      const answers = (lastRequest(emulator).body.messages ?? []).filter((message) => message.role === 'assistant')
      expect(answers.map(({ content }) => content.map(({ text }) => text ?? '').join(''))).toEqual(
        breaks.map((_, n) => story(n)),
      )
    })
  })

test('a reload in the middle of an answer that goes on loses and doubles nothing', async ({
  bedrockApp: { page },
  emulator,
}) => {
  // The first answer breaks off before it comes to where it is held.
  emulator.setDefaultReply((request) => tellStories(request).map((step) => ({ ...step, heldAfter: 40 })))
  emulator.fault({ kind: 'cut-connection', afterDeltas: 20 })
  await send(page, 'Tell story 3, please')
  await page.getByRole('note').filter({ hasText: 'The answer went on where it stopped.' }).waitFor()
  await page.reload()
  await page.locator('article[aria-label="Agent"]').waitFor()
  expect(await lastAnswer(page).textContent()).not.toContain('The end.')
  emulator.release()
  await answered(page)
  expect(await lastAnswer(page).getByRole('paragraph').allTextContents()).toEqual([story(3)])
})

test('another region takes over only where the person has named one', async ({ bedrockApp: { page }, emulator }) => {
  const isDown: Fault = { kind: 'http-error', error: 'ServiceUnavailableException', region: 'us-east-1', times: 4 }
  emulator.setDefaultReply([{ text: 'Certainly.' }])
  await test.step('none is named', async () => {
    emulator.fault(isDown)
    await send(page, 'What is a heron?')
    await expect(page.getByRole('alert').last()).toBeVisible()
    await answered(page)
    expect(sentRequests(emulator).map(({ region }) => region)).toEqual(Array(4).fill('us-east-1'))
  })
  await test.step('one is named', async () => {
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('tab', { name: 'Models' }).click()
    const regions = page.getByRole('region', { name: 'Other regions to fall back on' })
    await regions.getByRole('textbox', { name: 'Region to add' }).fill('us-west-2')
    await regions.getByRole('button', { name: 'Add' }).click()
    await expect(regions.getByRole('listitem')).toHaveText(['us-west-2'])
    await page.keyboard.press('Escape')
    emulator.fault(isDown)
    await send(page, 'And what is a crane?')
    await expect(page.getByText('Certainly.')).toBeVisible()
    await answered(page)
    expect(
      sentRequests(emulator)
        .slice(4)
        .map(({ region }) => region),
    ).toEqual([...Array(4).fill('us-east-1'), 'us-west-2'])
    await expect(page.getByRole('note')).toContainText(/us-west-2.* took over from /)
  })
})
