/** The types that comparing rankings speaks of. */
export const comparisonSdl = `
"How editions of rankings compare, pair by pair."
type RankingComparison {
  "The editions as they were asked for."
  editions: [RankingEdition!]!
  "Every pair of them, the earlier of the two first where their years differ."
  pairs: [EditionPair!]!
  "The seed of the random orders and resamples behind p-values and intervals: the same seed, the same answer."
  seed: Int!
  "How all this was reckoned, in words that can be printed beneath a table."
  method: String!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"Two editions, and what their lists have in common."
type EditionPair {
  "The one of the earlier year; the one named first where the years are the same."
  earlier: RankingEdition!
  "The other."
  later: RankingEdition!
  "Whether a change of rank between the two is a change of place, and why."
  comparability: Comparability!
  "How many cities are on both lists, as far as the graph knows them."
  commonCount: Int!
  "How alike the lists are. That two lists agree is not yet that they are right: see the reasons beside it."
  agreement: Agreement!
  "The cities that moved most among those on both lists, up or down; null where the lists do not make a trend, with the reasons in comparability."
  movers("At most so many, 1 to 100." first: Int! = 10): [CityOnBoth!]
  "The cities on which the two lists are furthest apart, whether or not they make a trend; where the verdict is REFUSED it is not told by how much, since that would be read as one."
  furthestApart("At most so many, 1 to 100." first: Int! = 10): [CityOnBoth!]!
  "How many cities only the earlier list has, as far as the graph knows both."
  onlyEarlierCount: Int!
  "Cities that only the earlier list has, best rank first."
  onlyEarlier("At most so many, 1 to 100." first: Int! = 10): [Placement!]!
  "How many cities only the later list has, as far as the graph knows both."
  onlyLaterCount: Int!
  "Cities that only the later list has, best rank first."
  onlyLater("At most so many, 1 to 100." first: Int! = 10): [Placement!]!
}
"Whether ranks of two editions may be compared."
type Comparability {
  "The verdict."
  verdict: ComparabilityVerdict!
  "What speaks for it and what else to mind."
  reasons: [ComparabilityReason!]!
  "The reasons as a text."
  explanation: String!
  "Editions of the publisher that the later one may be compared with instead, nearest year first; empty unless it is refused."
  instead: [RankingEdition!]!
}
"Whether a change of rank between two editions is a change of place."
enum ComparabilityVerdict {
  "By the publisher's word, directly or by way of other editions: a change of rank is a change of place."
  COMPARABLE
  "Editions of one ranking of which the publisher does not say whether they may be compared: read changes with care."
  UNCERTAIN
  "Two rankings: they can agree or not, but nobody moved from one to the other."
  DIFFERENT_LISTS
  "By the publisher's word they may not be compared, for the method changed: their ranks make no trend."
  REFUSED
}
"One reason for a verdict, or one thing more to mind."
type ComparabilityReason {
  "Its sort."
  code: ComparabilityCode!
  "In words, of these two editions."
  text: String!
}
"Sorts of reasons."
enum ComparabilityCode {
  "The publisher says that they may be compared, or it follows from what it says of them and third editions; the text tells which."
  PUBLISHER_SAYS_SO
  "The publisher says nothing of it."
  NOT_SAID
  "The publisher names what may be compared, and this is not among it: the method changed."
  METHOD_CHANGED
  "They are made of other dimensions."
  OTHER_DIMENSIONS
  "They are editions of two rankings."
  OTHER_RANKING
  "They rank cities by something else."
  OTHER_SUBJECT
  "Other cities were assessed: a city can fall because others came in."
  OTHER_UNIVERSE
  "The graph does not know all places of a list."
  PARTLY_KNOWN
  "One publisher made both: that they agree corroborates nothing."
  SAME_PUBLISHER
  "They have few cities in common, or none."
  FEW_IN_COMMON
}
"How alike two lists are. Each measure is null where the lists have too little in common for it."
type Agreement {
  "Kendall's tau-b among the cities on both: from -1 (opposite order) over 0 (no connection) to 1 (the same order). Kendall, Biometrika 33, 1945."
  kendallTau: AgreementMeasure
  "Spearman's rank correlation among the cities on both, from -1 to 1; beside tau it makes more of cities that are far apart. Spearman, American Journal of Psychology 15, 1904."
  spearman: AgreementMeasure
  "Rank-biased overlap of the whole lists, from 0 to 1, the first places counting most; null where places before the last known one are not known of a list. Webber, Moffat and Zobel, ACM TOIS 28, 2010."
  rankBiasedOverlap: RankBiasedOverlap
  "What the first places have in common; null where places before the last known one are not known of a list."
  top: TopOverlap
  "What to mind when reading the numbers."
  warnings: [String!]!
}
"A measure of two lists, with what chance alone could do."
type AgreementMeasure {
  "The measure."
  value: Float!
  "The 95 % interval that resampling the cities gives (percentile bootstrap), widened to hold the value where it would miss it; null where there are too few."
  interval: AgreementInterval
  "The two-sided chance, from 0 to 1, of a value as extreme, high or low, if the later list stood in random order: twice the chance of the nearer side, at most 1."
  pValue: Share!
  "Whether every order was tried, so that the p-value is exact; else random orders were."
  exact: Boolean!
}
"From where to where."
type AgreementInterval {
  "Its lower end."
  low: Float!
  "Its upper end."
  high: Float!
}
"Rank-biased overlap."
type RankBiasedOverlap {
  "The estimate that carries the agreement seen on beyond the lists' ends, from 0 to 1; 1 for the same list."
  value: Float!
  "The least it can be, whatever follows after the lists' ends."
  atLeast: Float!
  "The most it can be."
  atMost: Float!
  "The 95 % interval that resampling the cities gives, widened to hold the value where it would miss it; null where there are too few."
  interval: AgreementInterval
  "The one-sided chance, from 0 to 1, of as much overlap or more if the later list had picked and ordered cities of both lists at random."
  pValue: Share!
}
"What the first places of two lists have in common."
type TopOverlap {
  "How many places were looked at."
  places: Int!
  "How many cities both have there; a fraction where ties at the edge count by their share."
  common: Float!
  "common / places, from 0 to 1."
  value: Share!
  "Cities on both over cities on either (Jaccard), from 0 to 1."
  jaccard: Share!
  "The 95 % interval of \`value\` that resampling the cities gives, widened to hold it where it would miss it; null where there are too few."
  interval: AgreementInterval
  "The one-sided chance, from 0 to 1, of as many or more if the later list had picked cities of both lists at random."
  pValue: Share!
}
"A city that is on both lists."
type CityOnBoth {
  "The city."
  city: City!
  "Its place on the earlier list."
  earlier: Placement!
  "Its place on the later list."
  later: Placement!
  "Places up (above 0) or down from the earlier to the later list, counted among the cities on both, so that newcomers push nobody down; null where the two may not be compared (REFUSED)."
  change: Int
  "The same of the ranks as printed; null where the two may not be compared."
  printedChange: Int
}`;
