import path from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { visibleName } from '../../shared/visible-name.ts'
import { isInside } from './is-inside.ts'

/**
 * Where a path asked for stands inside the workspace: relative, normalised, `''` for the workspace itself.
 *
 * Judges the words only; what the path leads to on disk is checked after resolving and again after opening.
 * `roots` are the workspace as opened and with symlinks resolved: an absolute path may start with either.
 * Throws `PATH_OUTSIDE_WORKSPACE`. Percent signs and other encodings are letters of a name, never decoded.
 */
export function placePath(asked: string, roots: readonly string[]): string {
  const native = process.platform === 'win32' ? asked.replaceAll('/', '\\') : asked
  if (asked.includes('\0') || climbsOut(asked)) throw outside(asked)
  if (!path.isAbsolute(native)) return inside(path.normalize(native), asked)
  const normal = path.resolve(native)
  const root = roots.find((candidate) => isInside(candidate, normal))
  if (root === undefined) throw outside(asked)
  return inside(path.relative(root, normal), asked)
}

function inside(relative: string, asked: string): string {
  const trimmed = relative.replace(/[\\/]+$/, (tail) => (process.platform === 'win32' ? '' : tail.replaceAll('/', '')))
  // `C:name` is relative to another drive's current folder.
  if (path.isAbsolute(trimmed) || (process.platform === 'win32' && /^[a-z]:/i.test(trimmed))) throw outside(asked)
  return trimmed === '.' ? '' : trimmed
}

/** Counts `\` as a separator everywhere, so that `..\..\x` is refused here and not written for a Windows machine to find. */
function climbsOut(asked: string): boolean {
  let depth = 0
  for (const segment of asked.split(/[\\/]/)) {
    if (segment === '..') depth--
    else if (segment !== '' && segment !== '.') depth++
    if (depth < 0) return true
  }
  return false
}

/** The refusal for any path that leads out, in words for the agent and the person. */
export function outside(asked: string): AppError {
  return new AppError('PATH_OUTSIDE_WORKSPACE', `“${visibleName(asked)}” is outside the opened folder.`, {
    hint: 'Use a path inside the opened folder, or ask the person to open the folder that holds it.',
  })
}
