import { domainToASCII } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUrl } from './read-url.ts'

describe('readUrl', () => {
  it('takes an address apart and decodes what a server would', () => {
    expect(readUrl('https://user:p%40ss@api.example.com:8443/a%20b?to=me%26you&x=1#top')).toEqual({
      kind: 'url',
      scheme: 'https:',
      account: 'user:p@ss',
      host: 'api.example.com',
      hostInWords: undefined,
      port: '8443',
      path: '/a b',
      query: [
        { name: 'to', value: 'me&you' },
        { name: 'x', value: '1' },
      ],
      fragment: '#top',
    })
  })

  it('names the real host behind an account that looks like one', () => {
    expect(readUrl('https://bank.com@evil.example/login')).toMatchObject({ account: 'bank.com', host: 'evil.example' })
  })

  it('shows an international host both as it is sent and as it is drawn', () => {
    expect(readUrl('https://аpple.com/')).toMatchObject({ host: 'xn--pple-43d.com', hostInWords: 'аpple.com' })
    expect(readUrl('https://bücher.example/')).toMatchObject({
      host: 'xn--bcher-kva.example',
      hostInWords: 'bücher.example',
    })
  })

  it('keeps what it cannot decode as it is', () => {
    expect(readUrl('https://a.example/%E0%A4%A')).toMatchObject({ path: '/%E0%A4%A' })
    expect(readUrl('not an address')).toEqual({ kind: 'unreadable', text: 'not an address' })
  })

  it('agrees with the platform about every international name', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('абвгдежзикäöüßñçéλμπ日本語한국어ab0')),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(letters, (label) => {
        const host = domainToASCII(`${label}.example`)
        fc.pre(host !== '' && host.startsWith('xn--'))
        const read = readUrl(`https://${host}/`)
        expect(read.kind === 'url' && domainToASCII(read.hostInWords ?? '')).toBe(host)
        expect(read.kind === 'url' && read.hostInWords).not.toContain('xn--')
      }),
    )
  })
})
