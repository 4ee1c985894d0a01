import { expect, it } from 'vitest'
import type { FileEntry } from '../../shared/tool-results.ts'
import { folderName } from '../ui/folder-name.ts'
import { sortEntries } from './sort-entries.ts'

const entry = (path: string, kind: FileEntry['kind'] = 'file'): FileEntry => ({ path, kind, bytes: 1, modified: '' })

it('puts folders first and sorts numbers by value', () => {
  const sorted = sortEntries([entry('part 10.csv'), entry('b', 'folder'), entry('Part 2.csv'), entry('a', 'folder')])
  expect(sorted.map(({ path }) => path)).toEqual(['a', 'b', 'Part 2.csv', 'part 10.csv'])
})

it('names a folder by its last part on every platform', () => {
  expect(['/home/me/data', '/home/me/data/', 'C:\\Users\\me', '/'].map(folderName)).toEqual(['data', 'data', 'me', '/'])
})
