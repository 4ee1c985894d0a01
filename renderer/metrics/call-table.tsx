import type { ModelCall } from '../../shared/run-events.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { CallRow } from './call-row.tsx'

/** The model calls of one turn, and what the prompt cache did in each. A row unfolds to how that came about. */
export function CallTable({ calls }: { readonly calls: readonly ModelCall[] }) {
  return (
    <ScrollArea label="Model calls of the last turn" className="-mx-1 px-1 pb-1">
      <table className="w-full text-left text-xs">
        <thead className="text-muted">
          <tr>
            {columns.map((name, at) => (
              <th
                key={name}
                scope="col"
                className={at === 0 ? 'pb-1.5 font-medium' : 'pb-1.5 pl-2 text-right font-medium'}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {calls.map((call, at) => (
          // Calls are only ever added at the end.
          <CallRow key={at} call={call} number={at + 1} columns={columns.length} />
        ))}
      </table>
    </ScrollArea>
  )
}

const columns = ['Call', 'Input', 'Read', 'Write', 'Hit', 'Saved'] as const
