import { constants } from 'node:fs'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { openVerified, type Admit } from './open-verified.ts'

/** A folder held open. On Linux its children are reached through the handle, whatever has since taken its name. */
export type OpenFolder = {
  /** A path that leads into this very folder; valid until `close`. */
  readonly at: string
  child(name: string): string
  /** Makes renames in it survive a power cut, where the system can. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** Opens a folder by its resolved path and asks `admit` about what was opened. The caller closes it. */
export async function openFolder(absolute: string, admit: Admit): Promise<OpenFolder> {
  if (process.platform === 'win32') {
    // Folders have no handle there that paths could go through; the resolved path is judged again instead.
    admit(await realpath(absolute))
    return { at: absolute, child: (name) => path.join(absolute, name), sync: async () => {}, close: async () => {} }
  }
  const handle = await openVerified(absolute, constants.O_RDONLY | constants.O_DIRECTORY, admit)
  const at = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : absolute
  return { at, child: (name) => `${at}/${name}`, sync: () => handle.sync(), close: () => handle.close() }
}
