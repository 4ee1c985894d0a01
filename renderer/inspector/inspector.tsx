import { X } from 'lucide-react'
import { FilesPanel } from '../files/files-panel.tsx'
import { openInspector, setInspectorOpen, useUi } from '../state/ui.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { MetricsPanel } from '../metrics/metrics-panel.tsx'
import { ToolsPanel } from './tools-panel.tsx'

/** The panel beside the chat: what it costs, which files, which tools. */
export function Inspector() {
  const tab = useUi((state) => state.inspectorTab)
  return (
    <Tabs
      label="Inspector"
      value={tab}
      onChange={openInspector}
      tabs={[
        { value: 'metrics', label: 'Metrics', content: <MetricsPanel /> },
        { value: 'files', label: 'Files', content: <FilesPanel /> },
        { value: 'tools', label: 'Tools', content: <ToolsPanel /> },
      ]}
      trailing={
        <IconButton label="Close the inspector" size="small" onClick={() => setInspectorOpen(false)}>
          <X />
        </IconButton>
      }
    />
  )
}
