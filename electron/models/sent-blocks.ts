import type { ModelContentBlock } from '../agent/ports.ts'
import type { ModelInfo } from '../../shared/models.ts'

/**
 * Whether a block goes to a model of Bedrock at all. Blank text is refused by the service; thinking goes back to the
 * model that thought it and to no other, since its signature is bound to it.
 */
export function isSent(block: ModelContentBlock, model: ModelInfo): boolean {
  switch (block.type) {
    case 'text':
      return block.text.trim() !== ''
    case 'reasoning':
      return block.modelId === model.id && (block.redacted !== undefined || block.signature !== undefined)
    case 'attachment':
    case 'image':
    case 'tool-use':
    case 'tool-result':
      return true
  }
}
