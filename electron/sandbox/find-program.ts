import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** Where systems put their own programs. Not the person's PATH: a folder there may be writable by a command. */
const folders = ['/usr/bin', '/bin', '/usr/local/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin']

/** The absolute path of one of the system's programs, or undefined when it is not installed. */
export function findProgram(name: string): string | undefined {
  return folders.map((folder) => path.join(folder, name)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
