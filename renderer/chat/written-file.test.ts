import { expect, it } from 'vitest'
import type { ToolCall } from '../../shared/run-events.ts'
import { writtenFile } from './written-file.ts'

const tool = (name: string, outcome: object, kind = 'done') =>
  ({ name, state: { kind, outcome } }) as unknown as ToolCall
const report = { path: 'output/a.html', sections: 1, charts: [], notes: [] }
const content = [{ type: 'json', value: report }]
const display = { kind: 'diff', path: 'b.md', before: null, after: '' }

it('is the file of a report, and the one a change shows', () => {
  expect(writtenFile(tool('write_report', { status: 'success', content }))).toBe('output/a.html')
  expect(writtenFile(tool('file_write', { status: 'success', content: [], display }))).toBe('b.md')
})

it('is none where nothing was written, or nothing is known of it', () => {
  expect(writtenFile(tool('write_report', { status: 'denied', content, display }))).toBeUndefined()
  expect(
    writtenFile(tool('write_report', { status: 'success', content: [{ type: 'json', value: 1 }] })),
  ).toBeUndefined()
  expect(writtenFile(tool('query_data', { status: 'success', content }))).toBeUndefined()
  expect(writtenFile(tool('file_write', {}, 'running'))).toBeUndefined()
})
