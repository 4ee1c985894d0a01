import type { ComponentType } from 'react'
import type { CacheChange, CacheEffect } from '../../shared/cache-effect.ts'
import type { InferenceSettings } from '../../shared/inference.ts'
import type { ModelInfo } from '../../shared/models.ts'
import { cacheNoteOf, type CacheNote } from './cache-note.ts'
import { ChoiceSetting } from './choice-setting.tsx'
import { GuardrailSetting } from './guardrail-setting.tsx'
import type { ControlName } from './inference-controls.ts'
import { NumberSetting } from './number-setting.tsx'
import { RegionSetting } from './region-setting.tsx'
import { StopSequencesSetting } from './stop-sequences-setting.tsx'
import { cachingWords, effortWords, latencyWords, serviceTierWords, unsetWords } from './unset-words.ts'
import type { SetInference } from './use-inference.ts'

/** The control of one setting, with what holds while it is not set and what changing it would do to the prompt cache. */
export function InferenceControl({
  name,
  isHalf,
  model,
  inference,
  agents,
  usualRegion,
  effectOf,
  set,
}: {
  readonly name: ControlName
  /** Shares its line with another one. */
  readonly isHalf: boolean
  readonly model: ModelInfo
  /** Of this conversation. */
  readonly inference: InferenceSettings
  /** What holds where the conversation says nothing. */
  readonly agents: InferenceSettings
  readonly usualRegion: string | undefined
  readonly effectOf: (change: CacheChange) => CacheEffect
  readonly set: SetInference
}) {
  const usual = usualRegion === undefined ? agents : { region: usualRegion, ...agents }
  const note = cacheNoteOf(name, { usual, own: inference }, effectOf)
  const Control = controls[name]
  return (
    <div className={isHalf ? undefined : 'col-span-2'}>
      <Control
        model={model}
        inference={inference}
        shared={{ unsetWords: unsetWords(name, agents, usualRegion), cacheNote: note }}
        set={set}
      />
    </div>
  )
}

type ControlProps = {
  readonly model: ModelInfo
  readonly inference: InferenceSettings
  readonly shared: { readonly unsetWords: string; readonly cacheNote: CacheNote | undefined }
  readonly set: SetInference
}

const controls: Readonly<Record<ControlName, ComponentType<ControlProps>>> = {
  temperature: ({ model, inference, shared, set }) => (
    <NumberSetting
      label="Temperature"
      value={inference.temperature}
      // Converse takes 0 to 1 (API reference, InferenceConfiguration); OpenAI's protocol goes to 2.
      range={{ least: 0, most: model.provider === 'openai' ? 2 : 1, isWhole: false }}
      onChange={(value) => set('temperature', value)}
      {...shared}
    />
  ),
  topP: ({ inference, shared, set }) => (
    <NumberSetting
      label="Top P"
      value={inference.topP}
      range={{ least: 0, most: 1, isWhole: false }}
      onChange={(value) => set('topP', value)}
      {...shared}
    />
  ),
  maxTokens: ({ model, inference, shared, set }) => (
    <NumberSetting
      label="Longest answer, in tokens"
      value={inference.maxTokens}
      range={{ least: 1, most: model.maxOutputTokens ?? 1_000_000, isWhole: true }}
      {...(model.provider === 'openai' ? {} : { hint: 'Also what each request reserves of your account’s quota.' })}
      onChange={(value) => set('maxTokens', value)}
      {...shared}
    />
  ),
  effort: ({ model, inference, shared, set }) => (
    <ChoiceSetting
      label="Effort"
      value={inference.effort}
      options={(model.accepts.efforts ?? []).map((value) => ({ value, label: effortWords[value] }))}
      onChange={(value) => set('effort', value)}
      {...shared}
    />
  ),
  stopSequences: ({ inference, shared, set }) => (
    <StopSequencesSetting
      value={inference.stopSequences}
      onChange={(value) => set('stopSequences', value)}
      {...shared}
    />
  ),
  caching: ({ model, inference, shared, set }) => (
    <ChoiceSetting
      label="Prompt cache"
      value={inference.caching}
      options={(['auto', ...(model.caching?.lifetimes ?? (['5m', '1h'] as const)), 'off'] as const).map((value) => ({
        value,
        label: cachingWords[value],
        description: cachingMeanings[value],
      }))}
      onChange={(value) => set('caching', value)}
      {...shared}
    />
  ),
  region: ({ inference, shared, set }) => (
    <RegionSetting value={inference.region} onChange={(value) => set('region', value)} {...shared} />
  ),
  guardrail: ({ inference, shared, set }) => (
    <GuardrailSetting value={inference.guardrail} onChange={(value) => set('guardrail', value)} {...shared} />
  ),
  serviceTier: ({ model, inference, shared, set }) => (
    <ChoiceSetting
      label="Service tier"
      value={inference.serviceTier}
      options={(['default', ...(model.accepts.serviceTiers ?? [])] as const).map((value) => ({
        value,
        label: serviceTierWords[value],
        description: serviceTierMeanings[value],
      }))}
      onChange={(value) => set('serviceTier', value)}
      {...shared}
    />
  ),
  latency: ({ inference, shared, set }) => (
    <ChoiceSetting
      label="Latency"
      value={inference.latency}
      options={[
        { value: 'standard', label: latencyWords.standard },
        { value: 'optimized', label: latencyWords.optimized, description: 'Faster answers, at a higher price.' },
      ]}
      onChange={(value) => set('latency', value)}
      {...shared}
    />
  ),
}

const cachingMeanings = {
  auto: 'Five minutes or an hour, whichever costs less at this conversation’s pace.',
  '5m': 'Cheaper to write; for quick back and forth.',
  '1h': 'Dearer to write; survives a longer pause.',
  off: 'Every request pays for its whole prompt.',
} as const

const serviceTierMeanings = {
  default: 'The usual speed and price.',
  priority: 'Served first, at a higher price.',
  flex: 'Cheaper, and may wait.',
} as const
