import { describe, expect, it } from 'vitest'
import { decodeEntities } from './decode-entities.ts'

describe('decodeEntities', () => {
  it('decodes named and numeric references', () => {
    expect(decodeEntities('R&amp;D &lt;b&gt; 5&nbsp;€ &#39;x&#39; &#x1F600;')).toBe("R&D <b> 5\u00a0€ 'x' 😀")
  })

  it('leaves what is no reference it knows', () => {
    expect(decodeEntities('AT&T &unknown; &valueOf; a & b; &')).toBe('AT&T &unknown; &valueOf; a & b; &')
  })

  it('decodes once only', () => {
    expect(decodeEntities('&amp;lt;')).toBe('&lt;')
  })

  it('replaces what is no character', () => {
    expect(decodeEntities('&#0;&#xD800;&#9999999;')).toBe('\ufffd\ufffd\ufffd')
  })
})
