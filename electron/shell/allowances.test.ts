import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowNavigation } from './allow-navigation.ts'
import { allowPermission } from './allow-permission.ts'
import { allowRequest } from './allow-request.ts'

const elsewhere = fc.string().map((rest) => `https://${rest}`)

describe('allowNavigation', () => {
  it('lets the page reload and change its fragment, and go nowhere else', () => {
    expect(allowNavigation('app://bedrock-analyst/index.html')).toBe(true)
    expect(allowNavigation('app://bedrock-analyst/index.html#conversation=conv_1')).toBe(true)
    for (const url of [
      'app://bedrock-analyst/other.html',
      'app://bedrock-analyst/index.html.evil',
      'https://x.example/',
    ])
      expect(allowNavigation(url)).toBe(false)
    fc.assert(fc.property(elsewhere, (url) => !allowNavigation(url)))
  })
})

describe('allowPermission', () => {
  it('lets our page write the clipboard, and nobody do anything else', () => {
    expect(allowPermission('clipboard-sanitized-write', 'app://bedrock-analyst')).toBe(true)
    expect(allowPermission('clipboard-sanitized-write', 'app://bedrock-analyst.example/')).toBe(false)
    expect(allowPermission('clipboard-sanitized-write', '')).toBe(false)
    fc.assert(
      fc.property(fc.string(), (permission) => {
        fc.pre(permission !== 'clipboard-sanitized-write')
        expect(allowPermission(permission, 'app://bedrock-analyst/')).toBe(false)
      }),
    )
  })
})

describe('allowRequest', () => {
  it('lets the page load itself and what it made', () => {
    for (const url of ['app://bedrock-analyst/a.js', 'blob:app://bedrock-analyst/1-2', 'data:image/png;base64,AA'])
      expect(allowRequest(url, { hasDevTools: false })).toBe(true)
  })

  it('lets nothing else be loaded', () => {
    const foreign = [
      'app://bedrock-analyst.example/',
      'blob:https://x.example/1',
      'file:///etc/passwd',
      'wss://x.example',
      '',
    ]
    for (const url of foreign) expect(allowRequest(url, { hasDevTools: true })).toBe(false)
    fc.assert(fc.property(elsewhere, (url) => !allowRequest(url, { hasDevTools: true })))
  })

  it('knows developer tools only where there are any', () => {
    expect(allowRequest('devtools://devtools/bundled/x.js', { hasDevTools: true })).toBe(true)
    expect(allowRequest('devtools://devtools/bundled/x.js', { hasDevTools: false })).toBe(false)
  })
})
