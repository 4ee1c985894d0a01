/** Which operation a request calls, with what its path says, decoded. */
export type OperationCall =
  | { readonly operation: 'Converse'; readonly modelId: string }
  | { readonly operation: 'ConverseStream'; readonly modelId: string }
  | { readonly operation: 'CountTokens'; readonly modelId: string }
  | { readonly operation: 'ApplyGuardrail'; readonly guardrailId: string; readonly guardrailVersion: string }
  | { readonly operation: 'ListFoundationModels' | 'ListInferenceProfiles' | 'ListGuardrails' }

/** Undefined for a path or method the emulator does not serve. */
export function routeOperation(method: string, { pathname }: URL): OperationCall | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(pathname) : null
    if (match === null) continue
    const parts = match.slice(1).map(decode)
    const [first = '', second = ''] = parts
    return parts.includes(undefined) ? undefined : route.call(first, second)
  }
  return undefined
}

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  /** Takes the parts of the path that the expression captures. */
  readonly call: (first: string, second: string) => OperationCall
}

const routes: readonly Route[] = [
  {
    method: 'POST',
    path: /^\/model\/([^/]+)\/converse$/,
    call: (modelId) => ({ operation: 'Converse', modelId }),
  },
  {
    method: 'POST',
    path: /^\/model\/([^/]+)\/converse-stream$/,
    call: (modelId) => ({ operation: 'ConverseStream', modelId }),
  },
  {
    method: 'POST',
    path: /^\/model\/([^/]+)\/count-tokens$/,
    call: (modelId) => ({ operation: 'CountTokens', modelId }),
  },
  {
    method: 'POST',
    path: /^\/guardrail\/([^/]+)\/version\/([^/]+)\/apply$/,
    call: (guardrailId, guardrailVersion) => ({ operation: 'ApplyGuardrail', guardrailId, guardrailVersion }),
  },
  { method: 'GET', path: /^\/foundation-models$/, call: () => ({ operation: 'ListFoundationModels' }) },
  { method: 'GET', path: /^\/inference-profiles$/, call: () => ({ operation: 'ListInferenceProfiles' }) },
  { method: 'GET', path: /^\/guardrails$/, call: () => ({ operation: 'ListGuardrails' }) },
]

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    // A stray percent sign: the path names nothing.
    return undefined
  }
}
