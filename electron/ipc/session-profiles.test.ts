import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { profileId } from '../../shared/ids.ts'
import type { ToolProgress } from '../../shared/run-events.ts'
import type { Profiles } from '../app/profiles.ts'
import { openSessionProfiles } from './session-profiles.ts'

const first = profileId.parse('first')
const second = profileId.parse('second')

/** Reads until told to go on, and keeps to an abort. */
function slowProfiles() {
  const reading = new Map<string, { report(progress: ToolProgress): void; finish(): void }>()
  const profiles: Profiles = {
    read: (path, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Cancelled.')))
        reading.set(path, { report: onProgress, finish: () => resolve({ file: path, tables: [], notes: [] }) })
      }),
  }
  return { profiles, reading }
}

function openedPage() {
  const { profiles, reading } = slowProfiles()
  const told: unknown[] = []
  return { page: openSessionProfiles(profiles, (progress) => void told.push(progress)), reading, told }
}

test('tells how far a profile is, under the id the page gave it', async () => {
  const { page, reading, told } = openedPage()
  const profile = page.read(first, 'a.csv')
  reading.get('a.csv')?.report({ message: 'Reading a.csv', fraction: 0.5 })
  reading.get('a.csv')?.finish()
  expect(await profile).toMatchObject({ file: 'a.csv' })
  expect(told).toEqual([{ profileId: first, progress: { message: 'Reading a.csv', fraction: 0.5 } }])
})

test('ends one that is cancelled, and hears no more of it', async () => {
  const { page, reading, told } = openedPage()
  const profile = page.read(first, 'a.csv')
  page.cancel(second)
  page.cancel(first)
  reading.get('a.csv')?.report({ message: 'Reading a.csv', fraction: 0.9 })
  await expect(profile).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(told).toEqual([])
})

test('reads one at a time: the next ends the one before', async () => {
  const { page, reading } = openedPage()
  const before = page.read(first, 'a.csv')
  const next = page.read(second, 'b.csv')
  await expect(before).rejects.toMatchObject({ code: 'CANCELLED' })
  // Too late for the first, and not meant for the second.
  page.cancel(first)
  reading.get('b.csv')?.finish()
  expect(await next).toMatchObject({ file: 'b.csv' })
})

test('ends what is under way when the page is gone', async () => {
  const { page } = openedPage()
  const profile = page.read(first, 'a.csv')
  page.close()
  await expect(profile).rejects.toMatchObject({ code: 'CANCELLED' })
})
