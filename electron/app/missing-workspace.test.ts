import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { missingWorkspace } from './missing-workspace.ts'

test('tells of a folder that is gone or became a file, and of nothing else', async () => {
  expect(await missingWorkspace(null)).toBeUndefined()
  expect(await missingWorkspace(tmpdir())).toBeUndefined()
  for (const gone of [path.join(tmpdir(), 'bedrock-analyst-no-such-folder'), import.meta.filename])
    expect(await missingWorkspace(gone)).toMatchObject({
      code: 'FILE_NOT_FOUND',
      message: `The folder that was open last time is gone: ${gone}.`,
    })
})
