/**
 * What a whole question may ask for beside figures, tried in this order; the first pattern that fits wins, and its
 * named groups are the details. What fits none is read as a question over tables. Text comes without a final mark.
 */
export const intentPatterns: readonly { readonly intent: IntentName; readonly pattern: RegExp }[] = [
  { intent: 'greeting', pattern: /^(hi|hello|hey|good (morning|afternoon|evening)|thanks?|thank you)( there| all)?$/i },
  {
    intent: 'help',
    pattern:
      /^(help( me)?|what can (you|i) (do|ask)( here| you)?|how (do|does) (you|this|it) work|who are you|what are you)$/i,
  },
  {
    intent: 'origin',
    pattern:
      /^(but |and )?(why|how so|really|are you sure|how (did|do) you (get|know|find|compute|calculate|come to|work out|arrive at)( to)?( that| this| it| these| those)?( out| figures?| numbers?| results?| answers?)?|how was (that|this|it) (computed|calculated|worked out|made)|where (does|did|do) (that|this|it|these|they|those)( number| figure)?s? come from|show (me )?(the|your) (sql|query|work|working|workings|calculation))$/i,
  },
  {
    intent: 'save',
    pattern:
      /^(please )?(can you |could you )?(save|store|keep|write|export) (this|that|it|these|them|the (answer|answers|result|results|table|tables|report|conversation)|all of this|everything)( .*?)??( (as|to|in|into) (a |an |the |my )?(?<name>.+))?$/i,
  },
  {
    intent: 'save',
    pattern:
      /^(please )?((can|could) you |i (want|need|would like) )?((make|write|create|generate|produce|prepare|give|export|save)( me)? )?(a |an |the )?(?<name>((html|markdown|md|pdf|word) )?(report|write-?up)( (of|about|on|from|for|with|out of) (this|that|it|these|them|all|everything|(the|this|our|my) (answers?|results?|conversation|chat|tables?|charts?))( so far)?)?( (called|named) .+?)?( (as|in) (an? )?(html|markdown|md|pdf|word)( file| page)?)?)$/i,
  },
  {
    intent: 'files',
    pattern:
      /^(please )?(what|which|show|list|see)( me)?( all| the| my| of)*( data)? (files|documents|folders)( are| do)?( there| here| in (here|this folder|the folder|my folder|the workspace)| (you|we|i) (have|see))*$|^(what('s| is) (here|in (here|this folder|the folder|my folder|the workspace))|ls|dir|list files?)$/i,
  },
  {
    intent: 'describe',
    pattern:
      /^(please )?(can you )?(describe|profile|explain|tell me about|what('s| is| are)( there)? in|what is|show me what is in) (the |this |my )?(?<file>.*(table|file|data|sheet|workbook|\.\w+))$/i,
  },
  {
    intent: 'describe',
    pattern:
      /^(please )?(what|which|show|list)( me)?( are)?( all)?( the)? (columns|fields)( are| does| do)?( there)?( in| of)?( the| this| my)?( (?<file>.+?))?( have| has| contain)?$/i,
  },
  { intent: 'describe', pattern: /^(please )?(describe|profile) (the |this |my )?(?<file>.+)$/i },
]

export type IntentName = 'greeting' | 'origin' | 'help' | 'save' | 'files' | 'describe'
