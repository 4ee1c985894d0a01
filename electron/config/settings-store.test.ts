import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { settings } from '../../shared/settings.ts'
import { openSettings } from './settings-store.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-settings-'))
  file = path.join(folder, 'config.yml')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const defaults = settings.parse({
  theme: 'system',
  consentMode: 'ask',
  agentId: 'analyst',
  modelId: 'offline:analyst',
  workspace: null,
  recentWorkspaces: [],
  bedrock: { isEnabled: false, region: 'us-east-1', auth: { kind: 'default' } },
  localServers: [],
})

test('a missing or empty file means the defaults', async () => {
  expect(await openSettings(file, defaults)).toMatchObject({ isFirstRun: true, problem: undefined })
  await writeFile(file, '# nothing yet\n')
  const { store, isFirstRun, problem } = await openSettings(file, defaults)
  expect({ settings: store.current(), isFirstRun, problem }).toEqual({
    settings: defaults,
    isFirstRun: false,
    problem: undefined,
  })
})

test('what is written is there at the next start, over the defaults', async () => {
  await writeFile(file, 'theme: dark\n')
  const { store } = await openSettings(file, defaults)
  await Promise.all([store.update({ consentMode: 'auto' }), store.update({ workspace: '/home/me' })])
  const expected = { ...defaults, theme: 'dark', consentMode: 'auto', workspace: '/home/me' }
  expect(store.current()).toEqual(expected)
  expect((await openSettings(file, defaults)).store.current()).toEqual(expected)
})

test.each([
  ['bad YAML', 'theme: [oops\n', /^config\.yml, line \d+: .*\.$/],
  ['a wrong type', 'theme: 12\n', /^config\.yml, line 1: theme: /],
  ['a misspelt name', 'consentmode: auto\n', /consentmode/],
  ['a list', '- theme\n', /^config\.yml: /],
  ['bytes that are no text', '\u0000\u0001\ufffd: [', /^config\.yml/],
  ['aliases that grow without end', aliasBomb(), /alias/i],
])('%s is told, and the file is kept beside the defaults', async (_what, text, message) => {
  await writeFile(file, text)
  const { store, problem } = await openSettings(file, defaults)
  expect(store.current()).toEqual(defaults)
  expect(problem).toMatchObject({
    code: 'CONFIG_INVALID',
    message: expect.stringMatching(message),
    hint: expect.stringContaining('config.yml.invalid'),
  })
  await store.update({ theme: 'light' })
  expect(await readFile(`${file}.invalid`, 'utf8')).toBe(text)
})

test('a file set aside before is never replaced by the next one', async () => {
  await writeFile(`${file}.invalid`, 'first\n')
  await writeFile(file, 'theme: 12\n')
  const { problem } = await openSettings(file, defaults)
  expect(problem?.hint).toContain('config.yml.invalid-2')
  expect(await readFile(`${file}.invalid`, 'utf8')).toBe('first\n')
  expect(await readFile(`${file}.invalid-2`, 'utf8')).toBe('theme: 12\n')
})

test('what cannot be read is not taken for a first start and overwritten', async () => {
  await mkdir(file)
  const { store, isFirstRun, problem } = await openSettings(file, defaults)
  expect({ isFirstRun, code: problem?.code }).toEqual({ isFirstRun: false, code: 'CONFIG_INVALID' })
  await store.update({ theme: 'dark' })
  expect((await readdir(folder)).sort()).toEqual(['config.yml', 'config.yml.invalid'])
})

test('settings that cannot be saved are told, and the old ones stay', async () => {
  const { store } = await openSettings(file, defaults)
  await store.update({ theme: 'dark' })
  await mkdir(`${file}.new`)
  await expect(store.update({ theme: 'light' })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
    hint: expect.any(String),
  })
  expect(store.current().theme).toBe('dark')
  expect((await openSettings(file, defaults)).store.current().theme).toBe('dark')
})

function aliasBomb(): string {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const lines = names.map((name, at) => {
    const item = at === 0 ? 'x' : `*${names[at - 1]}`
    return `${name}: &${name} [${Array(9).fill(item).join(', ')}]`
  })
  return `${lines.join('\n')}\n`
}

test('what is overridden holds in this process, is never written, and gives way to a choice', async () => {
  const { store } = await openSettings(file, defaults)
  const heard: unknown[] = []
  store.onChange((changed) => heard.push(changed.workspace))
  store.override({ workspace: '/for/now' })
  await store.update({ theme: 'dark' })
  expect(store.current()).toMatchObject({ workspace: '/for/now', theme: 'dark' })
  expect((await openSettings(file, defaults)).store.current()).toMatchObject({ workspace: null, theme: 'dark' })
  await store.update({ workspace: '/chosen' })
  expect(store.current().workspace).toBe('/chosen')
  expect(heard).toEqual(['/for/now', '/for/now', '/chosen'])
})
