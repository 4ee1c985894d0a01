import { canonicalJson } from '../../shared/canonical-json.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { Clock, RunSink, TurnConfiguration } from './ports.ts'

/** Whom to ask, call by call. */
type Configuration = {
  /** For the next model call: the configuration as it is now. */
  next(): Promise<TurnConfiguration>
  /** Who really answered. Another region or a stronger model that took over goes on, until the person says otherwise. */
  answeredBy(turn: TurnConfiguration): void
}

/** Reads the configuration before every call, and tells of what changed in it since the call before. */
export function followConfiguration(
  read: () => Promise<TurnConfiguration>,
  { clock, emit }: { readonly clock: Clock; readonly emit: RunSink },
): Configuration {
  let configured: TurnConfiguration | null = null
  let tookOver: TurnConfiguration | null = null
  return {
    async next() {
      const now = await read()
      const changed = configured === null ? [] : changedSettings(configured, now)
      if (changed.length > 0) {
        emit({ type: 'run-noted', note: { kind: 'settings-changed', changed: [...changed] }, at: clock.now() })
        tookOver = null
      }
      configured = now
      return tookOver ?? now
    },
    answeredBy(turn) {
      if (turn !== configured) tookOver = turn
    },
  }
}

/** Names of what differs: `model`, and the fields of the inference settings. */
function changedSettings(before: TurnConfiguration, now: TurnConfiguration): readonly string[] {
  const names = new Set([...Object.keys(before.inference), ...Object.keys(now.inference)]) as Set<
    keyof InferenceSettings
  >
  const changed = [...names].filter((name) => !isSame(before.inference[name], now.inference[name]))
  return before.modelInfo.id === now.modelInfo.id ? changed : ['model', ...changed]
}

/** Settings are plain values, short lists and one small object. */
function isSame(before: unknown, now: unknown): boolean {
  return canonicalJson(before) === canonicalJson(now)
}
