/**
 * What a conversation or a table may be asked to be saved as, by the words for it and by the ending of a file's name.
 * `report` is written; what cannot be says what can.
 */
export const saveFormats: readonly SaveFormat[] = [
  { kind: 'report', format: 'html', words: ['html', 'web page', 'webpage', 'page'], endings: ['html', 'htm'] },
  { kind: 'report', format: 'markdown', words: ['markdown', 'md', 'text'], endings: ['md', 'markdown', 'txt'] },
  { kind: 'table', label: 'CSV', words: ['csv', 'tsv'], endings: ['csv', 'tsv'] },
  { kind: 'table', label: 'Excel', words: ['excel', 'xlsx', 'spreadsheet', 'workbook'], endings: ['xlsx', 'xls'] },
  { kind: 'other', label: 'PDF', words: ['pdf'], endings: ['pdf'] },
  { kind: 'other', label: 'Word', words: ['word', 'docx'], endings: ['docx', 'doc', 'odt', 'rtf'] },
  { kind: 'other', label: 'PowerPoint', words: ['powerpoint', 'pptx', 'slides', 'presentation'], endings: ['pptx'] },
]

export type SaveFormat =
  | { readonly kind: 'report'; readonly format: 'html' | 'markdown'; readonly words: Words; readonly endings: Words }
  | { readonly kind: 'table' | 'other'; readonly label: string; readonly words: Words; readonly endings: Words }
type Words = readonly string[]

/** What a report is called beside its format. */
export const reportNouns: Words = ['report', 'file', 'document', 'write-up', 'writeup']
