import type { Fault } from './bedrock-emulator/fault.ts'
import { answered, expect, send, test } from './launch.ts'

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
    fault: { kind: 'http-error', error: 'ModelErrorException', times: 3 },
    says: /fail|could not|error/i,
  },
  { name: 'a slow model', fault: { kind: 'http-error', error: 'ModelTimeoutException', times: 3 }, says: /long|time/i },
  {
    name: 'a prompt that is too long',
    fault: { kind: 'http-error', error: 'ValidationException', message: 'Input is too long for requested model.' },
    says: /long|fit/i,
  },
  {
    name: 'an exception mid-stream',
    fault: { kind: 'mid-stream-exception', exception: 'modelStreamErrorException', afterDeltas: 2 },
    says: /broke|fail|could not/i,
  },
  { name: 'a cut connection', fault: { kind: 'cut-connection', afterDeltas: 2 }, says: /broke|connection/i },
  { name: 'an end without a stop', fault: { kind: 'no-message-stop', afterDeltas: 2 }, says: /broke/i },
  { name: 'a damaged frame', fault: { kind: 'bad-checksum', afterDeltas: 2 }, says: /broke|damaged|could not/i },
  { name: 'a truncated frame', fault: { kind: 'truncated-frame', afterDeltas: 2 }, says: /broke|could not/i },
]

for (const { name, fault, says } of faults)
  test(`tells of ${name} in a sentence, and the conversation goes on`, async ({ bedrockApp: { page }, emulator }) => {
    emulator.script([
      [{ text: 'This answer will not be finished today.', chunkSize: 4 }],
      [{ text: 'Here I am again.' }],
    ])
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
