import { describe, expect, it } from 'vitest'
import { composerBlock } from './composer-block.ts'

const sendable = {
  connection: 'connected',
  draft: { text: 'hello', attachments: [] },
  isChoiceKnown: true,
  isAnswering: false,
  modelProblem: undefined,
} as const

describe('composerBlock', () => {
  it('lets a written message go', () => {
    expect(composerBlock(sendable)).toBeUndefined()
    expect(composerBlock({ ...sendable, connection: 'connecting' })).toBeUndefined()
  })

  it('holds back an empty one without words for it', () => {
    expect(composerBlock({ ...sendable, draft: { text: ' \n', attachments: [] } })).toBe('')
  })

  it('says what stands in the way', () => {
    const adding = { key: 1, name: 'a.csv', kind: 'adding' } as const
    const refused = {
      key: 2,
      name: 'b.exe',
      kind: 'refused',
      error: { code: 'INTERNAL', message: '', retryable: false },
    } as const
    expect(composerBlock({ ...sendable, connection: 'lost' })).toMatch(/connection/)
    expect(composerBlock({ ...sendable, isAnswering: true })).toMatch(/when the answer is done/)
    expect(composerBlock({ ...sendable, modelProblem: 'No model.' })).toBe('No model.')
    expect(composerBlock({ ...sendable, draft: { text: 'x', attachments: [adding] } })).toMatch(/a\.csv/)
    expect(composerBlock({ ...sendable, draft: { text: 'x', attachments: [refused] } })).toMatch(/b\.exe/)
  })
})
