import { expect, test } from 'vitest'
import { parseAskOptions } from './ask-options.ts'

const parse = (...args: readonly string[]) => parseAskOptions(args, '/home/me')

test('reads paths from where the caller stands, and every option', () => {
  const options = ['--workspace', 'files', '--data-dir', '/data', '--agent', 'general', '--model', 'offline:analyst']
  expect(parse(...options, '--json', '--allow', 'shell', '--allow', 'file_write:a b.md', 'How much?')).toEqual({
    question: 'How much?',
    workspace: '/home/me/files',
    dataDir: '/data',
    agentId: 'general',
    modelId: 'offline:analyst',
    isJson: true,
    allow: ['shell', 'file_write:a b.md'],
  })
  expect(parse('--help')).toBe('help')
})

test.each([
  [['--workspace', 'files'], 'The question is missing.'],
  [['--workspace', 'files', '  '], 'The question is missing.'],
  [['--workspace', 'files', 'two', 'words'], 'Put the question in quotes: it must be one argument.'],
  [['How much?'], '--workspace is missing.'],
  [['--workspace', 'files', '--bogus', 'How much?'], "Unknown option '--bogus'"],
])('refuses %j and says what is wrong', (args, message) => {
  expect(() => parse(...args)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }))
  expect(() => parse(...args)).toThrow(message)
})
