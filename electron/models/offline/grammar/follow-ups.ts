/** What a question that goes on from the last answer begins with, and what is left without it: "and by month" → "by month". */
export const followUpLead: RegExp =
  /^((and|but|so|ok|okay|now|then|also|or|well|yes|no|please|can you|could you|(and )?what (about|if it (is|was))|(and )?how about|just|only|instead|show( me)?( only| just)?( it| that| this| them)?|give me|make (it|that|this)( into)?|do (it|that|this)|turn (it|that|this) into|(now )?(split|group|break) (it|that|this|them)( up| down)?|(and )?the same( thing)?( but)?|same( thing)?( but)?|but only)\b[\s,:;-]*)+/i

export const followUpEnd: RegExp = /([\s,]+(instead|too|as well|again|please|then|now|only|though|for me))+$/i

/** "leave out Asia": what a follow-up may begin with instead of "without". */
export const leavingOut: RegExp =
  /^((leave|leaving|take|taking|keep|keeping) out|drop|skip|ignore|omit|exclude)( the)? /i

/** Words that mean what was answered before: a question with one of them is never read by itself. */
export const pointsBack: RegExp =
  /\b(of|among|amongst|from|in|for|with) (those|these|them|it|that)\b(?! \p{L})|\bof which\b|^(the )?same\b|^(plot|chart|graph|draw|visuali[sz]e) (it|that|this|them|those|these)\b/iu

/** "the same for …", with what it is for. */
export const sameFor: RegExp =
  /^(and |now )?(do )?(the )?same( thing| question)?,? (but )?(for|with|in|on|over|from) (?<place>.+)$/i

/** Which of several offered readings is meant. */
export const ordinals: readonly RegExp[] = [
  /^((the )?(first|1st)( one| option| reading)?|(option |number |no\.? )?(1|one))$/i,
  /^((the )?(second|2nd)( one| option| reading)?|(option |number |no\.? )?(2|two))$/i,
  /^((the )?(third|3rd)( one| option| reading)?|(option |number |no\.? )?(3|three))$/i,
  /^((the )?(fourth|4th|last)( one| option| reading)?|(option |number |no\.? )?(4|four))$/i,
]

/** Asks for the table behind a chart. */
export const asTable: RegExp = /^(as|in) (a )?(table|figures|numbers)$/i

/** A question of more words than this says all it means by itself. */
export const longestFollowUp = 6
