import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { explainStartFailure } from './explain-start-failure.ts'

const codeOf = (code: string) => {
  const explained = explainStartFailure(Object.assign(new Error(code), { code }), '/data')
  return explained instanceof AppError ? explained.code : undefined
}

test('what the system says about the data folder becomes a sentence that names it', async () => {
  expect(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOENT'].map(codeOf)).toEqual([
    'DISK_FULL',
    'DISK_FULL',
    'FILE_UNREADABLE',
    'FILE_UNREADABLE',
    'FILE_UNREADABLE',
    'FILE_UNREADABLE',
  ])
  const folder = await mkdtemp(path.join(tmpdir(), 'bedrock-analyst-start-'))
  const file = path.join(folder, 'taken')
  await writeFile(file, '')
  const error: unknown = await mkdir(path.join(file, 'data'), { recursive: true }).catch((reason: unknown) => reason)
  await rm(folder, { recursive: true })
  expect(explainStartFailure(error, file)).toMatchObject({
    code: 'FILE_UNREADABLE',
    message: expect.stringContaining(file),
    hint: expect.stringContaining('--data-dir'),
  })
})

test('what has a sentence already, and what nobody foresaw, stay as they are', () => {
  const known = new AppError('ALREADY_RUNNING', 'Another copy.')
  const unforeseen = new TypeError('undefined is not a function')
  expect(explainStartFailure(known, '/data')).toBe(known)
  expect(explainStartFailure(unforeseen, '/data')).toBe(unforeseen)
})
