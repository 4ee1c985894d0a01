import type { Operation } from './fault.ts'

/** Which operation a request calls. `modelId` is decoded. */
export type OperationCall =
  | { readonly operation: 'Converse' | 'ConverseStream'; readonly modelId: string }
  | { readonly operation: Exclude<Operation, 'Converse' | 'ConverseStream'> }

/** Undefined for a path or method the emulator does not serve. */
export function routeOperation(method: string, url: URL): OperationCall | undefined {
  if (method === 'GET' && url.pathname === '/foundation-models') return { operation: 'ListFoundationModels' }
  if (method === 'GET' && url.pathname === '/inference-profiles') return { operation: 'ListInferenceProfiles' }
  const [, encodedModelId, action] = /^\/model\/([^/]+)\/(converse|converse-stream)$/.exec(url.pathname) ?? []
  if (method !== 'POST' || encodedModelId === undefined) return undefined
  const operation = action === 'converse' ? 'Converse' : 'ConverseStream'
  const modelId = decode(encodedModelId)
  return modelId === undefined ? undefined : { operation, modelId }
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // A stray percent sign: the path names nothing.
    return undefined
  }
}
