/** What somebody needs figures for: "for my **homework**". Nothing that rows of a table are likely to be. */
const purposes =
  'homework|assignment|essay|thesis|dissertation|project|paper|presentation|talk|slides|slide|deck|speech|class|course|lecture|seminar|report|summary|newsletter|article|story|piece|blog|post|column|podcast|meeting|briefing|call|board|boss|manager|chef|client|accountant|teacher|professor|supervisor|editor|newsroom|colleagues?|team|wife|husband|mum|mom|dad|friend|friends|records?|books|notes|files|taxes|tax return|budget|planning|interest|curiosity|bet|quiz|exam|test'

/**
 * Clauses that tell of the person who asks, at the beginning or the end of a question. Each leaves out what wishes for
 * something: "I only want the cancelled ones" says which rows count. What they hold is still looked up.
 */
export const asides: readonly RegExp[] = [
  new RegExp(
    `^(?:this is |it['’]s |it is |just |and )?(?:for|preparing|working on|writing) (?:my|our|a|an|the|his|her|their|some) (?:[\\p{L}-]+ ){0,3}(?:${purposes})\\b(?: [\\p{L}-]+){0,3}\\s*[,:;.!–-]\\s*`,
    'iu',
  ),
  /^(?:i|i['’](?:m|ve|d|ll)|we|we['’](?:re|ve|d|ll)|my|our|as (?:an?|the)|being (?:an?|the)|it['’]s|this is|speaking as)\b(?!.*\b(?:(?:want|need)\b(?! (?:it|this|that|help|to know)\b)|only|except|without|not counting|just the|looking for|interested)\b.*[,:;.!–-]\s)[^:;.!?–]*?(?:[:;.!–]|,(?= (?:so|and so|give|show|tell|list|how|what|which|who|when|where|can|could|please)\b)| -)\s+(?:so |and so |but |and )?/iu,
  new RegExp(
    `[,.;:–-]*\\s+(?:i need (?:it|this|that) |it['’]s |this is |that['’]s )?for (?:my|our|a|an|the|his|her) (?:[\\p{L}-]+ ){0,2}(?:${purposes})\\s*$`,
    'iu',
  ),
  /[,.;:–-]+\s*(?:i need (?:it|this|that)\b|my \p{L}+ (?:asked|asks|wants|needs|is asking)\b|i was asked\b|asking for)[^.?!:;]*$/iu,
]
