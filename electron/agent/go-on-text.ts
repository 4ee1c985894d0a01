/** Asks a model to finish an answer that ended before its end. It is part of stored conversations: keep its bytes. */
export const goOnText = 'Continue exactly where you stopped, without repeating anything.'
