/** Words for documents that name none of them: alone they mean all there are. */
export const anyDocumentWords: readonly string[] =
  `the my our your all of these those this that any every each here there in file document page folder workspace
   everything anything text it them`.split(/\s+/)

/** Words for documents of a kind, by the endings of their names; used when no document's own name fits. */
export const documentKinds: Readonly<Record<string, readonly string[]>> = {
  pdf: ['pdf'],
  word: ['docx', 'docm'],
  slide: ['pptx', 'pptm'],
  deck: ['pptx', 'pptm'],
  presentation: ['pptx', 'pptm'],
  powerpoint: ['pptx', 'pptm'],
  webpage: ['html', 'htm'],
  html: ['html', 'htm'],
  markdown: ['md', 'markdown'],
  note: ['md', 'markdown', 'txt', 'text'],
}
