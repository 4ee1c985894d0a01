import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mountSmallDisk } from '../testing/small-disk.ts'
import { provideSampleWorkspace } from './provide-sample-workspace.ts'

let folder: string
let assets: string
let dataDir: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-sample-'))
  assets = path.join(folder, 'assets')
  dataDir = path.join(folder, 'data')
  await mkdir(path.join(assets, 'sample-workspace', 'meetings'), { recursive: true })
  await mkdir(dataDir)
  await writeFile(path.join(assets, 'sample-workspace', 'sales.csv'), 'a,b\n'.repeat(50_000))
  await writeFile(path.join(assets, 'sample-workspace', 'meetings', 'notes.md'), 'notes')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

test('copies the sample once, and what the person makes of it stays', async () => {
  const copy = await provideSampleWorkspace(assets, dataDir)
  expect((await readdir(copy, { recursive: true })).sort()).toEqual(['meetings', 'meetings/notes.md', 'sales.csv'])
  await rm(path.join(copy, 'sales.csv'))
  expect(await provideSampleWorkspace(assets, dataDir)).toBe(copy)
  expect(await readdir(copy)).toEqual(['meetings'])
  expect(await readdir(dataDir)).toEqual(['sample-workspace'])
})

test('is not there before it is whole, so that a crash leaves none', async () => {
  for (let n = 0; n < 300; n++) await writeFile(path.join(assets, 'sample-workspace', `${n}.csv`), 'a,b\n')
  const copying = provideSampleWorkspace(assets, dataDir)
  let found: readonly string[] = []
  while (found.length === 0) found = await readdir(path.join(dataDir, 'sample-workspace')).catch(() => [])
  expect(found).toHaveLength(302)
  await copying
})

test('starts over after a crash in the middle of the copy', async () => {
  await mkdir(path.join(dataDir, 'sample-workspace.new'))
  await writeFile(path.join(dataDir, 'sample-workspace.new', 'half.csv'), 'half')
  const copy = await provideSampleWorkspace(assets, dataDir)
  expect((await readdir(copy)).sort()).toEqual(['meetings', 'sales.csv'])
  expect(await readdir(dataDir)).toEqual(['sample-workspace'])
})

test('a full disk leaves no half sample that looks whole', async (context) => {
  const disk = mountSmallDisk(dataDir, '100k')
  if (disk.kind === 'refused') {
    console.log(`Skipped the full disk: a small tmpfs cannot be mounted here (${disk.reason}).`)
    return context.skip(disk.reason)
  }
  try {
    await expect(provideSampleWorkspace(assets, dataDir)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(await readdir(dataDir)).toEqual([])
  } finally {
    disk.unmount()
  }
})
