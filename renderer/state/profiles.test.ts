import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RequestEnvelope } from '../../shared/ipc/contract.ts'
import { cancelProfile, closeProfile, openProfile, useProfiles } from './profiles.ts'

/** What arrived at the host, each with the way to answer it. */
let asked: { readonly envelope: RequestEnvelope; readonly answer: (reply: unknown) => void }[] = []
const listeners = new Set<(envelope: unknown) => void>()
vi.stubGlobal('window', {
  bedrockAnalyst: {
    request: (envelope: RequestEnvelope) => new Promise((answer) => asked.push({ envelope, answer })),
    onPush: (listener: (envelope: unknown) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  },
})
beforeEach(() => (asked = []))
afterEach(() => useProfiles.setState({ open: null }))

const workspace = '/data'
const shown = () => useProfiles.getState().open
const profileOf = (file: string) => ({ ok: true, value: { file, tables: [], notes: [] } })
const refusal = (code: string) => ({ ok: false, error: { code, message: 'No.', retryable: false } })
const idOf = (at: number) => (asked[at]!.envelope.input as { profileId: string }).profileId
const tell = (profileId: string, fraction: number) => {
  for (const listener of listeners)
    listener({ name: 'profile.progress', payload: { profileId, progress: { message: 'Reading', fraction } } })
}

it('shows how far a profile is, and then the profile', async () => {
  const opening = openProfile({ workspace, path: 'a.csv' })
  expect(shown()).toMatchObject({ workspace, path: 'a.csv', reading: { kind: 'reading', progress: null } })
  tell(idOf(0), 0.5)
  expect(shown()?.reading).toMatchObject({ progress: { fraction: 0.5 } })
  asked[0]?.answer(profileOf('a.csv'))
  await opening
  expect(shown()?.reading).toMatchObject({ kind: 'ready', profile: { file: 'a.csv' } })
  expect(listeners.size).toBe(0)
})

it('takes no news of a file that is no longer open', async () => {
  const first = openProfile({ workspace, path: 'a.csv' })
  const second = openProfile({ workspace, path: 'b.csv' })
  tell(idOf(0), 0.9)
  asked[0]?.answer(profileOf('a.csv'))
  await first
  expect(shown()).toMatchObject({ path: 'b.csv', reading: { kind: 'reading', progress: null } })
  asked[1]?.answer(profileOf('b.csv'))
  await second
  expect(shown()?.reading).toMatchObject({ profile: { file: 'b.csv' } })
})

it('says that it was stopped, not that it failed', async () => {
  const opening = openProfile({ workspace, path: 'a.csv' })
  const cancelling = cancelProfile()
  expect(asked[1]?.envelope).toEqual({ name: 'profile.cancel', input: { profileId: idOf(0) } })
  asked[1]?.answer({ ok: true, value: {} })
  asked[0]?.answer(refusal('CANCELLED'))
  await Promise.all([opening, cancelling])
  expect(shown()?.reading).toEqual({ kind: 'cancelled' })
})

it('keeps what went wrong in words', async () => {
  const opening = openProfile({ workspace, path: 'a.csv' })
  asked[0]?.answer(refusal('FILE_MALFORMED'))
  await opening
  expect(shown()?.reading).toMatchObject({ kind: 'failed', error: { code: 'FILE_MALFORMED', message: 'No.' } })
})

it('stops reading when it is closed, and asks for nothing when it had ended', async () => {
  const opening = openProfile({ workspace, path: 'a.csv' })
  const closing = closeProfile()
  expect([shown(), asked[1]?.envelope.name]).toEqual([null, 'profile.cancel'])
  asked[1]?.answer({ ok: true, value: {} })
  asked[0]?.answer(profileOf('a.csv'))
  await Promise.all([opening, closing])
  expect(shown()).toBeNull()
  await closeProfile()
  expect(asked).toHaveLength(2)
})
