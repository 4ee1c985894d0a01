/** English words so common that finding them says nothing. */
export const emptyWords: ReadonlySet<string> = new Set(
  `a an the this that these those is are was were be been being am do does did has have had having can could will would
   shall should may might must of in on at to from by for with about into over under between and or nor but if then than
   as so not no any some all each it its they them their he she his her him we us our you your i me my mine what which
   who whom whose when where why how there here say says said tell tells mention mentions regarding concerning`.split(
    /\s+/,
  ),
)
