import type { ModelId } from '../../../shared/ids.ts'
import type { ModelInfo } from '../../../shared/models.ts'

/** How the picker names what answers without any model. It claims no more than it does. */
export const offlineAnalyst: ModelInfo = {
  id: 'offline:analyst' as ModelId,
  provider: 'offline',
  endpointModelId: 'analyst',
  label: 'Offline analyst',
  description: 'No AI and no network: exact answers about your files, from questions it understands.',
  accepts: { tools: true, images: false, temperature: false, topP: false, reasoning: 'none' },
  price: 'free',
}
