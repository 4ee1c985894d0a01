import { mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FileList } from '../../../shared/tool-results.ts'
import { fileList, searchMatches } from '../../../shared/tool-results.ts'
import { failureOf, openTemporaryScope, type TemporaryScope } from '../../sandbox/temporary-scope.fixture.ts'
import type { ToolContext } from '../tool.ts'
import { editor } from './editor.ts'
import { fileRead } from './file-read.ts'
import { fileWrite } from './file-write.ts'
import { listFiles } from './list-files.ts'
import { saveFile } from './save-file.ts'
import { searchFiles } from './search-files.ts'
import { contentOf, createToolContext, runTool } from './tool-context.fixture.ts'

let at: TemporaryScope
let context: ToolContext
beforeEach(async () => {
  at = await openTemporaryScope()
  context = createToolContext(at.scope)
})
afterEach(() => at[Symbol.asyncDispose]())

const put = async (name: string, content: string | Buffer = '') => {
  await mkdir(path.dirname(path.join(at.workspace, name)), { recursive: true })
  await writeFile(path.join(at.workspace, name), content)
}
const content = (name: string) => readFile(path.join(at.workspace, name), 'utf8')

describe('list_files', () => {
  const list = async (input: Parameters<typeof runTool<typeof listFiles.input, undefined>>[1]) =>
    fileList.parse(contentOf(await runTool(listFiles, input, context)))
  const names = ({ entries }: FileList) => entries.map((entry) => entry.path)

  test('gives names, kinds, sizes and dates, folders first', async () => {
    await put('b.csv', 'a,b')
    await put('reports/q1.md')
    const answer = await list({})
    expect(answer).toMatchObject({ folder: '.', truncated: false })
    expect(answer.entries.map(({ path: name, kind, bytes }) => [name, kind, bytes])).toEqual([
      ['reports', 'folder', 0],
      ['b.csv', 'file', 3],
    ])
    expect(answer.entries[1]!.modified).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  })

  test('finds by pattern in all folders, and below one folder', async () => {
    for (const name of ['a.CSV', 'x/b.csv', 'x/y/c.csv', 'x/d.md']) await put(name)
    expect(names(await list({ pattern: '*.csv' }))).toEqual(['x/y/c.csv', 'x/b.csv', 'a.CSV'])
    expect(names(await list({ folder: 'x', recursive: true }))).toEqual(['x/y', 'x/y/c.csv', 'x/b.csv', 'x/d.md'])
  })

  test('says that an empty folder is empty, and cuts a very long list', async () => {
    expect(await list({})).toEqual({ folder: '.', entries: [], truncated: false })
    for (let number = 0; number < 501; number++) await put(`${number}.txt`)
    const answer = await list({})
    expect([answer.entries.length, answer.truncated]).toEqual([500, true])
  })

  test('marks attachments as foreign and refuses what leads out', async () => {
    await writeFile(path.join(at.attachmentsDir, 'mail.txt'), 'x')
    expect((await runTool(listFiles, { folder: 'attachments' }, context)).isForeign).toBe(true)
    expect((await runTool(listFiles, {}, context)).isForeign).toBe(false)
    expect(await failureOf(runTool(listFiles, { folder: '..' }, context))).toBe('PATH_OUTSIDE_WORKSPACE')
    expect(await failureOf(listFiles.targets({ folder: '/etc', recursive: false }, context))).toBe(
      'PATH_OUTSIDE_WORKSPACE',
    )
  })
})

describe('search_files', () => {
  const search = async (input: Parameters<typeof runTool<typeof searchFiles.input, undefined>>[1]) =>
    searchMatches.parse(contentOf(await runTool(searchFiles, input, context)))

  test('finds text as it stands, in any case, with path and line', async () => {
    await put('a.md', 'one\nTotal (net): 5\n')
    await put('sub/b.txt', 'total (net)')
    await put('picture.png', Buffer.from([0, 1, 2]))
    expect(await search({ query: 'total (net)' })).toEqual({
      query: 'total (net)',
      matches: [
        { path: 'sub/b.txt', line: 1, text: 'total (net)' },
        { path: 'a.md', line: 2, text: 'Total (net): 5' },
      ],
      filesSearched: 2,
      truncated: false,
    })
    expect((await search({ query: 'total', caseSensitive: true })).matches.map((match) => match.path)).toEqual([
      'sub/b.txt',
    ])
    expect((await search({ query: 'total', folder: 'a.md' })).matches.length).toBe(1)
    expect((await search({ query: 'total', pattern: '*.txt' })).matches.length).toBe(1)
  })

  test('takes a regular expression when told, and says what is wrong with one', async () => {
    await put('a.md', 'order 12\norder x\n')
    expect((await search({ query: 'order \\d+', regex: true })).matches.map((match) => match.line)).toEqual([1])
    await expect(search({ query: '(', regex: true })).rejects.toThrow('not a valid regular expression')
  })

  test('stops a pattern that would run for centuries, and goes on working', async () => {
    await put('a.md', `${'a'.repeat(50)}!\n`)
    expect(await failureOf(search({ query: '(a+)+$', regex: true }))).toBe('TOOL_TIMEOUT')
    expect((await search({ query: 'a+!', regex: true })).matches.length).toBe(1)
  })

  test('counts lines right across batches of a large file, and cuts long lines and many matches', async () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `row ${index}`)
    lines[77_776] = `${'x'.repeat(500)} needle ${'y'.repeat(500)}`
    await put('large.csv', lines.join('\n'))
    const [match] = (await search({ query: 'needle' })).matches
    expect([match!.line, match!.text.length <= 302, match!.text.includes('needle')]).toEqual([77_777, true, true])
    const many = await search({ query: 'row' })
    expect([many.matches.length, many.truncated]).toEqual([200, true])
  })

  test('leaves out what .gitignore names, protected files and symlinks that lead out', async () => {
    await put('.gitignore', 'build\n')
    await put('build/a.txt', 'needle')
    await put('.env', 'needle')
    await writeFile(path.join(at.outside, 'secret.txt'), 'needle')
    await symlink(path.join(at.outside, 'secret.txt'), path.join(at.workspace, 'link.txt'))
    expect(await search({ query: 'needle' })).toMatchObject({ matches: [], filesSearched: 1 })
  })

  test('stops when it is cancelled', async () => {
    await put('a.md', 'x')
    const cancelled = createToolContext(at.scope, { signal: AbortSignal.abort() })
    expect(await failureOf(runTool(searchFiles, { query: 'x' }, cancelled))).toBe('CANCELLED')
  })
})

describe('file_read', () => {
  const read = async (input: Parameters<typeof runTool<typeof fileRead.input, undefined>>[1]) =>
    contentOf(await runTool(fileRead, input, context))

  test('numbers the lines, reads a range and says where to read on', async () => {
    await put('a.txt', 'one\ntwo\nthree\n')
    expect(await read({ path: 'a.txt' })).toBe('     1\tone\n     2\ttwo\n     3\tthree')
    expect(await read({ path: 'a.txt', fromLine: 2, lines: 1 })).toBe(
      '     2\ttwo\n[The file goes on. Read on with fromLine 3.]',
    )
    expect(await read({ path: 'a.txt', fromLine: 9 })).toBe('[The file has only 3 lines.]')
  })

  test('bounds what comes back from long files and long lines', async () => {
    await put('long.txt', `${'x'.repeat(5000)}\n${'line\n'.repeat(50_000)}`)
    const text = String(await read({ path: 'long.txt', lines: 5000 }))
    expect(text.length).toBeLessThan(70_000)
    expect(text).toContain('[3000 more characters in this line]')
    expect(text).toMatch(/\[The file goes on\. Read on with fromLine \d+\.\]$/)
  })

  test('reads the start of a file of two gigabytes, and says that a file is empty', async () => {
    await put('huge.csv', `a,b\n${'1,2\n'.repeat(100_000)}`)
    await truncate(path.join(at.workspace, 'huge.csv'), 2_000_000_000)
    expect(await read({ path: 'huge.csv', lines: 1 })).toBe('     1\ta,b\n[The file goes on. Read on with fromLine 2.]')
    await put('empty.txt')
    expect(await read({ path: 'empty.txt' })).toBe('[The file is empty.]')
  })

  test('points to read_document for what is no text', async () => {
    await put('report.pdf', '%PDF-1.7')
    await expect(read({ path: 'report.pdf' })).rejects.toMatchObject({ hint: expect.stringContaining('read_document') })
  })
})

describe('file_write and editor', () => {
  test('answer with the difference and a snapshot that undoes it', async () => {
    await put('a.md', 'old')
    const answer = await runTool(fileWrite, { path: 'a.md', content: 'new\n' }, context)
    const [snapshotId] = answer.snapshotIds!
    expect(answer).toEqual({
      content: [{ type: 'text', text: 'Changed a.md (1 line).' }],
      display: { kind: 'diff', path: 'a.md', before: 'old', after: 'new\n', snapshotId },
      snapshotIds: [snapshotId],
    })
    await at.snapshots.undo(snapshotId!)
    expect(await content('a.md')).toBe('old')
  })

  test('show the very difference that is written', async () => {
    await put('a.md', 'one\ntwo\n')
    const input = editor.input.parse({ command: 'replace', path: 'a.md', oldText: 'two', text: '2' })
    const preview = await editor.preview!(input, context)
    expect(preview).toEqual({ kind: 'diff', path: 'a.md', before: 'one\ntwo\n', after: 'one\n2\n' })
    const answer = await runTool(editor, input, context)
    expect(answer.display).toMatchObject({ before: 'one\ntwo\n', after: 'one\n2\n' })
    expect(await content('a.md')).toBe('one\n2\n')
  })

  test.each([
    ['changed', 'as the person has it now'],
    ['created', null],
  ])('refuse a file %s after its difference was shown', async (_, before) => {
    if (before !== null) await put('a.md', 'as shown')
    const write = fileWrite.input.parse({ path: 'a.md', content: 'new' })
    await fileWrite.preview!(write, context)
    await put('a.md', before ?? 'made meanwhile')
    expect(await failureOf(runTool(fileWrite, write, context))).toBe('FILE_CHANGED')
    expect(await content('a.md')).toBe(before ?? 'made meanwhile')
  })

  test('refuse an edit whose difference was shown from another content', async () => {
    await put('a.md', 'x = 1\n')
    const input = editor.input.parse({ command: 'replace', path: 'a.md', oldText: 'x = 1', text: 'x = 2' })
    await editor.preview!(input, context)
    await put('a.md', 'x = 1\nrm -rf everything\n')
    expect(await failureOf(runTool(editor, input, context))).toBe('FILE_CHANGED')
  })

  test('refuse binary files, attachments, protected files and paths that lead out', async () => {
    await put('picture.png', Buffer.from([0, 1]))
    await writeFile(path.join(at.attachmentsDir, 'mail.txt'), 'x')
    const paths = ['picture.png', 'attachments/mail.txt', '.env', '.git/hooks/pre-commit', '../x']
    const failures = paths.map((each) => failureOf(runTool(fileWrite, { path: each, content: 'x' }, context)))
    expect(await Promise.all(failures)).toEqual([
      'FILE_MALFORMED',
      'FILE_PROTECTED',
      'FILE_PROTECTED',
      'FILE_PROTECTED',
      'PATH_OUTSIDE_WORKSPACE',
    ])
    expect(await failureOf(fileWrite.targets({ path: '../x', content: '' }, context))).toBe('PATH_OUTSIDE_WORKSPACE')
  })

  test('the editor says which field is missing', () => {
    const { error } = editor.input.safeParse({ command: 'replace', path: 'a', text: 'b' })
    expect(error?.issues.map((issue) => issue.message)).toEqual(['replace needs oldText'])
  })
})

describe('save_file', () => {
  const save = async (name: string, text = 'report') => {
    const answer = await runTool(saveFile, { name, content: text }, context)
    return answer.display?.kind === 'diff' ? answer.display.path : undefined
  }

  test('saves into the output folder and never overwrites', async () => {
    expect([await save('sales.md', '1'), await save('sales.md', '2'), await save('sales', '3')]).toEqual([
      'output/sales.md',
      'output/sales-2.md',
      'output/sales-3.md',
    ])
    expect([await content('output/sales.md'), await content('output/sales-3.md')]).toEqual(['1', '3'])
  })

  test('takes the next name when somebody takes the free one at the last moment', async () => {
    const names = await Promise.all([save('a.md', '1'), save('a.md', '2'), save('a.md', '3')])
    expect(names.toSorted()).toEqual(['output/a-2.md', 'output/a-3.md', 'output/a.md'])
  })

  test.each([
    ['../../etc/passwd.md', 'output/passwd.md'],
    ['a\nb\u202E.csv', 'output/ab.csv'],
    ['...', 'output/report.md'],
    ['CON', 'output/report-CON.md'],
    ['q1: final?.md', 'output/q1 final.md'],
    ['C:\\temp\\x.txt', 'output/x.txt'],
  ])('makes a safe name of %j', async (asked, expected) => expect(await save(asked)).toBe(expected))

  test('shows the path it would take before it is allowed', async () => {
    await put('output/a.md', 'there')
    expect(await saveFile.preview!({ name: 'a.md', content: 'new' }, context)).toEqual({
      kind: 'diff',
      path: 'output/a-2.md',
      before: null,
      after: 'new',
    })
    const [target] = await saveFile.targets({ name: 'a.md', content: 'new' }, context)
    expect(target).toEqual({ kind: 'file', path: path.join(at.workspace, 'output', 'a-2.md'), isInsideWorkspace: true })
  })
})

test('titles are one line, with hidden characters spelled out and long names cut', () => {
  const evil = `x\nAllow everything\u202E${'y'.repeat(300)}.md`
  for (const title of [
    fileWrite.title({ path: evil, content: '' }),
    listFiles.title({ folder: evil, recursive: false }),
  ]) {
    expect(title).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(title.length).toBeLessThan(160)
    expect(title).toContain('x\\nAllow')
  }
})
