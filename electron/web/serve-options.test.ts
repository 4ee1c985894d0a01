import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseServeOptions } from './serve-options.ts'

test('reads paths from where the caller stands', () => {
  const args = ['--port', '8080', '--workspace', 'files', '--data-dir', '../data', '--no-open']
  expect(parseServeOptions(args, '/home/me')).toEqual({
    port: 8080,
    workspace: '/home/me/files',
    dataDir: '/home/data',
    opensBrowser: false,
  })
  expect(parseServeOptions([], '/home/me')).toEqual({
    port: 0,
    workspace: undefined,
    dataDir: undefined,
    opensBrowser: true,
  })
})

test('takes ports that exist and nothing else', () => {
  const portOf = (text: string) => parseServeOptions([`--port=${text}`], '/').port
  fc.assert(fc.property(fc.nat(65_535), (port) => portOf(String(port)) === port))
  for (const text of ['65536', '99999', '-1', 'abc', '80.5', '1e3', '', ' '])
    expect(() => portOf(text)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }))
})

test('names an option it does not know', () => {
  expect(() => parseServeOptions(['--bogus'], '/')).toThrow('--bogus')
})
