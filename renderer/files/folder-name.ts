/** The last part of a path of any platform; the whole of it for a root. */
export function folderName(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? path
}
