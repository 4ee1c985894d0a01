import type { CacheMiss } from '../../shared/prompt-cache.ts'

/** Why less was read from the cache than could have been, in one sentence. */
export function describeMiss(miss: CacheMiss): string {
  return sentences[miss]
}

const sentences: Readonly<Record<CacheMiss, string>> = {
  'first-call': 'Nothing like it was sent before, so it was written for the next time.',
  expired: 'The cached part had expired since the last call.',
  'tools-changed': 'The agent’s tools changed, and everything cached begins with them.',
  'system-changed': 'The agent’s instructions changed.',
  'model-changed': 'Another model or region answered; each has a cache of its own.',
  'settings-changed': 'The effort or thinking changed, which the cached messages depend on.',
  'images-changed': 'Pictures were added or left out, which the cached messages depend on.',
  'history-edited': 'Earlier messages are not what they were, for example after answering again.',
  'history-compacted': 'Earlier messages were summarised.',
  'below-minimum': 'The prompt is shorter than the least this model caches.',
  'too-many-blocks': 'More was added at once than the service looks back over.',
  'not-reported': 'The service did not say what it cached.',
  evicted: 'It should have been there, and the service no longer had it.',
  'switched-off': 'Caching is switched off for this conversation or agent.',
  'not-supported': 'This model offers no prompt cache.',
}
