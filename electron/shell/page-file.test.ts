import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageFile } from './page-file.ts'

const root = path.resolve('/srv/page')

describe('pageFile', () => {
  it.each([
    ['app://bedrock-analyst/', 'index.html', 'text/html; charset=utf-8'],
    ['app://bedrock-analyst/index.html#conversation=1', 'index.html', 'text/html; charset=utf-8'],
    ['app://bedrock-analyst/assets/a%20b.js?x', 'assets/a b.js', 'text/javascript; charset=utf-8'],
  ])('serves %s', (url, file, type) => {
    expect(pageFile(url, root)).toEqual({ file: path.join(root, file), type })
  })

  it.each([
    'app://bedrock-analyst/..%2f..%2fetc%2fx.json',
    'app://bedrock-analyst/%2e%2e/page-of-others/index.html',
    'app://bedrock-analyst/..%5c..%5cwindows.js',
    'app://bedrock-analyst/c:/windows/x.js',
    'app://bedrock-analyst/x%00.js',
    'app://bedrock-analyst/%zz.js',
    'app://bedrock-analyst/unknown.exe',
    'app://elsewhere/index.html',
    'https://bedrock-analyst/index.html',
    'not an address',
  ])('serves nothing for %s', (url) => {
    const found = pageFile(url, root)
    // `%2e%2e` is a plain `..` to every address parser: it is gone before we see it.
    expect(found === null || found.file.startsWith(root + path.sep)).toBe(true)
    if (!url.includes('%2e')) expect(found).toBeNull()
  })

  it('never leads out of the page’s folder', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '%2e%2e', '..%2f', '%2f', '\\', '%5c', '//', 'a', 'x.js'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const found = pageFile(`app://bedrock-analyst/${parts.join('/')}/x.js`, root)
        expect(found === null || found.file.startsWith(root + path.sep)).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
