import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseOptions } from './parse-options.ts'

const surroundings = { cwd: path.resolve('/home/ada'), defaultDataDir: '/default' }

describe('parseOptions', () => {
  it('reads both folders, from where the app was started', () => {
    expect(parseOptions(['--workspace', 'reports', '--data-dir=../data'], surroundings)).toEqual({
      workspace: path.resolve('/home/ada/reports'),
      dataDir: path.resolve('/home/data'),
    })
  })

  it('passes over what belongs to Chromium or the system', () => {
    const args = ['--no-sandbox', '--remote-debugging-port=0', '-psn_0_1', 'file.csv', '--enable-features', 'x']
    expect(parseOptions(args, surroundings)).toEqual({ workspace: undefined, dataDir: '/default' })
  })

  it.each([
    ['--workspace needs a folder.', ['--workspace']],
    ['--workspace needs a folder.', ['--workspace=']],
    ['--workspace needs a folder.', ['--workspace', '--no-sandbox']],
    ['--data-dir needs a folder.', ['--data-dir', '--workspace', 'x']],
  ])('says %s', (sentence, args) => {
    expect(() => parseOptions(args, surroundings)).toThrow(sentence)
  })
})
