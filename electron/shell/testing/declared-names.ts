import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const declarations = readFileSync(
  path.join(path.dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
  'utf8',
)

/** The properties, methods and events that Electron's own type file declares on these classes or interfaces. */
export function declaredNames(...types: readonly string[]): { readonly members: string[]; readonly events: string[] } {
  const bodies = types.map(bodyOf)
  const all = (pattern: RegExp) => bodies.flatMap((body) => [...body.matchAll(pattern)].map((match) => match[1]!))
  return {
    members: all(/^ {4}(?:static )?(?:readonly )?(\w+)\??[:(<]/gm),
    events: all(/^ {4}on\(event: '([\w-]+)'/gm),
  }
}

function bodyOf(type: string): string {
  const start = declarations.search(new RegExp(`^  (?:class|interface) ${type}\\b`, 'm'))
  if (start === -1) throw new Error(`Electron declares no ${type}`)
  return declarations.slice(start, declarations.indexOf('\n  }\n', start))
}
