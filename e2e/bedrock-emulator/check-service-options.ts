import type { ConverseRequest } from './converse-request.ts'
import type { EmulatedModel } from './emulated-model.ts'
import { isRecord } from './read-converse-request.ts'
import { refuse, refuseConstraint } from './refuse.ts'

/** What decides how the service runs a request, as the answer tells it back. */
export interface ServiceOptions {
  readonly performanceConfig?: { readonly latency: 'standard' | 'optimized' }
  readonly serviceTier?: { readonly type: string }
}

export interface CalledModel {
  /** Undefined behind an application profile, where nothing is known to be missing. */
  readonly model: EmulatedModel | undefined
  /** As called. */
  readonly modelId: string
}

/** Throws for an option that does not exist or that this model lacks; gives back those that were asked for. */
export function checkServiceOptions(request: ConverseRequest, called: CalledModel): ServiceOptions {
  checkResponsePaths(request.additionalModelResponseFieldPaths)
  const latency = isRecord(request.performanceConfig) ? request.performanceConfig['latency'] : undefined
  const tier = isRecord(request.serviceTier) ? request.serviceTier['type'] : undefined
  return {
    ...(latency === undefined ? {} : { performanceConfig: { latency: checkLatency(latency, called) } }),
    ...(tier === undefined ? {} : { serviceTier: { type: checkTier(tier, called) } }),
  }
}

function checkLatency(latency: unknown, { model, modelId }: CalledModel): 'standard' | 'optimized' {
  if (latency !== 'standard' && latency !== 'optimized') {
    const constraint = 'Member must satisfy enum value set: [optimized, standard]'
    refuseConstraint(`'${String(latency)}'`, 'performanceConfig.latency', constraint)
  }
  if (latency === 'optimized' && model !== undefined) {
    const isOffered = model.limits.optimizedIn.some((geography) => modelId.includes(`${geography}.${model.id}`))
    if (!isOffered) refuse(`Latency performance configuration is not supported for ${modelId}.`)
  }
  return latency
}

const tiers = ['default', 'priority', 'flex', 'reserved']

function checkTier(tier: unknown, { model }: CalledModel): string {
  if (typeof tier !== 'string' || !tiers.includes(tier)) refuse('service tier provided is invalid')
  // The account has reserved nothing.
  if (tier === 'reserved') refuse('Reservation not found.')
  if (tier !== 'default' && model !== undefined && !model.limits.serviceTiers.includes(tier)) {
    refuse(`The service tier ${tier} is not supported for the model with the specified model ID.`)
  }
  return tier
}

const jsonPointer = /^(\/([^~/]|~[01])*)+$/

/** Paths into the model's own answer; one that finds nothing is passed over. */
function checkResponsePaths(paths: unknown): void {
  if (paths === undefined) return
  const areValid = Array.isArray(paths) && paths.every((path) => typeof path === 'string' && jsonPointer.test(path))
  if (!areValid) refuse('The value at additionalModelResponseFieldPaths must be a list of JSON pointers.')
}
