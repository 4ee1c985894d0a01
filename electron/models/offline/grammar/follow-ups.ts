/** What a question that goes on from the last answer begins with, and what is left without it: "and by month" → "by month". */
export const followUpLead: RegExp =
  /^((and|but|so|ok|okay|now|then|also|or|well|yes|no|sorry|great|hm+|please|can you|could you|(can|could|may) (i|we) (see|have|get)( it| that| this| them| those)?|(and )?what (about|if it (is|was))|(and )?how about|just|only|instead of (the )?\p{L}+(?=,)|instead|show( me)?( only| just)?( it| that| this| them)?|give me|make (it|that|this)( into)?|do (it|that|this)|(turn|change|switch) (it|that|this)( in)?to|switch to|(restrict|limit|filter|narrow) (it|that|this|them)( down)?( to| by| on)?|(keep|count|take) only|(now )?(split|group|break) (it|that|this|them)( up| down)?|(and )?(the )?same( again| thing| question| figures?| numbers?| ranking| list| chart)?( but)?|but only)\b[\s,:;–-]*)+/iu

export const followUpEnd: RegExp =
  /([\s,]+(((for|in|of|on) the|(?<=,\s*)(the )?)same \p{L}+|instead|too|as well|again|please|then|now|only|alone|though|for me|in addition|on top|this time))+$/iu

/** An end that says of a question that it changes another. */
export const changingEnd: RegExp = /[\s,]+(instead|too|as well|this time|in addition)$/i

/** Says that the new split comes beside the one before, and not in its place. */
export const addsToSplit: RegExp = /\b(too|also|as well|in addition|additionally|on top|within (that|those|each))\b/i

/** "leave out Asia": what a follow-up may begin with instead of "without". */
export const leavingOut: RegExp =
  /^((leave|leaving|take|taking|keep|keeping) out|drop|dropping|skip|skipping|ignore|ignoring|omit|omitting|exclude)( the)? /i

/** Words that mean what was answered before: a question with one of them is never read by itself. */
export const pointsBack: RegExp =
  /\b(of|among|amongst|from|in|for|with) (those|these|them|it|that)\b(?! \p{L})|\b(of|among|amongst) (those|them)\b|\b(of|among|amongst) these (?!(?!(?:is|was|has|does)\b)\p{L}+s\b)|\bof which\b|^(the )?same\b|^(plot|chart|graph|draw|visuali[sz]e) (it|that|this|them|those|these)\b/iu

/** Speaks of what was found before, with nothing before it that could be meant: "and what did they cost on average". */
export const speaksOfThem: RegExp =
  /^(and |but |so |ok |now )*(what|how|when|which|who)?(['’]s| is| are| was| were| did| do| does| much| many| old| long| often| about)* ?(the )?(total |average |mean |median |highest |lowest |biggest |smallest |maximum |minimum )*(of )?(their|they|them|theirs)\b/i

/** "the same for …", with what it is for. */
export const sameFor: RegExp =
  /^((and|now|ok|then|please)[, ]+)*(do )?(the )?(same|likewise)( thing| question| figures?| numbers?| ranking| list| chart| again)?,? (but )?(for|with|in|on|over|from) (?<place>.+)$/i

/** May speak of what was found before: "how many is that", "when was the last one". A whole question comes after it. */
export const mayPointBack: RegExp =
  /\b(is|was|are|were|does|did) (that|those|they|these|it)( (in total|altogether|together|in all))?$|\b(the \p{L}+|which) ones?\b|^(and )?(which|who|what|where)( is| was| has| had| are| were)? (the )?((most|least) \p{L}+|most|least|best|worst|\p{L}{3,}est)$/iu

/** "and how many are there in total": of all rows, whatever was asked of before. */
export const countsAll: RegExp =
  /\b(in total|altogether|overall|in all|are there|were there|is there|do we have|have we got|exist|all)\b/i

/** All that the answer before left out. */
export const theOthers: RegExp =
  /^(of |for |in |with )?((all )?(the |of the )?(others?|other ones|rest|remaining ones|remainder)|everyone else|everybody else|everything else|anyone else|elsewhere)$/i

/** What part of the whole the answer before is: "what percentage is that", "as a share of all orders". */
export const asShare: RegExp =
  /^((what|which|how (much|many))(['’]s| is| are| was| were)? ?)?((that|it|this|those|these|they) )?((as|in) )?(an? |the )?(percentage|percent|per cent|%|share|fraction|proportion)( terms)?( of (all|everything|the (total|whole|lot)|them all|all (of them|\p{L}+)))?( (is|are|was|were|do|does|did) (that|it|this|those|these|they)( (make|come to|make up|amount to))?)?$/iu

/** Asks what those that were counted come to: "what do they add up to", "how much is that in all", "and in total?". */
export const inAll: RegExp =
  /^(?:what (?:do|does|did) (?:they|these|those|it|that|them) (?:all )?(?:add up|come|amount|sum up) to|(?:and )?how much (?:money )?(?:is|was|are|were|does|do) (?:that|it|this|they|those|these)(?: all)?(?: worth| come to| add up to| amount to| make)?|what (?:is|are|was|were) (?:that|it|they|those|these) worth|(?:what is |what's )?(?:the|their) total(?: (?:of|for) (?:them|those|these|that|it))?)?(?:^| )?(?:in total|in all|altogether|all together|all told|in money)?$/i

/** The stretch of time before or after the one that was asked for. */
export const otherPeriod: RegExp =
  /^(?:(?:for|in|of|over|during) )?(?:the )?(?:(?:(?<unit>year|quarter|month|week|day) (?<side>before|earlier|prior|after|later)(?: that)?)|(?:(?<lead>previous|preceding|prior|following|next) (?<other>year|quarter|month|week|day)))$/i

/** Asks for the date of the extreme that was found. */
export const whenWasIt: RegExp =
  /^(?:when|on (?:what|which) (?:day|date)|(?:what|which) (?:day|date|year|month))(?: exactly)? (?:was|is|did) (?:that|it|this)(?: happen| occur)?$/i

/** "against 2022", "compare that with Asia": beside what was asked before, each by itself. */
export const besideIt: RegExp =
  /^(?:(?:and )?how (?:does|do|did|is|was) (?:that|it|this|they) (?:compare|comparing)(?: to| with)?|versus|vs\.?|against|as against|as opposed to|(?:and )?compared? (?:it |that |this |them )?(?:to|with|against)|put (?:it|that|them) (?:beside|next to)) (?<other>.+)$/i

/** Rows without a value of what was split by are left out. */
export const withoutBlanks: RegExp =
  /^without( the| any)? (blanks?|blank (ones|values|rows|entries)|empty (ones|values|rows|cells)|empties|missing (ones|values)|nulls?|gaps|unknowns?|unknown ones)$/i

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
