import type { Config, Spec } from 'vega'
import type { JsonValue } from '../../../shared/schema.ts'

/** A specification that can be drawn here, and whether its width may follow the page's. */
type PreparedSpec = { readonly spec: Spec; readonly isFluid: boolean }

/**
 * Puts the page's theme over a chart's own. undefined when the value is no specification at all.
 *
 * The theme wins over the tool's config: that was made for a picture on white.
 */
export function prepareSpec(value: JsonValue, theme: Config): PreparedSpec | undefined {
  if (!isRecord(value) || !Array.isArray(value['marks'])) return undefined
  const isFluid = typeof value['width'] === 'number'
  const own = isRecord(value['config']) ? value['config'] : {}
  const spec = {
    ...value,
    background: 'transparent',
    config: merge(own, theme as unknown as { readonly [key: string]: JsonValue }),
    ...(isFluid ? { autosize: { type: 'fit-x', contains: 'padding' } } : {}),
  }
  return { spec: spec as unknown as Spec, isFluid }
}

type JsonRecord = { readonly [key: string]: JsonValue }

function merge(under: JsonRecord, over: JsonRecord): JsonRecord {
  const merged: Record<string, JsonValue> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    merged[key] = isRecord(value) && isRecord(below) ? merge(below, value) : value
  }
  return merged
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
