import type { RequestDocument } from '../converse-request.ts'
import { refuse, refuseAsModel, refuseConstraint } from '../refuse.ts'
import { cacheTtls } from './model-caching.ts'
import type { CacheTtl, ModelCaching } from './model-caching.ts'
import type { CachePoint, Prompt, PromptBlock } from './prompt.ts'

const maxPoints = 4

/**
 * Throws the service's ValidationException for points that are malformed, misplaced, too many, or asked of a model that
 * lacks them. `caching` is undefined for a model without a prompt cache.
 */
export function checkCachePoints({ points, blocks }: Prompt, caching: ModelCaching | undefined): void {
  points.forEach(checkValues)
  if (points.length === 0) return
  if (caching === undefined) {
    refuse(
      'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
    )
  }
  points.forEach((point, index) => {
    checkSupport(point, caching)
    if (point.isFirst || points[index - 1]?.position === point.position) {
      refuse('There is nothing available to cache. Please remove the invalid cache point and try again.')
    }
    // The service fails to put such a document into the provider's form, and says so in the provider's words.
    const isAfterText = isTextDocument(blocks[point.position - 1])
    if (isAfterText && !caching.takesPointAfterText) refuseAsModel(`${point.place}.type: Field required`)
  })
  if (points.length > maxPoints) {
    refuseAsModel(`A maximum of ${maxPoints} blocks with cache_control may be provided. Found ${points.length}.`)
  }
  checkTtlOrder(points)
}

/** Five minutes unless the point says otherwise. Its value is one of the two once checkCachePoints has passed it. */
export function ttlOf({ point }: CachePoint): CacheTtl {
  return point.ttl === '1h' ? '1h' : '5m'
}

function checkValues({ point, place }: CachePoint): void {
  if (point.type !== 'default') {
    refuseConstraint(spell(point.type), `${place}.cachePoint.type`, 'Member must satisfy enum value set: [default]')
  }
  if (point.ttl !== undefined && !cacheTtls.includes(point.ttl as CacheTtl)) {
    refuseConstraint(spell(point.ttl), `${place}.cachePoint.ttl`, 'Member must satisfy enum value set: [1h, 5m]')
  }
}

function spell(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : 'null'
}

function checkSupport(point: CachePoint, { sections, ttls }: ModelCaching): void {
  if (!sections.includes(point.section)) {
    const [section, index] = point.place.split('.')
    const path = section === 'tools' ? `#/toolConfig/tools/${index}` : `#/${point.place.replaceAll('.', '/')}`
    refuseAsModel(
      `Malformed input request: ${path}: extraneous key [cachePoint] is not permitted, please reformat your input and try again.`,
    )
  }
  if (!ttls.includes(ttlOf(point))) {
    refuseAsModel(`${point.place}.cache_control.ttl: a ttl of '1h' is not supported for this model.`)
  }
}

function isTextDocument(block: PromptBlock | undefined): boolean {
  const { document } = (block?.content ?? {}) as { readonly document?: RequestDocument }
  return document !== undefined && document.format !== 'pdf'
}

function checkTtlOrder(points: readonly CachePoint[]): void {
  const firstShort = points.findIndex((point) => ttlOf(point) === '5m')
  const late = points.find((point, index) => ttlOf(point) === '1h' && firstShort !== -1 && index > firstShort)
  if (late === undefined) return
  refuseAsModel(
    `${late.place}.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`,
  )
}
