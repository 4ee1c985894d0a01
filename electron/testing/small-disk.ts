import { execFileSync } from 'node:child_process'

export type SmallDisk =
  | { readonly kind: 'mounted'; unmount(): void }
  | { readonly kind: 'refused'; readonly reason: string }

/** Makes the folder a disk of its own with this much room; needs the right to mount. */
export function mountSmallDisk(folder: string, size: string): SmallDisk {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
    return { kind: 'mounted', unmount: () => void execFileSync('umount', [folder]) }
  } catch (error) {
    return {
      kind: 'refused',
      reason:
        String(error instanceof Error ? error.message : error)
          .split('\n')
          .at(-1) ?? '',
    }
  }
}
