import { most } from "./question";

const asked = `
  "The slug of the indicator."
  indicator: Slug!`;

const atWhatTime = `
  "The last year whose value may be used, to try the method on what came later; all years by default. The values are those known at the revision of the answer, also where they were revised since that year: what was known then is asked for by \`asOf\`."
  until: Year
  "The graph as it was, to repeat what was said then; as of the answer by default. What came later is told in \`outcome\`."
  asOf: AsOfInput`;

/** The types that projections speak of. */
export const projectionSdl = `
"How a series is carried on. The formulas and their sources are in docs/methods-forecast.md."
enum ProjectionMethod {
  "The mean of drift, damped trend and dynamic Theta: the default."
  COMBINATION
  "The last value, for ever."
  NAIVE
  "Naive, on the series without seasons."
  NAIVE2
  "The same season of the last year; of yearly values, the last one."
  SEASONAL_NAIVE
  "The last value and the mean change."
  DRIFT
  "Simple exponential smoothing: no trend."
  SIMPLE
  "Holt: level and slope, the slope goes on."
  HOLT
  "Holt with a slope that tires."
  DAMPED
  "The classic Theta method: half the slope of the line through all values."
  THETA
  "Theta with a fitted share of the slope."
  OPTIMISED_THETA
  "Theta with the line drawn anew at each value."
  DYNAMIC_THETA
  "The median slope, not bent by gross errors."
  ROBUST_TREND
  "The exponential smoothing model of the least AICc."
  ETS
}
"What is to be projected, and how."
input ProjectionInput {
  "The global id of whose values are carried on, such as \`Country:cn\`."
  subject: ID!${asked}
  "How many years ahead of the last known value, 1 to ${most.horizon}."
  horizon: Int! = 10
  "How to carry it on; the combination by default."
  method: ProjectionMethod
  "Probabilities of the intervals, above 0 and below 1; at most ${most.levels}."
  levels: [Float!]! = [0.5, 0.8, 0.95]${atWhatTime}
  "Changes of growth, each answered beside the base case; at most ${most.scenarios}."
  scenarios: [ScenarioInput!]
}
"A stated change of growth."
input ScenarioInput {
  "What to call it; by default what it says."
  name: String
  "The first year it acts on; before the first projected year it acts from that year on, and a warning says so."
  from: Year!
  "Percentage points added to the growth of each year, above -100 and up to ${most.growthPercent.toLocaleString("en")}: 1 turns 3 % a year into 4 %. Growth is in percent of the value, of a share too: 1 adds 1 % of a share of 60 %, 0.6 percentage points of it."
  growthPercent: Float!
}
"Which value is waited for, of what."
input MilestoneInput {
  "The global id of whose values are carried on, such as \`Country:cn\`."
  subject: ID!${asked}
  "The value, in the indicator's unit."
  value: Float!
  "How many years ahead of the last known value are looked at, 1 to ${most.horizon}."
  horizon: Int! = 50
  "How to carry it on; the combination by default."
  method: ProjectionMethod${atWhatTime}
}
"A yearly series carried on: what we foretell, and how far to trust it."
type Projection {
  "Whose values are carried on."
  subject: Subject!
  "What is carried on; its bounds say what its values can be, and its unit holds for every value here."
  indicator: Indicator!
  "The method."
  method: ProjectionMethod!
  "Why this method."
  why: String!
  "How many years ahead of the last known value."
  horizon: Int!
  "The years it was reckoned from, the earliest first: the preferred observations of whole years that are neither planned nor foretold. Years between them without a value are filled in, and say so."
  history("At most so many, 1 to 500." first: Int! = 200): [HistoryYear!]!
  "The projected years, in order."
  points("At most so many, 1 to 500." first: Int! = 200): [ProjectedYear!]!
  "How the method would have done on this very series; null where it is too short to hold values back."
  backTest: BackTest
  "How many series of the same indicator for other subjects helped to tell how far it errs; 0 where it is long enough itself."
  similarSeries: Int!
  "Outliers and level shifts of the history. They are named and stay in it."
  oddities: [SeriesOddity!]!
  "The scenarios that were asked for, each beside the base case."
  scenarios: [ProjectionScenario!]!
  "How a projection of a time gone by did, by what is known now; null where neither \`until\` nor \`asOf\` was given."
  outcome: ProjectionOutcome
  "What to know before believing it, one sentence each."
  warnings: [String!]!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"A year of the history of a projection."
type HistoryYear {
  "The year."
  year: Year!
  "The value, in the indicator's unit."
  value: Float!
  "Whether it was observed; else it lies between its neighbours."
  isObserved: Boolean!
  "The observation it comes from, as it stands at the revision of the answer; null where it was filled in, or is gone since."
  observation: Observation
}
"A projected year."
type ProjectedYear {
  "The year."
  year: Int!
  "The value, in the indicator's unit. It says little without its intervals."
  value: Float!
  "Where the value will lie, by level, the narrowest first."
  intervals: [ProjectionInterval!]!
}
"Where a value will lie with a stated probability."
type ProjectionInterval {
  "The probability, above 0 and below 1."
  level: Float!
  "Its lower end; null where nothing is known."
  low: Float
  "Its upper end; null where nothing is known."
  high: Float
}
"A method tried on a history, each time with what was known then: the rolling origin (Tashman, International Journal of Forecasting 16, 2000)."
type BackTest {
  "The same in a sentence: in 12 past tries this method was off by so much."
  summary: String!
  "How many times it was tried."
  tries: Int!
  "How many values it was held against."
  values: Int!
  "The mean error by years ahead, whichever way."
  errorByStep: [StepError!]!
  "The symmetric mean absolute percentage error, from 0 to 200. Makridakis and Hibon, 2000."
  smape: Float!
  "The mean absolute scaled error: below 1 is better than the last value was within the history. Null where the history never changed. Hyndman and Koehler, 2006."
  mase: Float
  "sMAPE and MASE as shares of Naive2's: below 1 is better than Naive2. Null where that had no error. Makridakis, Spiliotis and Assimakopoulos, 2020."
  owa: Float
  "The mean scaled interval score at 95 %: width, and 40 times what lies outside; less is better. Null where the history never changed. Gneiting and Raftery, 2007."
  msis: Float
  "How often values lay within the intervals that would have been given then, by level."
  coverage: [CoverageAtLevel!]!
}
"The mean error so many years ahead."
type StepError {
  "How many years ahead."
  step: Int!
  "The mean error whichever way, in the indicator's unit; null where it was never held against a value."
  error: Float
}
"How often intervals of a level covered what came."
type CoverageAtLevel {
  "The level, above 0 and below 1."
  level: Float!
  "The share of values that lay within, from 0 to 1; near the level where intervals are honest."
  share: Share!
}
"A value of a history that does not fit its surroundings."
type SeriesOddity {
  "Its sort."
  kind: OddityKind!
  "The year; the first where there are several."
  year: Year!
  "The last year of a change of trend; the same year otherwise."
  until: Year!
  "The value of the year, in the indicator's unit."
  value: Float!
  "What the values around it, or before it, would have led to expect."
  expected: Float!
  "The observation it comes from; null where that is gone since."
  observation: Observation
}
"Sorts of oddities. Chen and Liu, Journal of the American Statistical Association 88, 1993."
enum OddityKind {
  "One value that stands alone."
  OUTLIER
  "A step to another level, which lasts."
  LEVEL_SHIFT
  "Steps of another size for two years or more."
  TREND_CHANGE
}
"What a stated change of growth makes of a projection. It does not say whether the change comes true."
type ProjectionScenario {
  "What it is called."
  name: String!
  "The first year it acts on."
  from: Year!
  "Percentage points added to the growth of each year."
  growthPercent: Float!
  "The projected years, each beside the base case."
  points("At most so many, 1 to 500." first: Int! = 200): [ScenarioYear!]!
}
"A projected year with a change of growth."
type ScenarioYear {
  "The year."
  year: Int!
  "The value with the change, in the indicator's unit."
  value: Float!
  "The value without it."
  base: Float!
  "What the change makes: the one less the other."
  effect: Float!
  "The effect in percent of the base case."
  effectPercent: Float!
  "The intervals of the base case, moved along: they do not hold the doubt of the change."
  intervals: [ProjectionInterval!]!
}
"A projection of a time gone by, held against what came."
type ProjectionOutcome {
  "The same in a sentence."
  summary: String!
  "The projected years of which something is known since."
  points("At most so many, 1 to 200." first: Int! = 200): [OutcomeYear!]!
  "The symmetric mean absolute percentage error over them, from 0 to 200; null where there are none."
  smape: Float
  "How many of them lay within the intervals, by level."
  coverage: [CoverageAtLevel!]!
}
"A projected year that is known since."
type OutcomeYear {
  "The year."
  year: Year!
  "What was projected, in the indicator's unit."
  projected: Float!
  "What is known, in the same unit."
  measuredValue: Float!
  "The observation that says so."
  measured: Observation!
  "Projected less known, in the indicator's unit."
  error: Float!
  "The error in percent of what is known, as printed; null where that is 0."
  errorPercent: Float
  "The levels of the intervals that it lies within."
  within: [Float!]!
}
"When a value is reached."
type Milestone {
  "Whose values are carried on."
  subject: Subject!
  "What is carried on."
  indicator: Indicator!
  "The value that is waited for, in the indicator's unit."
  value: Float!
  "Which way the series goes to it."
  direction: MilestoneDirection!
  "The first known year in which it was reached already; null where it was not."
  reachedIn: Year
  "The observation that says so; null where it was not reached, or is gone since."
  reachedBy: Observation
  "The first year by which it is reached with a probability of 10 % or more; null where that is not within the horizon."
  earliest: Int
  "The first year by which it is as likely reached as not; null where that is not within the horizon."
  likely: Int
  "The first year by which it is reached with a probability of 90 % or more; null where that is not within the horizon. From earliest to latest it is reached with a probability of 80 %."
  latest: Int
  "The probability, from 0 to 1, that it is reached by the end of a year. Null, with an error, beyond the horizon."
  probabilityBy("The year, up to the end of the horizon." year: Int!): Share
  "The projected years in order, each with the probability that it is reached by then; it never falls."
  years("At most so many, 1 to 500." first: Int! = 200): [MilestoneYear!]!
  "The same in a sentence."
  explanation: String!
  "The projection it is told from."
  projection: Projection!
  "What to know before believing it, one sentence each."
  warnings: [String!]!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"Which way a series goes to a value."
enum MilestoneDirection {
  "Up to it."
  RISING
  "Down to it."
  FALLING
}
"A year, and the probability that a value is reached by its end."
type MilestoneYear {
  "The year."
  year: Int!
  "The probability, from 0 to 1."
  probability: Share!
}
"All that is said of the years to come of one indicator for one subject, for one chart."
type ForecastComparison {
  "What it is of."
  subject: Subject!
  "What is foretold; its unit holds for every value here."
  indicator: Indicator!
  "What is known, year by year, the earliest first."
  measured("At most so many, 1 to 500." first: Int! = 200): [HistoryYear!]!
  "What sources foretell, the latest published first."
  forecasts("At most so many, 1 to 100." first: Int! = 20): [ComparedForecast!]!
  "What we foretell; null where no yearly value is known."
  projection: Projection
  "What to mind, such as that nothing is known to project."
  warnings: [String!]!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"One source's forecast among others."
type ComparedForecast {
  "The forecast."
  forecast: Forecast!
  "Whether it may be held against the first of the list; null for the first itself."
  comparability: ForecastComparability
  "What it says of each year, told or implied."
  path("At most so many years, 1 to 400; by default all of them, which are never more." first: Int! = 400): [ForecastYear!]!
}`;
