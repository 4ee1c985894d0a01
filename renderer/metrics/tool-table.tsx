import { formatDuration } from '../ui/format.ts'
import type { ToolMetrics } from './tool-metrics.ts'

/** How often each tool ran, how long it took, and what of it went wrong. */
export function ToolTable({ tools }: { readonly tools: readonly ToolMetrics[] }) {
  return (
    <table className="w-full text-left text-xs">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="pb-1.5 font-medium">
            Tool
          </th>
          <th scope="col" className="pb-1.5 text-right font-medium">
            Calls
          </th>
          <th scope="col" className="pb-1.5 text-right font-medium">
            Time
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {tools.map((tool) => {
          const notes = notesOn(tool)
          return (
            <tr key={tool.name} className="border-t border-line align-top">
              <td className="py-1.5 pr-2">
                <span className="font-mono">{tool.name}</span>
                {notes.length > 0 && <p className="mt-0.5 text-muted">{notes.join(' · ')}</p>}
              </td>
              <td className="py-1.5 pl-3 text-right">{tool.calls}</td>
              <td className="py-1.5 pl-3 text-right whitespace-nowrap">
                {tool.unfinished === tool.calls ? '–' : formatDuration(tool.totalMs)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function notesOn(tool: ToolMetrics): readonly string[] {
  return [
    ...(tool.failures > 0 ? [`${tool.failures} failed`] : []),
    ...(tool.refusals > 0 ? [`${tool.refusals} not allowed`] : []),
    ...(tool.cancelled > 0 ? [`${tool.cancelled} cancelled`] : []),
    ...(tool.unfinished > 0 ? [`${tool.unfinished} unfinished`] : []),
    ...(tool.consentWaitMs > 0 ? [`waited ${formatDuration(tool.consentWaitMs)} for you`] : []),
  ]
}
