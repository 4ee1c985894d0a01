import {
  Calculator,
  ChartColumn,
  Clock,
  FileChartColumn,
  FilePen,
  FileSearch,
  FileText,
  FolderOpen,
  Globe,
  ListChecks,
  Save,
  ScrollText,
  SquareTerminal,
  Table2,
  TableProperties,
  TextSearch,
  Wrench,
  type LucideIcon,
} from 'lucide-react'
import { createElement } from 'react'

/** A tool's picture. Tools without one of their own share a wrench. */
export function ToolIcon({ name }: { readonly name: string }) {
  return createElement(icons.get(name) ?? Wrench, { 'aria-hidden': true })
}

const icons: ReadonlyMap<string, LucideIcon> = new Map([
  ['list_files', FolderOpen],
  ['search_files', TextSearch],
  ['file_read', FileText],
  ['file_write', FilePen],
  ['editor', FilePen],
  ['save_file', Save],
  ['read_result', ScrollText],
  ['describe_data', TableProperties],
  ['query_data', Table2],
  ['chart', ChartColumn],
  ['write_report', FileChartColumn],
  ['read_document', FileSearch],
  ['describe_document', FileSearch],
  ['search_documents', TextSearch],
  ['http_request', Globe],
  ['shell', SquareTerminal],
  ['offer_choices', ListChecks],
  ['calculator', Calculator],
  ['current_time', Clock],
])
