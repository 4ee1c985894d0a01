import { offerChoices } from './conversation/offer-choices.ts'
import { chart } from './data/chart.ts'
import { describeData } from './data/describe-data.ts'
import { queryData } from './data/query-data.ts'
import { saveChart } from './data/save-chart.ts'
import { describeDocument } from './documents/describe-document.ts'
import { readDocument } from './documents/read-document.ts'
import { searchDocuments } from './documents/search-documents.ts'
import { editor } from './files/editor.ts'
import { fileRead } from './files/file-read.ts'
import { fileWrite } from './files/file-write.ts'
import { listFiles } from './files/list-files.ts'
import { readResult } from './files/read-result.ts'
import { saveFile } from './files/save-file.ts'
import { searchFiles } from './files/search-files.ts'
import { writeReport } from './reports/write-report.ts'
import { calculator } from './system/calculator.ts'
import { currentTime } from './system/current-time.ts'
import { shell } from './system/shell.ts'
import type { ToolDefinition } from './tool.ts'
import { httpRequest } from './web/http-request.ts'

/** Every tool there is. A new one is a file in its family's folder and a line here. */
export const allTools: readonly ToolDefinition[] = [
  calculator,
  chart,
  currentTime,
  describeData,
  describeDocument,
  editor,
  fileRead,
  fileWrite,
  httpRequest,
  listFiles,
  offerChoices,
  queryData,
  readDocument,
  readResult,
  saveChart,
  saveFile,
  searchDocuments,
  searchFiles,
  shell,
  writeReport,
]
