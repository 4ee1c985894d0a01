import type { Route } from './route.ts'

export type FoundRoute =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  /** The path exists with these methods only. */
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' }

/** Which route answers a request. Parts of a path are decoded one by one: `%2F` never makes a part into two. */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.path, path)
    return params === undefined ? [] : [{ route, params }]
  })
  const found = matches.find(({ route }) => route.method === method)
  if (found !== undefined) return { kind: 'found', ...found }
  if (matches.length === 0) return { kind: 'unknown' }
  return { kind: 'other-method', allowed: matches.map(({ route }) => route.method) }
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const parts = path.split('/')
  const wanted = pattern.split('/')
  if (parts.length !== wanted.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of wanted.entries()) {
    const part = decodePart(parts[index] ?? '')
    if (part === undefined) return undefined
    if (name.startsWith('{')) params[name.slice(1, -1)] = part
    else if (name !== part) return undefined
  }
  return params
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
