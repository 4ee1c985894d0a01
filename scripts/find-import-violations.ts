import path from 'node:path'
import type { ImportRule } from './import-rules.ts'

export type SourceFile = { readonly path: string; readonly source: string }
export type Violation = { readonly file: string; readonly imported: string; readonly reason: string }

/** Files that check others: they may use any real part, and nothing that ships may import them. */
const isTestFile = (file: string) => /\.(test|fixture|test-server)\.tsx?$|\/(testing|fakes)(\/|\.ts$)/.test(file)

/** Every import that the rules do not allow. Paths are relative to the project's root, with `/`. */
export function findImportViolations(files: readonly SourceFile[], rules: readonly ImportRule[]): Violation[] {
  return files
    .filter((file) => !isTestFile(file.path))
    .flatMap((file) => {
      const rule = ruleOf(file.path, rules)
      return importsOf(file).flatMap((found) => {
        const reason = rule === undefined ? 'no rule covers this file' : refuse(found, file.path, rule)
        return reason === null ? [] : [{ file: file.path, imported: found.target, reason }]
      })
    })
}

type Import = { readonly target: string; readonly isTypeOnly: boolean; readonly isOurs: boolean }

function importsOf({ path: file, source }: SourceFile): Import[] {
  const statements = source.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)
  return [
    ...[...statements].map(([, type, target]) => describe(file, target!, type !== undefined)),
    ...[...dynamic].map(([, target]) => describe(file, target!, false)),
  ]
}

function describe(file: string, target: string, isTypeOnly: boolean): Import {
  const isOurs = target.startsWith('.')
  return { target: isOurs ? path.posix.join(path.posix.dirname(file), target) : target, isTypeOnly, isOurs }
}

function ruleOf(file: string, rules: readonly ImportRule[]): ImportRule | undefined {
  return rules.filter((rule) => isUnder(rule.folder, file)).sort((a, b) => b.folder.length - a.folder.length)[0]
}

function refuse({ target, isTypeOnly, isOurs }: Import, file: string, rule: ImportRule): string | null {
  if (!isOurs && target.endsWith('.css')) return null
  if (isOurs && isTestFile(target)) return 'what ships may not import what tests'
  if (isOurs && isUnder(rule.folder, target)) return null
  // A file with a rule of its own still lives in its folder.
  if (isOurs && rule.folder === file && isUnder(path.posix.dirname(file), target) && file.startsWith('shared/'))
    return null
  const allows = rule.may.some((allowed) => {
    const [name, needsType] = allowed.startsWith('types:') ? [allowed.slice('types:'.length), true] : [allowed, false]
    return (!needsType || isTypeOnly) && matches(name, target, isOurs)
  })
  return allows ? null : `${rule.folder} may import only: ${rule.may.join(', ') || 'itself'}`
}

function matches(allowed: string, target: string, isOurs: boolean): boolean {
  if (isOurs) return isUnder(allowed, target)
  if (allowed === 'node') return target.startsWith('node:')
  return target === allowed || target.startsWith(`${allowed}/`)
}

function isUnder(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`)
}
