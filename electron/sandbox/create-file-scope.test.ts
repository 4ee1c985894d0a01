import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { FileEntry } from '../../shared/tool-results.ts'
import { createFileScope } from './create-file-scope.ts'
import { isInside } from './is-inside.ts'
import { failureOf, openTemporaryScope, type TemporaryScope } from './temporary-scope.fixture.ts'

let at: TemporaryScope
beforeEach(async () => {
  at = await openTemporaryScope()
  await writeFile(path.join(at.outside, 'secret.txt'), 'SECRET')
})
afterEach(() => at[Symbol.asyncDispose]())

const inWorkspace = (name: string) => path.join(at.workspace, name)
const readText = async (name: string) => (await at.scope.readText(name, { maxBytes: 1_000_000 })).text
const collect = async (entries: AsyncIterable<FileEntry>) => {
  const paths: string[] = []
  for await (const entry of entries) paths.push(entry.path)
  return paths
}

describe('paths that lead out', () => {
  const own = [
    '../outside/secret.txt',
    'a/../../outside/secret.txt',
    '/etc/passwd',
    '....//....//etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '..\\..\\etc\\passwd',
    '..%c0%af..%c0%afetc/passwd',
    '/proc/self/environ',
    'file:///etc/passwd',
    '~/.ssh/id_rsa',
    '../workspace-other/x',
    'x\0/../../etc/passwd',
    '\\\\server\\share\\x',
  ]
  const lists = [
    'deep_traversal',
    'directory_traversal',
    'traversals-8-deep-exotic-encoding',
    'JHADDIX_LFI',
    'Traversal',
  ]

  test('none of a short list of traversals reads or writes anything outside', () => tryAll(own))

  const published = lists.map((name) => new URL(`../../../shared/data/attacks/payloads/${name}.txt`, import.meta.url))
  const present = published.filter((url) => existsSync(url))
  const why = present.length === 0 ? ' (skipped: the published attack lists are not on this machine)' : ''
  test.skipIf(present.length === 0)(
    `none of the published traversals reads or writes anything outside${why}`,
    async () => {
      const lines = await Promise.all(present.map(async (url) => (await readFile(url, 'utf8')).split('\n')))
      await tryAll([...new Set(lines.flat().map((line) => line.replace('{FILE}', 'etc/passwd')))])
    },
  )

  /** Nothing of the kind is in the workspace, so every read must be refused, and every place to write be inside. */
  async function tryAll(payloads: readonly string[]) {
    for (const asked of payloads) {
      const read = await at.scope.readText(asked, { maxBytes: 1000 }).catch((error: unknown) => error)
      expect(read, asked).toBeInstanceOf(AppError)
      const target = await at.scope.resolve(asked, 'writing').catch((error: unknown) => error)
      if (target instanceof AppError) continue
      expect(isInside(at.workspace, (target as { absolute: string }).absolute), asked).toBe(true)
    }
  }

  test('refuses a path through a symlink that leaves the workspace, to a file and to a folder', async () => {
    await symlink(path.join(at.outside, 'secret.txt'), inWorkspace('file-link'))
    await symlink(at.outside, inWorkspace('folder-link'))
    await symlink('/nowhere/at/all', inWorkspace('dangling'))
    expect([
      await failureOf(readText('file-link')),
      await failureOf(readText('folder-link/secret.txt')),
      await failureOf(at.scope.list('folder-link')),
      await failureOf(at.scope.write('file-link', 'x', at.by)),
      await failureOf(at.scope.write('folder-link/new.txt', 'x', at.by)),
      await failureOf(at.scope.write('dangling', 'x', at.by)),
      // What is only resolved is opened elsewhere: by the consent dialog's rules, by the worker that queries it.
      await failureOf(at.scope.resolve('file-link', 'reading')),
      await failureOf(at.scope.resolve('folder-link/new.txt', 'writing')),
    ]).toEqual(Array(8).fill('PATH_OUTSIDE_WORKSPACE'))
    expect(await readFile(path.join(at.outside, 'secret.txt'), 'utf8')).toBe('SECRET')
  })

  test('follows a symlink that stays inside, and names the file it leads to', async () => {
    await writeFile(inWorkspace('real.txt'), 'here')
    await symlink('real.txt', inWorkspace('link.txt'))
    const { text, resolved } = await at.scope.readText('link.txt', { maxBytes: 100 })
    expect({ text, shown: resolved.shown }).toEqual({ text: 'here', shown: 'real.txt' })
  })

  test('works when the workspace itself is a symlink, by both of its names', async () => {
    const link = path.join(at.root, 'link-to-workspace')
    await symlink(at.workspace, link)
    await writeFile(inWorkspace('a.txt'), 'here')
    const scope = createFileScope({ ...at, workspace: link })
    const asked = ['a.txt', `${link}/a.txt`, `${at.workspace}/a.txt`]
    const texts = await Promise.all(asked.map(async (each) => (await scope.readText(each, { maxBytes: 100 })).text))
    expect({ texts, workspace: scope.workspace }).toEqual({ texts: Array(3).fill('here'), workspace: at.workspace })
    expect(await failureOf(scope.readText(`${link}/../outside/secret.txt`, { maxBytes: 100 }))).toBe(
      'PATH_OUTSIDE_WORKSPACE',
    )
  })
})

describe('protected files', () => {
  test('refuses secrets by name, and through a symlink with a harmless name', async () => {
    await writeFile(inWorkspace('.env'), 'KEY=1')
    await symlink('.env', inWorkspace('settings.txt'))
    await writeFile(inWorkspace('plain.txt'), 'x')
    await symlink('plain.txt', inWorkspace('.env.local'))
    const asked = ['.env', 'settings.txt', '.env.local']
    expect(await Promise.all(asked.map((each) => failureOf(readText(each))))).toEqual(Array(3).fill('FILE_PROTECTED'))
    expect(await failureOf(at.scope.write('.env', 'x', at.by))).toBe('FILE_PROTECTED')
    expect((await at.scope.list('.')).map((entry) => `${entry.path} ${entry.kind}`)).toEqual([
      'plain.txt file',
      'settings.txt other',
    ])
  })

  test("refuses the app's own data when the opened folder holds it", async () => {
    await writeFile(path.join(at.dataDir, 'app.sqlite'), 'private')
    const scope = createFileScope({ ...at, workspace: at.root, attachmentsDir: null })
    expect(await failureOf(scope.readText('data/app.sqlite', { maxBytes: 100 }))).toBe('FILE_PROTECTED')
    expect((await scope.list('.')).map((entry) => entry.path)).toEqual(['outside', 'workspace'])
  })

  test('opens a workspace that the app keeps in its data folder, such as the sample', async () => {
    const sample = path.join(at.dataDir, 'sample')
    await mkdir(sample)
    await writeFile(path.join(sample, 'sales.csv'), 'a,b')
    const scope = createFileScope({ ...at, workspace: sample })
    expect((await scope.readText('sales.csv', { maxBytes: 100 })).text).toBe('a,b')
    expect(await failureOf(scope.readText('../app.sqlite', { maxBytes: 100 }))).toBe('PATH_OUTSIDE_WORKSPACE')
  })
})

describe('attachments', () => {
  test('are read as foreign and never written', async () => {
    await writeFile(path.join(at.attachmentsDir, 'mail.txt'), 'from elsewhere')
    const { text, resolved } = await at.scope.readText('attachments/mail.txt', { maxBytes: 100 })
    expect({ text, shown: resolved.shown, origin: resolved.origin }).toEqual({
      text: 'from elsewhere',
      shown: 'attachments/mail.txt',
      origin: 'foreign',
    })
    expect(await failureOf(at.scope.write('attachments/mail.txt', 'x', at.by))).toBe('FILE_PROTECTED')
    expect(await failureOf(readText('attachments/../mail.txt'))).toBe('FILE_NOT_FOUND')
    expect(await failureOf(readText('attachments/../../data/x'))).toBe('PATH_OUTSIDE_WORKSPACE')
  })

  test('are there without an opened folder, which every other path then asks for', async () => {
    await writeFile(path.join(at.attachmentsDir, 'mail.txt'), 'hello')
    const scope = createFileScope({ ...at, workspace: null })
    expect((await scope.list('attachments')).map((entry) => entry.path)).toEqual(['attachments/mail.txt'])
    await expect(scope.list('.')).rejects.toThrow('no folder is open')
  })
})

describe('reading', () => {
  test('gives one sentence each for what is not there, a folder, binary and a file that is too large', async () => {
    await mkdir(inWorkspace('folder'))
    await writeFile(inWorkspace('picture.png'), Buffer.from([0x89, 0x50, 0, 1]))
    await writeFile(inWorkspace('huge.csv'), '')
    await truncate(inWorkspace('huge.csv'), 2_000_000_000)
    expect([
      await failureOf(readText('absent.txt')),
      await failureOf(readText('folder')),
      await failureOf(readText('picture.png')),
      await failureOf(readText('huge.csv')),
      await failureOf(at.scope.list('absent')),
    ]).toEqual(['FILE_NOT_FOUND', 'FILE_UNREADABLE', 'FILE_MALFORMED', 'FILE_TOO_LARGE', 'FILE_NOT_FOUND'])
    await expect(readText('huge.csv')).rejects.toThrow('“huge.csv” is too large for this: 2.0 GB')
  })

  test.skipIf(process.platform === 'win32')('does not wait for a named pipe that nobody writes', async () => {
    execFileSync('mkfifo', [inWorkspace('pipe')])
    expect(await failureOf(readText('pipe'))).toBe('FILE_UNREADABLE')
  })

  test.skipIf(process.platform === 'win32')('says so when the system refuses a file, and lists the rest', async () => {
    await writeFile(inWorkspace('locked.txt'), 'x')
    await chmod(inWorkspace('locked.txt'), 0o000)
    await mkdir(inWorkspace('locked'), { mode: 0o000 })
    for (const folder of [at.root, at.workspace]) await chmod(folder, 0o755)
    await asOrdinaryUser(async () => {
      expect(await failureOf(readText('locked.txt'))).toBe('FILE_UNREADABLE')
      const { signal } = new AbortController()
      expect(await collect(at.scope.walk('.', { signal }))).toEqual(['locked', 'locked.txt'])
    })
  })

  /** Root reads whatever it likes, so as root the work is done under another user id. */
  async function asOrdinaryUser(work: () => Promise<void>) {
    if (process.getuid?.() !== 0) return work()
    await chown(at.root, 65534, 65534)
    process.seteuid!(65534)
    try {
      await work()
    } finally {
      process.seteuid!(0)
    }
  }

  test('a name with line ends or escapes is read, and spelled out in sentences', async () => {
    await writeFile(inWorkspace('two\nlines.txt'), 'here')
    expect(await readText('two\nlines.txt')).toBe('here')
    await expect(readText('not\nthere\u202E.txt')).rejects.toThrow('“not\\nthere\\u{202e}.txt”')
  })

  test('lines of any file come in order, whatever its line ends and encoding', async () => {
    const expected = Array.from({ length: 60_000 }, (_, index) => `line ${index} – ü`)
    await writeFile(inWorkspace('unix.txt'), `${expected.join('\n')}\n`)
    await writeFile(inWorkspace('windows.txt'), `\uFEFF${expected.join('\r\n')}`, 'utf16le')
    for (const name of ['unix.txt', 'windows.txt']) {
      const lines: string[] = []
      for await (const batch of at.scope.readLines(name, { signal: new AbortController().signal })) lines.push(...batch)
      expect(lines).toEqual(expected)
    }
  })
})

describe('walking', () => {
  test('goes depth first in name order, past .git, node_modules, secrets, and symlinked folders', async () => {
    for (const folder of ['b/deep', 'a', '.git', 'node_modules/x'])
      await mkdir(inWorkspace(folder), { recursive: true })
    const files = [
      'b/deep/1.txt',
      'b/10.txt',
      'b/9.txt',
      'a/x.txt',
      'z.txt',
      '.env',
      '.git/config',
      'node_modules/x/i.js',
    ]
    for (const file of files) await writeFile(inWorkspace(file), '')
    await symlink('..', inWorkspace('a/circle'))
    const { signal } = new AbortController()
    const expected = ['a', 'a/circle', 'a/x.txt', 'b', 'b/deep', 'b/deep/1.txt', 'b/9.txt', 'b/10.txt', 'z.txt']
    expect(await collect(at.scope.walk('.', { signal }))).toEqual(expected)
    expect(await collect(at.scope.walk('.', { signal, maxEntries: 2 }))).toEqual(expected.slice(0, 2))
  })

  test('honours .gitignore when asked, inner files over outer ones, from a subfolder too', async () => {
    await mkdir(inWorkspace('sub'))
    await writeFile(inWorkspace('.gitignore'), '*.log\nbuild/\n')
    await writeFile(inWorkspace('sub/.gitignore'), '!keep.log\n')
    for (const file of ['a.log', 'a.txt', 'sub/keep.log', 'sub/b.log']) await writeFile(inWorkspace(file), '')
    await mkdir(inWorkspace('build'))
    const options = { signal: new AbortController().signal, respectGitignore: true }
    expect(await collect(at.scope.walk('.', options))).toEqual([
      'sub',
      'sub/.gitignore',
      'sub/keep.log',
      '.gitignore',
      'a.txt',
    ])
    expect(await collect(at.scope.walk('sub', options))).toEqual(['sub/.gitignore', 'sub/keep.log'])
  })

  test('stops when it is aborted', async () => {
    await writeFile(inWorkspace('a.txt'), '')
    expect(await failureOf(collect(at.scope.walk('.', { signal: AbortSignal.abort() })))).toBe('CANCELLED')
  })
})
