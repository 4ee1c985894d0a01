import type { ModelInfo } from '../../../shared/models.ts'
import { bedrockCatalog, catalogRank, findModel } from '../catalog.ts'

/**
 * The same model as it is called from a region, with that region's price: under the same name where the region has it,
 * else through the nearest profile the region has of it.
 *
 * @returns Undefined when the region has none of the model, and for models the catalog does not know: an ARN belongs to
 * one region, and of an unknown name nobody can tell.
 */
export function modelInRegion(endpointModelId: string, region: string): ModelInfo | undefined {
  if (endpointModelId.startsWith('arn:')) return undefined
  const known = findModel(endpointModelId, region)
  if (known === undefined) return undefined
  const offered = bedrockCatalog(region)
  if (offered.some((model) => model.endpointModelId === endpointModelId)) return known
  const rank = catalogRank(endpointModelId)
  return offered.find((model) => catalogRank(model.endpointModelId) === rank)
}
