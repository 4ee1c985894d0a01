import type { CacheChange, CacheEffect } from '../../shared/cache-effect.ts'
import { mergeInference, type InferenceSettings } from '../../shared/inference.ts'
import { describeCacheEffect } from './describe-cache-effect.ts'
import type { ControlName } from './inference-controls.ts'

export type CacheNote = { readonly words: string; readonly isLoss: boolean }

/**
 * What changing one setting would do to the prompt cache, said before it is changed; `undefined` when nothing is cached.
 * `usual` is what holds where the conversation says nothing, the region included.
 */
export function cacheNoteOf(
  name: ControlName,
  { usual, own }: { readonly usual: InferenceSettings; readonly own: InferenceSettings },
  effectOf: (change: CacheChange) => CacheEffect,
): CacheNote | undefined {
  const from = mergeInference(usual, own)
  const effect = effectOf({ kind: 'inference', from, to: { ...from, ...otherValue(name, from, usual) } })
  const words = describeCacheEffect(effect)
  if (words === undefined) return undefined
  const isLoss = effect.kind === 'lost'
  const only = isLoss ? onlyLoss(name, from) : undefined
  return { words: only === undefined ? words : `${only}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`, isLoss }
}

/** The one value that loses the cache, of a setting whose others keep it. */
function onlyLoss(name: ControlName, { temperature }: InferenceSettings): string | undefined {
  if (name === 'caching') return 'Off'
  return name === 'temperature' && temperature !== undefined ? 'Left empty' : undefined
}

/** Another value of a setting: one that loses the cache, if any does. */
function otherValue(name: ControlName, settings: InferenceSettings, usual: InferenceSettings): InferenceSettings {
  switch (name) {
    case 'effort':
      return { effort: settings.effort === 'low' ? 'high' : 'low' }
    case 'region':
      return { region: 'another' }
    case 'caching':
      return { caching: 'off' }
    case 'temperature':
      // Whether there is one decides about thinking; which one it is makes no difference.
      return { temperature: settings.temperature === undefined ? 1 : usual.temperature }
    default:
      return {}
  }
}
