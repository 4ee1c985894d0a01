/**
 * Puts text between one of these tags, for a model to read as a quotation. A tag inside it is made harmless: a page or
 * file that is quoted could else close its part and pass its own words off as another one.
 */
export function quoteBetween<Tag extends string>(tags: readonly Tag[]): (tag: Tag, text: string) => string {
  const anyTag = new RegExp(`<(?=[\\s/]*(?:${tags.join('|')}))`, 'gi')
  return (tag, text) => `<${tag}>\n${text.replaceAll(anyTag, '‹')}\n</${tag}>`
}
