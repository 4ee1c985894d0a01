import type { TableProfile } from '../../shared/tool-results.ts'
import { createFileScope } from '../sandbox/create-file-scope.ts'
import type { Snapshots } from '../sandbox/snapshots.ts'
import type { DataCallOptions, DataEngine } from '../tools/data/data-engine.ts'

/** What is in the data files of the opened folder, for the person. */
export type Profiles = {
  /**
   * Throws what the file scope says of a path outside the folder or protected, what the data engine says of a file it
   * cannot read, and `CANCELLED`.
   */
  read(path: string, options: DataCallOptions): Promise<TableProfile>
}

export function createProfiles(deps: {
  readonly workspace: () => string | null
  readonly dataDir: string
  readonly snapshots: Snapshots
  readonly data: Pick<DataEngine, 'describe'>
}): Profiles {
  const { workspace, dataDir, snapshots, data } = deps
  return {
    async read(path, options) {
      const scope = createFileScope({ workspace: workspace(), attachmentsDir: null, dataDir, snapshots })
      const { shown, absolute } = await scope.resolve(path, 'reading')
      return data.describe({ name: shown, absolute }, options)
    },
  }
}
