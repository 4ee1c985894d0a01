import { describe, expect, it } from 'vitest'
import { saveError } from './save-error.ts'

describe('saveError', () => {
  it('tells a full disk from a folder that may not be written', () => {
    expect(saveError(Object.assign(new Error(), { code: 'ENOSPC' }), '/a').code).toBe('DISK_FULL')
    expect(saveError(Object.assign(new Error(), { code: 'EACCES' }), '/a\n').message).toBe(
      '“/a\\n” could not be saved there (EACCES).',
    )
  })
})
