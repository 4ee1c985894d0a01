import { describe, expect, it } from 'vitest'
import { stripAnsi } from './strip-ansi.ts'

describe('stripAnsi', () => {
  it('removes colours and keeps the words', () => {
    expect(stripAnsi('\u001b[1;31merror\u001b[0m: \u001b[38;2;1;2;3mx\u001b[m\u001b[K\r\n')).toBe('error: x\n')
  })

  it('leaves codes that move or hide to be seen', () => {
    expect(stripAnsi('a\u001b[2Jb\u001b]0;title\u0007c\rd')).toBe('a\u001b[2Jb\u001b]0;title\u0007c\rd')
  })
})
