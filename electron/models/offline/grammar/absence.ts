/**
 * Ways to say that something has none of what another table holds; `word` is what it has none of, by its noun or by its
 * verb. What follows must be the end of the question.
 */
export const absenceWays: readonly RegExp[] = [
  // "customers without any orders", "with no orders", "who have no orders"
  /\b(?:(?:that|who|which) )?(?:(?:have|has|had) |with )?(?:no|zero|without)(?: any| a| an| a single)? (?<word>\p{L}+)\b/iu,
  // "who never ordered", "that were never ordered", "have not placed any orders"
  /\b(?:(?:that|who|which) )?(?:(?:have|has|had|do|does|did|were|was|are|is) )?(?:never|not)(?: (?:been|have|had|made|make|placed|place|got|get|given|received|receive|booked|paid))*(?: any| a| an| a single| one)? (?<word>\p{L}+)\b/iu,
  // "products nobody ordered", "that no one ordered"
  /\b(?:that )?(?:nobody|no one|no-one) (?:has |had |ever )*(?<word>\p{L}+)\b/iu,
]

/** What may follow: what the rows without any are split by. Anything else is a condition on what is not there. */
export const splitsWhat = /^\s*,?\s*(?:and )?(?:by|per|for each|in each|split by|grouped by)\b/i
