import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeTables } from './make-tables.fixture.ts'

const tables = makeTables()

test.each(Object.entries(tables))('%s is what its maker makes', async (name, text) => {
  await expect(text).toMatchFileSnapshot(name)
})

test('no other table lies here', () => {
  const kept = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) => name.endsWith('.csv'))
  expect(kept.toSorted()).toEqual(Object.keys(tables).toSorted())
})
