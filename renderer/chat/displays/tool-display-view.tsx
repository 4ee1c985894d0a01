import type { RunId } from '../../../shared/ids.ts'
import type { ToolDisplay } from '../../../shared/tool-results.ts'
import { CodeBox } from '../../ui/code-box.tsx'
import { DiffView } from '../../ui/diff-view.tsx'
import { ChartDisplay } from './chart-display.tsx'
import { ChoicesDisplay } from './choices-display.tsx'
import { CommandDisplay } from './command-display.tsx'
import { MarkdownDisplay } from './markdown-display.tsx'
import { TableDisplay } from './table-display.tsx'

/** A tool's result in the form that fits it. */
export function ToolDisplayView({ runId, display }: { readonly runId: RunId; readonly display: ToolDisplay }) {
  switch (display.kind) {
    case 'table':
      // A table worked out again is another table, from its first page on.
      return <TableDisplay key={display.tableId} display={display} />
    case 'chart':
      return <ChartDisplay display={display} />
    case 'diff':
      return <DiffView path={display.path} before={display.before} after={display.after} />
    case 'command':
      return <CommandDisplay display={display} />
    case 'text':
      return display.language === 'markdown' ? (
        <MarkdownDisplay text={display.text} />
      ) : (
        <CodeBox label="Result" text={display.text} />
      )
    case 'choices':
      return <ChoicesDisplay runId={runId} display={display} />
  }
}
