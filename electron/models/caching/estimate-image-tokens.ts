import type { ImageBlock } from '../../agent/ports.ts'
import { readImageSize } from '../image-size.ts'

/** A picture is scaled to this long edge before it is read. */
const longestEdge = 1568
const pixelsPerToken = 750

/**
 * About how many tokens a picture has: its pixels over 750 (docs.claude.com/en/docs/build-with-claude/vision). One whose
 * size cannot be read counts as the largest.
 */
export function estimateImageTokens({ format, base64 }: Pick<ImageBlock, 'format' | 'base64'>): number {
  const size = readImageSize({ format, base64 })
  if (size === undefined) return 1600
  const scale = Math.min(1, longestEdge / Math.max(size.width, size.height, 1))
  return Math.max(1, Math.ceil((size.width * scale * size.height * scale) / pixelsPerToken))
}
