import { checkFields, isCount, isFlag, isOneOf, isPositive, isRecordOf } from './check-fields.ts'
import { credentialKinds } from './emulator-state.ts'
import type { EmulatorSettings } from './emulator-state.ts'

/** Settings to change, from JSON. Throws ControlError. */
export function parseSettings(value: unknown): Partial<EmulatorSettings> {
  checkFields(value, 'A settings object', {
    optional: {
      credentials: isOneOf(credentialKinds),
      firstTokenDelayMs: isCount,
      perDeltaDelayMs: isCount,
      connectionDelayMs: isCount,
      tlsDelayMs: isCount,
      regionLatencyMs: isRecordOf(isCount),
      credentialsDelayMs: isCount,
      tokensPerMinute: isRecordOf(isPositive),
      reportsCache: isFlag,
    },
  })
  return value as Partial<EmulatorSettings>
}
