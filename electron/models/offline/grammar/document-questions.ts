/**
 * What may be asked about documents. Tried in this order; the first pattern that fits wins. Its named groups say what
 * is asked: `place` which documents, `topic` about what, `count` how many sentences, `part` which page or slide. Text
 * comes without a final mark and without "please" or "can you". To add a way of asking, add a line and a row to the
 * tests of `documents/read-document-question.ts`.
 */
export const documentPatterns: readonly { readonly ask: DocumentAsk; readonly pattern: RegExp }[] = [
  {
    ask: 'summary',
    pattern:
      /^in (?<count>\w+) (sentences?|points|lines),? (summari[sz]e|sum up|what (does|do)|describe) (?<place>.+?)( say)?$/i,
  },
  {
    ask: 'summary',
    pattern:
      /^(summari[sz]e|tl;?dr:?|digest|condense)( of| for me)? (?<place>.+?)( in (?<count>\w+) (sentences?|points|lines))?$/i,
  },
  {
    ask: 'summary',
    pattern:
      /^((give|show|write|make|tell)( me)? )?((a|an|the|its) )?((short|brief|quick) )?((?<count>\w+)[ -]sentence )?(summary|gist|digest|(key|main) points|essence|abstract) (of|from|in) (?<place>.+?)( in (?<more>\w+) (sentences?|points|lines))?$/i,
  },
  {
    ask: 'summary',
    pattern: /^what (is|are) (the |its )?((short|brief) )?(summary|gist|(key|main) points?|essence) of (?<place>.+)$/i,
  },
  {
    ask: 'summary',
    pattern:
      /^what(['’]s| is| are) (?<place>\S*\.\w+|(the|this|my) (document|text|paper|letter|report|contract|presentation)) about$/i,
  },
  { ask: 'summary', pattern: /^sum up (?<place>.*\.(pdf|docx|pptx|html?|md|txt))$/i },

  {
    ask: 'outline',
    pattern:
      /^((show|list|give|make|what (is|are)|print)( me)? )?(all )?(of )?(the |its |a |an )?(list of )?(headings|headlines|outline|table of contents|toc|chapters|sections|section titles|slide titles|titles of the slides|structure) (of|in|from|for) (?<place>.+)$/i,
  },
  { ask: 'outline', pattern: /^outline (?<place>.+)$/i },
  {
    ask: 'outline',
    pattern:
      /^(what|which) (headings|chapters|sections) (are( there)? in|does|do|has|have) (?<place>.+?)( have| contain)?$/i,
  },
  { ask: 'outline', pattern: /^how (is|are) (?<place>.+?) (structured|organi[sz]ed)$/i },

  {
    ask: 'tables',
    pattern:
      /^((show|list|what are|find)( me)? )?(all )?(the )?tables (in|of|from) (?<place>.*(\.(pdf|docx|docm|pptx|pptm|html?|md|markdown)|document|report|contract|presentation))$/i,
  },
  {
    ask: 'tables',
    pattern:
      /^(what|which|how many) tables (are( there)? in|does|has) (?<place>.*?(\.(pdf|docx|docm|pptx|pptm|html?|md|markdown)|document|report|contract|presentation))( have| contain)?$/i,
  },

  {
    ask: 'part',
    pattern:
      /^((read|show|open|quote|give|print)( me)?|what(['’]s| is)( written)? on|what does) (the )?(page|slide|sheet|section) (?<part>\d+)( of| in| from) (?<place>.+?)( say)?$/i,
  },

  {
    ask: 'topic',
    pattern:
      /^what (?<place>(the|my|our|this|that|these) .+?|\S+\.\w+) (says?|tells?|states?|writes?|has to say|have to say) (about|on|of|regarding|concerning) (?<topic>.+)$/i,
  },
  {
    ask: 'which',
    pattern:
      /^((in|on) )?(which|what) (of )?(the |my |our |these )?(?<place>documents?|files?|notes?|pdfs?|slides|presentations?|reports?|contracts?|pages?) ((mentions?|contains?|says?|includes?|talks? about|speaks? of|discuss(es)?|covers?|ha(ve|s)|refers? to|deals? with|(is|are) about|say something about) |(is|are|do|does) (?=.+ (mentioned|discussed|appear|occur)$))(anything (about|on) |something (about|on) |(the )?(words?|text|phrase|term) )?(?<topic>.+?)( mentioned| discussed| appear| occur)?$/i,
  },
  {
    ask: 'which',
    pattern:
      /^(list|show|find|give)( me)? (all )?(of )?(the |my |our )?(?<place>documents|files|notes|pdfs|slides|presentations|reports|contracts|pages) ((that|which) )?(mention|contain|say|include|talk about|speak of|discuss|cover|refer to|deal with|are about|about|mentioning|containing|with the (words?|text|phrase|term)) (?<topic>.+)$/i,
  },

  {
    ask: 'topic',
    pattern:
      /^what (does|do|did) (?<place>.+?) (say|tell( me| us)?|mention|write|state|report|explain|recommend|contain|have to say)( anything)? (about|on|of|regarding|concerning|for) (?<topic>.+)$/i,
  },
  { ask: 'topic', pattern: /^what (does|do|did) (?<place>.+?) (mention|state|recommend) (?<topic>.+)$/i },
  {
    ask: 'topic',
    pattern:
      /^what (is|was|are|were) (said|written|stated|mentioned|there)( in (?<place>.+?))? (about|on|regarding|concerning) (?<topic>.+?)( in (?<where>[^"“”]+))?$/i,
  },
  {
    ask: 'topic',
    pattern:
      /^((find|show|quote|read|give|cite|look up|get)( me)? )(all |every |each )?(the |any )?(exact )?(parts?|passages?|sections?|paragraphs?|sentences?|places?|quotes?|mentions?|lines|text|bits?) (on|about|of|for|regarding|mentioning|(that|which) mentions?|(that|which) says?|where .+? mentions?) (?<topic>.+?)( (in|from|of|inside|within) (?<place>[^"“”]+))?$/i,
  },
  {
    ask: 'topic',
    pattern: /^quote (?<place>.+?) (on|about|regarding) (?<topic>.+)$/i,
  },
  {
    ask: 'topic',
    pattern: /^(search|look( in| through| into)?|grep|scan|check) (?!for\b)(?<place>.+?) for (?<topic>.+)$/i,
  },
  {
    ask: 'whether',
    pattern:
      /^(does|do|did) (?<place>.+?) (say (anything|something) (about|on)|mention|talk about|discuss|cover|contain|include|refer to|say something about|speak of|deal with|have (anything|something) (on|about)) (anything (about|on) |(the )?(words?|text|phrase|term) )?(?<topic>.+)$/i,
  },
  {
    ask: 'whether',
    pattern:
      /^is there (anything|something|a (mention|passage|section|word|part)) (about|of|on|regarding) (?<topic>.+?)( (in|inside|within) (?<place>[^"“”]+))?$/i,
  },
  {
    ask: 'whether',
    pattern: /^(is|are) (?<topic>.+?) (mentioned|discussed|covered|described)( anywhere)?( (in|by) (?<place>.+))?$/i,
  },
  {
    ask: 'find',
    pattern:
      /^where (is|are|does|do|did) (?<topic>.+?) (mentioned|discussed|described|explained|defined|appear|appears|occur|written( about)?|found|covered|come up|talked about)( (in|inside|within) (?<place>[^"“”]+))?$/i,
  },
  {
    ask: 'topic',
    pattern:
      /^where (does|do|did) (?<place>.+?) (say|mention|talk about|write about|discuss|state|describe|explain)( something about| anything about| about)? (?<topic>.+)$/i,
  },
  { ask: 'find', pattern: /^(anything|something) (about|on|regarding) (?<topic>.+?)( in (?<place>[^"“”]+))?$/i },
  {
    ask: 'find',
    pattern:
      /^(find|search( for)?|look for|locate|grep( for)?|look up) (all |every )?(the )?(mentions of |words? |text |phrase |term )?(?<topic>["“„].+?["”“])( (in|inside|within|across) (?<place>.+))?$/i,
  },
  {
    ask: 'find',
    pattern:
      /^(find|search( for)?|look for|locate|grep( for)?|look up) (all |every )?(the )?(mentions of |words? |text |phrase |term )?(?<topic>.+?) (in|inside|within|across) (?<place>(the |my |our |all |all the |all of the |every |this |these |here)*([^"“”]*\.(pdf|docx|docm|pptx|pptm|html?|md|markdown|txt|text|log)|files?|folders?|notes?|documents?|pdfs?|slides|presentations?|workspace|text|contracts?|reports?|letters?|papers?|manuals?|agreements?|polic(y|ies)|minutes|everything|here|[^"“”]*( documents?| files?| notes?| folder)))$/i,
  },
  {
    ask: 'find',
    pattern:
      /^(search for|look for|grep( for)?|find (the (words?|text|phrase|term)|text|all mentions of|mentions of)) (?<topic>.+)$/i,
  },
  {
    ask: 'find',
    pattern:
      /^(find|search) (?!(the |all |any )?(duplicate|outlier|missing|null|empty|total|sum|average|mean|median|max|min|highest|lowest|largest|smallest|top|bottom|number|count|correlation|row|rank|share|percent))(?<topic>\S+( \S+)?)$/i,
  },

  { ask: 'begin', pattern: /^(read|open|quote)( me)?( out)?( from)? (?<place>.+)$/i },
  { ask: 'begin', pattern: /^what (does|do) (?<place>.+?) say$/i },
  { ask: 'begin', pattern: /^show( me)? (the |my )?(?<place>\S+\.(pdf|docx|pptx|html?|md|txt|log))$/i },
]

/**
 * `topic`: what is said about it. `whether`: the same, with yes or no. `which`: in which documents. `find`: wherever it
 * is, in other text files too. `begin`: how it begins. `part`: one page or slide.
 */
export type DocumentAsk = 'summary' | 'outline' | 'tables' | 'part' | 'which' | 'topic' | 'whether' | 'find' | 'begin'
