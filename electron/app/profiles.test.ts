import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporaryScope, type TemporaryScope } from '../sandbox/temporary-scope.fixture.ts'
import { engineForTests, type EngineForTests } from '../tools/data/data-engine.fixture.ts'
import { createProfiles, type Profiles } from './profiles.ts'

let at: TemporaryScope
let t: EngineForTests
let profiles: Profiles
beforeAll(async () => {
  at = await openTemporaryScope()
  t = engineForTests(at.workspace)
  profiles = createProfiles({
    workspace: () => at.workspace,
    dataDir: at.dataDir,
    snapshots: at.snapshots,
    data: t.engine,
  })
})
afterAll(async () => {
  t.dispose()
  await at[Symbol.asyncDispose]()
})

const read = (file: string) => profiles.read(file, { signal: new AbortController().signal, onProgress: () => {} })

test('profiles a file of the opened folder, under its path in it', async () => {
  mkdirSync(path.join(at.workspace, 'more'))
  writeFileSync(path.join(at.workspace, 'more', 'a.csv'), 'n\n1\n2\n')
  expect(await read('more/a.csv')).toMatchObject({ file: 'more/a.csv', tables: [{ name: 'more/a.csv', rows: 2 }] })
})

test('reads nothing outside that folder, whatever the page asks for', async () => {
  const secret = path.join(at.outside, 'secret.csv')
  writeFileSync(secret, 'a\n1\n')
  symlinkSync(secret, path.join(at.workspace, 'link.csv'))
  for (const asked of [secret, '../outside/secret.csv', 'link.csv'])
    await expect(read(asked), asked).rejects.toMatchObject({ code: 'PATH_OUTSIDE_WORKSPACE' })
  await expect(read('.env')).rejects.toMatchObject({ code: 'FILE_PROTECTED' })
})

test('says that no folder is open', async () => {
  const closed = createProfiles({ workspace: () => null, dataDir: at.dataDir, snapshots: at.snapshots, data: t.engine })
  await expect(
    closed.read('a.csv', { signal: new AbortController().signal, onProgress: () => {} }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/FILE|WORKSPACE|PATH/) as string })
})
