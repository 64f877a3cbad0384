/** The types that composite indices speak of. */
export const compositeSdl = `
"A composite index: what it is made of, and how. What would not be listened to (goalposts without GOALPOSTS, weights beside judgements) is refused, here as in indices kept by name."
input CompositeIndexInput {
  "Its outermost parts: indicators, or dimensions of further parts, as deep as wanted. 1 to 100 indicators."
  parts: [CompositePartInput!]!
  "Where the weights of its outermost parts come from."
  weights: IndexWeighting! = GIVEN
  "Judgements in place of weights: in row i, column j how many times as important part i is as part j (Saaty's scale, 1 to 9 and their inverses); a warning tells if they contradict each other."
  judgements: [[Float!]!]
  "How parts are put together where they do not say otherwise."
  aggregate: IndexAggregation! = ARITHMETIC
  "The power, where that is POWER."
  power: Float
  "How indicators are made comparable where they do not say otherwise: MIN_MAX, Z_SCORE, RANK or PERCENTILE."
  normalise: IndexNormalisation! = MIN_MAX
  "What is done with outliers."
  outliers: IndexOutliers! = KEPT
  "With QUANTILES the lower quantile, from 0 to 1; with COUNT how many of the least values are moved."
  outliersLow: Float
  "With QUANTILES the upper quantile, from 0 to 1; with COUNT how many of the greatest values are moved."
  outliersHigh: Float
  "What becomes of a city of which something is not known."
  missing: IndexMissing! = EXCLUDE
  "With COVERAGE and GROUP_MEAN, the share of indicators that must be known, from 0 to 1; at 0 at least one must be."
  coverage: Share! = 0
  "With COVERAGE: whether as much must be known within every dimension."
  coverageEach: Boolean! = false
  "With GROUP_MEAN: of which other cities the mean is taken."
  groupBy: IndexGroupBy! = ALL
  "With GROUPS: slugs of countries, those named together making a group, such as at and ch in one and jp and kr in another; each country once."
  groups: [[Slug!]!]
  "Whether a country's value stands in for a city's that is not known, marked as a proxy."
  countryValues: Boolean! = false
  "Figures of periods that ended before this year are too old to be used; not beside \`year\`."
  since: Year
  "Only figures of periods that end in this year; by default each city's latest."
  year: Year
  "Slugs of the cities, 1 to 5,000."
  cities: [Slug!]
  "Or a filter that finds them. Without either, those of which an indicator is known themselves, not by their country."
  where: CityFilter
  "How sure the ranks are is found by simulation, made once for all that an answer asks of it."
  simulation: IndexSimulationInput! = {}
}
"An indicator, or a dimension of further parts."
input CompositePartInput {
  "Its name, its own among all parts; by default the indicator's slug."
  name: Slug
  "The indicator. Which way it is better, it says itself; one that is NOT_SCORED is refused."
  indicator: Slug
  "Or the parts of a dimension."
  parts: [CompositePartInput!]
  "Its say among its siblings, 0 or more; by default 1."
  weight: Float
  "Of a dimension: where the weights of its parts come from; by default from the parts."
  weights: IndexWeighting
  "Of a dimension: judgements in place of weights, as for the index."
  judgements: [[Float!]!]
  "Of a dimension: how its parts are put together; by default the index's way."
  aggregate: IndexAggregation
  "The power, where that is POWER."
  power: Float
  "Of an indicator: how it is made comparable; by default the index's way."
  normalise: IndexNormalisation
  "The lower end of GOALPOSTS, in the indicator's unit, whichever way is better."
  low: Float
  "The upper end of GOALPOSTS."
  high: Float
  "The TARGET, in the indicator's unit."
  target: Float
  "Of an indicator: an indicator of the city to divide by, such as its people; its values must be above 0."
  per: Slug
  "What the value is multiplied by after it is divided, such as 100000 for a value per 100,000 people."
  times: Float
  "What is done to the value then."
  transform: IndexTransform
  "Of an indicator, with countryValues: an indicator of countries, in the same unit, whose value stands in for a city's that is not known."
  proxy: Slug
}
"What could as well have been chosen otherwise, and how often it is drawn."
input IndexSimulationInput {
  "How many rankings are drawn, 0 (no intervals) to 1,000,000; cities x indicators x draws may be 500 million."
  draws: Int! = 1000
  "How weights vary, within each dimension."
  weights: WeightVariation! = AROUND
  "With AROUND, how near the weights stay: a weight w has the standard deviation sqrt(w (1 - w) / (concentration + 1)); 0.06 for a quarter at 50. Above 0; beside other weights it is refused."
  concentration: Float! = 50
  "Ways to make indicators comparable that are equally likely, each taken once: MIN_MAX, Z_SCORE, RANK or PERCENTILE; by default only the index's own. Indicators with GOALPOSTS or a TARGET keep them."
  normalisations: [IndexNormalisation!]
  "Ways to put parts together that are equally likely, each taken once; by default only the index's own."
  aggregations: [IndexAggregation!]
  "The share of draws within the intervals, above 0 and below 1."
  level: Float! = 0.9
  "The seed: the same seed, the same answer."
  seed: Int! = 1
}
"How weights vary in a simulation."
enum WeightVariation {
  "Not at all."
  FIXED
  "Around the given ones, by a Dirichlet distribution."
  AROUND
  "Every weighting is equally likely."
  UNIFORM
}
"A reckoned index: scores, how sure the ranks are, and where everything comes from."
type CompositeIndex {
  "The scores, best first."
  scores("At most so many, 1 to 500." first: Int! = 50, "Only those of these cities." cities: [Slug!]): [CompositeScore!]!
  "How many cities have a score."
  citiesCount: Int!
  "Cities without a score, each with the reason."
  excluded("At most so many, 1 to 500." first: Int! = 50): [ExcludedCity!]!
  "How many cities have none."
  excludedCount: Int!
  "The share of values known of all cities and indicators, before any was filled in, from 0 to 1; a country's value counts as known."
  coverage: Share!
  "How many of the values that went into scores are a country's."
  proxiesCount: Int!
  "How many of them were imputed."
  imputedCount: Int!
  "Its parts with their weights; the index itself has none."
  weights: [IndexWeight!]!
  "Outliers that count as a value further in."
  moved("At most so many, 1 to 500." first: Int! = 50): [MovedValue!]!
  "The probability, from 0 to 1, that one city ranks above another in the simulation, a tie counting half; null where they never both have a rank, or without draws."
  chanceAbove("The slug of the city." city: Slug!, "The slug of the other." other: Slug!): Share
  "Why one city scores higher than another: the points by which \`to\` is ahead of \`from\`, split exactly; null where one has no score."
  difference("The slug of the city that is left." from: Slug!, "The slug of the city that is reached." to: Slug!): [DifferencePart!]
  "Why a city scores otherwise than in the same index of an earlier year: the points it gained, split exactly. Each year's scores are scaled among its own cities, but for goalposts. Null where it has no score in one of them; with an error, where the index of that year cannot be reckoned."
  change("The slug of the city." city: Slug!, "The year whose figures it is compared with." from: Year!): [DifferencePart!]
  "Which choice of the simulation moves the ranks most (Sobol's indices, 512 samples); null where nothing may vary. What any number of fields ask of one answer is sampled once. Saltelli et al., Computer Physics Communications 181, 2010."
  choices("The slug of a city, to watch its rank; by default the mean shift of all ranks." city: Slug): [ChoiceInfluence!]
  "The licences of all observations that went in, each with their sources."
  licences: [IndexLicence!]!
  "What to mind."
  warnings: [String!]!
  "The share of draws within the intervals."
  level: Float!
  "The seed."
  seed: Int!
  "How it was reckoned, in words that can be printed beneath a table."
  method: String!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"A city's score."
type CompositeScore {
  "The city."
  city: City!
  "Its score, more is better: from 0 to 100 with MIN_MAX, PERCENTILE, GOALPOSTS and TARGET."
  score: Float!
  "Its rank, best is 1; ties share the better rank."
  rank: Int!
  "How far its rank can be off; an interval that would miss the rank itself, since the draws lie to one side of it, is widened to hold it. Null without draws."
  interval: RankInterval
  "The share of draws, from 0 to 1, in which it is first, alone or tied; null without draws."
  first: Share
  "The ranks that it has in the simulation, the best first, each with its probability; null without draws."
  chances: [RankChance!]
  "The share of the indicators that is known of it, from 0 to 1; a country's value counts as known."
  coverage: Share!
  "What each indicator gives to the score, exactly: the points add up to it."
  contributions: [ScoreContribution!]!
  "Its score in each dimension, from the inside out."
  dimensions: [PartScore!]!
  "By how much each indicator alone would have to change for it to move up a rank; empty if it is first."
  changesUp: [SmallestChange!]!
}
"A rank, and how probable it is."
type RankChance {
  "The rank."
  rank: Int!
  "Its probability, above 0 and up to 1."
  chance: Share!
}
"What one indicator gives to a city's score."
type ScoreContribution {
  "What it is called in the index."
  name: Slug!
  "The indicator."
  indicator: Indicator!
  "Points of the score; of geometric and other means by the logarithmic mean and its like."
  points: Float!
  "What a point of \`score\` counts for: points = weight x score."
  weight: Float!
  "The value made comparable."
  score: Float!
  "The observation it rests on; null where the value was imputed."
  observation: Observation
  "Who says so; null where the value was imputed."
  source: Source
  "The observation it was divided by; null where it was not."
  per: Observation
  "Whether the observation is of the country, standing in for the city."
  isProxy: Boolean!
  "The value that was filled in, in the indicator's unit after division and transform; null where the value is known."
  imputed: Float
}
"A city's score in a part of the index."
type PartScore {
  "What the part is called."
  name: String!
  "Its score, more is better."
  score: Float!
}
"What would move a city up."
type SmallestChange {
  "What the indicator is called in the index."
  name: Slug!
  "The indicator."
  indicator: Indicator!
  "The value now, in the indicator's unit after division, as it is known."
  from: Float!
  "The nearest value that moves the city up, from the indicator's \`minimum\` to its \`maximum\`; null if no value between them does, the others being as they are."
  to: Float
}
"A city without a score."
type ExcludedCity {
  "The city."
  city: City!
  "Why it has none."
  reason: String!
  "The indicators that are not known of it."
  missing: [Indicator!]!
}
"A part of the index, and what it weighs."
type IndexWeight {
  "What it is called."
  name: Slug!
  "The part it lies within; null for an outermost one."
  within: Slug
  "The indicator; null for a dimension."
  indicator: Indicator
  "Its share among its siblings, from 0 to 1."
  weight: Share!
  "Its share of the whole, from 0 to 1."
  share: Share!
}
"An outlier that counts as a value further in."
type MovedValue {
  "The city."
  city: City!
  "The indicator."
  indicator: Indicator!
  "Its value, after division and transform."
  from: Float!
  "What it counts as."
  to: Float!
}
"A part of the difference between two scores."
type DifferencePart {
  "What the indicator, or of weights the dimension, is called in the index."
  name: Slug!
  "The indicator; null for a dimension."
  indicator: Indicator
  "Whether it is the value that differs or, where less is known of one city, the weight."
  because: DifferenceReason!
  "Points; over all parts they add up to the difference."
  points: Float!
}
"Why scores differ."
enum DifferenceReason {
  "The value differs."
  VALUE
  "The weight differs, since not the same is known of both."
  WEIGHT
}
"How much a choice moves the ranks."
type ChoiceInfluence {
  "The choice."
  choice: IndexChoice!
  "The share of the variance that it accounts for alone, from 0 to 1. An estimate that scatters beyond what a share can be is moved to the nearest that it can."
  first: Float!
  "The standard error of \`first\`: how far the estimate scatters."
  firstError: Float!
  "The share that would be left if all other choices were made, what it does together with them included; from \`first\` to 1."
  total: Float!
  "The standard error of \`total\`."
  totalError: Float!
}
"What may be chosen otherwise."
enum IndexChoice {
  "The weights."
  WEIGHTS
  "How indicators are made comparable."
  NORMALISATION
  "How parts are put together."
  AGGREGATION
  "Values that are known roughly only."
  ERRORS
}
"A licence under which observations came in."
type IndexLicence {
  "The licence, as an SPDX id where it has one; null where it is not known."
  licence: String
  "What it allows."
  licenceClass: LicenceClass
  "The sources under it that went in."
  sources("At most so many, 1 to 500." first: Int! = 50): [Source!]!
}`;
