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
    intent: 'save',
    pattern:
      /^(please )?(can you |could you )?(save|store|keep|write|export) (this|that|it|these|them|the (answer|answers|result|results|table|tables|report|conversation)|all of this|everything)( .*?)??( (as|to|in|into) (a |an |the |my )?(?<name>.+))?$/i,
  },
  {
    intent: 'files',
    pattern:
      /^(please )?(what|which|show|list|see)( me)?( all| the| my| of)*( data)? (files|documents|folders)( are| do)?( there| here| in (here|this folder|the folder|my folder|the workspace)| (you|we|i) (have|see))*$|^(what('s| is) (here|in (here|this folder|the folder|my folder|the workspace))|ls|dir|list files?)$/i,
  },
  {
    intent: 'search',
    pattern:
      /^(please )?(which|what) (files?|documents?|notes?) (mentions?|contains?|says?|includes?|talks? about|have|has) (the (word|text|phrase) )?(?<query>.+)$/i,
  },
  {
    intent: 'search',
    pattern:
      /^(please )?(can you )?(search|look|grep)( (?!for\b)(?<place>.+?))? for (the (word|text|phrase|words) )?(?<query>.+?)$/i,
  },
  {
    intent: 'search',
    pattern:
      /^(please )?(can you )?(find|search|grep) (all )?(mentions of |the (word|words|text|phrase) |text )(?<query>.+)$/i,
  },
  { intent: 'search', pattern: /^(please )?(find|search|grep) (?<query>["'“‘].+)$/i },
  { intent: 'search', pattern: /^where (is|are|does|do) (?<query>.+?) (mentioned|appear|appears|written|found)$/i },
  {
    intent: 'search',
    pattern:
      /^(please )?(find|search) (?<query>\S+( \S+)?)( in (?<place>.*(files?|folder|notes?|documents?|workspace)))?$/i,
  },
  {
    intent: 'document',
    pattern:
      /^(please )?(what|where) (does|do|did) (the |my )?(?<file>.+?) (say|tell( me| us)?|mention|write|state)( about| on| of)? (?<topic>.+)$/i,
  },
  { intent: 'document', pattern: /^(please )?what (does|do) (the |my )?(?<file>.+?) say$/i },
  { intent: 'document', pattern: /^(please )?(read|open|summari[sz]e|quote)( me)?( from)? (the |my )?(?<file>.+)$/i },
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

export type IntentName = 'greeting' | 'help' | 'save' | 'files' | 'search' | 'document' | 'describe'
