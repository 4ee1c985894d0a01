import path from 'node:path'

/** Whether `target` is `folder` or below it. Both absolute and normalised; says nothing about symlinks. */
export function isInside(folder: string, target: string): boolean {
  const relative = path.relative(folder, target)
  // `..name` is a name, `..` and `../…` lead out; an absolute answer is another drive.
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative)
}
