import type { Fault } from './bedrock-emulator/fault.ts'
import { answered, expect, send, test } from './launch.ts'

/** More often than the app tries again or takes an answer up again by itself. */
const always = 9

/** Every way the service can fail, and what the person reads. Each must leave a conversation that works. */
const faults: readonly { readonly name: string; readonly fault: Fault; readonly says: RegExp }[] = [
  { name: 'no access to the model', fault: { kind: 'http-error', error: 'AccessDeniedException' }, says: /access/i },
  {
    name: 'a model that is gone',
    fault: { kind: 'http-error', error: 'ResourceNotFoundException' },
    says: /not (be )?(found|there|offered)|no model|does not/i,
  },
  {
    name: 'a failing model',
    fault: { kind: 'http-error', error: 'ModelErrorException', times: always },
    says: /fail|could not|error/i,
  },
  {
    name: 'a slow model',
    fault: { kind: 'http-error', error: 'ModelTimeoutException', times: always },
    says: /long|time/i,
  },
  {
    name: 'a prompt that is too long',
    fault: { kind: 'http-error', error: 'ValidationException', message: 'Input is too long for requested model.' },
    says: /long|fit/i,
  },
  {
    name: 'an exception mid-stream',
    fault: { kind: 'mid-stream-exception', exception: 'modelStreamErrorException', afterDeltas: 2, times: always },
    says: /broke|fail|could not/i,
  },
  {
    name: 'a cut connection',
    fault: { kind: 'cut-connection', afterDeltas: 2, times: always },
    says: /broke|connection/i,
  },
  { name: 'an end without a stop', fault: { kind: 'no-message-stop', afterDeltas: 2, times: always }, says: /broke/i },
  {
    name: 'a damaged frame',
    fault: { kind: 'bad-checksum', afterDeltas: 2, times: always },
    says: /broke|damaged|could not/i,
  },
  {
    name: 'a truncated frame',
    fault: { kind: 'truncated-frame', afterDeltas: 2, times: always },
    says: /broke|could not/i,
  },
]

for (const { name, fault, says } of faults)
  test(`tells of ${name} in a sentence, and the conversation goes on`, async ({ bedrockApp: { page }, emulator }) => {
    emulator.setDefaultReply([{ text: 'This answer will not be finished today.', chunkSize: 4 }])
    emulator.fault(fault)
    await send(page, 'Hello?')
    const note = page.getByRole('alert').filter({ hasText: says })
    await expect(note.first()).toBeVisible({ timeout: 40_000 })
    await expect(note.first()).not.toContainText(/Exception|undefined|\[object/)
    await answered(page)
    emulator.reset()
    emulator.script([{ text: 'Here I am again.' }])
    await send(page, 'And now?')
    await expect(page.getByText('Here I am again.')).toBeVisible()
    // The service itself checks that the history is valid: it would have refused the second request.
    expect(emulator.requests.at(-1)?.outcome).toBe('completed')
  })

test('waits out throttling by itself and shows that it waits', async ({ bedrockApp: { page }, emulator }) => {
  emulator.fault({ kind: 'http-error', error: 'ThrottlingException', times: 3 })
  emulator.script([{ text: 'Worth the wait.' }])
  await send(page, 'Hello?')
  await expect(page.getByText(/trying again|retry/i).first()).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Worth the wait.')).toBeVisible({ timeout: 30_000 })
})

test('says which credentials are missing and what to do', async ({ bedrockApp: { page }, emulator }) => {
  emulator.configure({ credentials: 'expired' })
  await send(page, 'Hello?')
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: /expired/i })
      .first(),
  ).toBeVisible({ timeout: 20_000 })
})

/** Faults after which the answer is whole all the same. */
const harmless: readonly Fault[] = [{ kind: 'unknown-event' }, { kind: 'no-metadata' }]

const others: readonly Fault[] = [
  { kind: 'http-error', error: 'ServiceQuotaExceededException' },
  { kind: 'http-error', error: 'MissingAuthenticationTokenException' },
  { kind: 'http-error', error: 'UnrecognizedClientException' },
  { kind: 'http-error', error: 'ValidationException' },
  { kind: 'first-frame-exception', exception: 'validationException' },
  { kind: 'mid-stream-exception', exception: 'internalServerException', afterDeltas: 2, times: always },
  { kind: 'mid-stream-exception', exception: 'validationException', afterDeltas: 2, times: always },
  { kind: 'mid-stream-exception', exception: 'throttlingException', afterDeltas: 2, times: always },
  { kind: 'mid-stream-exception', exception: 'serviceUnavailableException', afterDeltas: 2, times: always },
  { kind: 'mid-stream-exception', exception: 'somethingNewException', afterDeltas: 2, times: always },
  { kind: 'unmodelled-error', code: 'InternalFailure', message: 'An internal failure.', afterDeltas: 2, times: always },
  { kind: 'reset-stream', afterDeltas: 2, times: always },
]

/** Failures that the app waits out and tries again before it tells of them. */
const retried: readonly Fault[] = [
  { kind: 'http-error', error: 'ModelNotReadyException', times: always },
  { kind: 'http-error', error: 'ServiceUnavailableException', times: always },
  { kind: 'http-error', error: 'InternalServerException', times: always },
  { kind: 'first-frame-exception', exception: 'serviceUnavailableException', times: always },
]

for (const [name, list] of Object.entries({ 'every other fault': others, 'faults that were tried again': retried }))
  test(`tells of ${name} in a sentence, and the conversation goes on`, async ({ bedrockApp: { page }, emulator }) => {
    test.setTimeout(240_000)
    for (const [number, fault] of list.entries()) {
      await test.step(JSON.stringify(fault), async () => {
        emulator.reset()
        emulator.setDefaultReply([{ text: `Answer ${number} is here, in a few words.`, chunkSize: 4 }])
        emulator.fault(fault)
        await send(page, `Question ${number}?`)
        const note = page.getByRole('alert').last()
        await expect(note).toBeVisible({ timeout: 60_000 })
        await expect(note).not.toContainText(/Exception|undefined|\[object|INTERNAL|inside the app/)
        await answered(page)
        emulator.reset()
        emulator.setDefaultReply([{ text: `Answer ${number} at last.` }])
        await send(page, `And now ${number}?`)
        await expect(page.getByText(`Answer ${number} at last.`)).toBeVisible()
        await answered(page)
        expect(emulator.requests.at(-1)?.outcome).toBe('completed')
      })
    }
  })

test('takes no harm from what it does not know and from a missing count', async ({
  bedrockApp: { page },
  emulator,
}) => {
  for (const [number, fault] of harmless.entries()) {
    emulator.setDefaultReply([{ text: `Whole answer ${number}.` }])
    emulator.fault(fault)
    await send(page, `Question ${number}?`)
    await expect(page.getByText(`Whole answer ${number}.`)).toBeVisible()
    await answered(page)
  }
  // What was not counted is not shown as free.
  await expect(page.getByText(/unknown/i).first()).toBeVisible()
})

test('a model that goes silent can be stopped, and the conversation goes on', async ({
  bedrockApp: { page },
  emulator,
}) => {
  emulator.script([{ text: 'The beginning of a long answer.', chunkSize: 4 }])
  emulator.fault({ kind: 'stall', afterDeltas: 2 })
  await send(page, 'Hello?')
  await expect(page.getByText(/The beg/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await answered(page)
  emulator.reset()
  emulator.script([{ text: 'Here I am again.' }])
  await send(page, 'And now?')
  await expect(page.getByText('Here I am again.')).toBeVisible()
})
