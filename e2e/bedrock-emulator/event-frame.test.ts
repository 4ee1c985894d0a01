import { EventStreamCodec } from '@smithy/core/event-streams'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { errorFrame, eventFrame, exceptionFrame } from './event-frame.ts'

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
)

function smithyFrame(headers: Readonly<Record<string, string>>, body: string): Buffer {
  const typed = Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }] as const)
  return Buffer.from(codec.encode({ headers: Object.fromEntries(typed), body: Buffer.from(body) }))
}

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })

test('every event, exception and error is byte for byte what the SDK’s own encoder writes', () => {
  fc.assert(
    fc.property(name, fc.dictionary(fc.string(), fc.jsonValue()), (type, payload) => {
      const json = JSON.stringify(payload)
      const content = { ':content-type': 'application/json' }
      expect(eventFrame(type, payload)).toEqual(
        smithyFrame({ ':event-type': type, ...content, ':message-type': 'event' }, json),
      )
      expect(exceptionFrame(type, payload)).toEqual(
        smithyFrame({ ':exception-type': type, ...content, ':message-type': 'exception' }, json),
      )
      expect(errorFrame(type, json)).toEqual(
        smithyFrame({ ':error-code': type, ':error-message': json, ':message-type': 'error' }, ''),
      )
    }),
  )
})
