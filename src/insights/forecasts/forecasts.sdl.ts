/** The types that published forecasts are checked and scored by. */
export const forecastSdl = `
"Which growth of a forecast is meant."
enum ForecastGrowth {
  "From its first point to its last, all of it."
  TOTAL
  "The growth a year that leads from the one to the other, compounded."
  YEARLY
}
"Whether a stated growth follows from the figures beside it."
type ForecastCheck {
  "Which growth was checked."
  measure: ForecastGrowth!
  "The verdict."
  verdict: ForecastVerdict!
  "What the forecaster states, in percent; null where it states none."
  statedPercent: Float
  "What its points give, in percent as printed; null where they give none."
  computedPercent: Float
  "The least growth that the figures allow before they were rounded, in percent; null where there is none."
  lowestPercent: Float
  "The greatest growth that the figures allow before they were rounded, in percent; null where there is none, as with \\"at least\\"."
  highestPercent: Float
  "The same in a sentence."
  explanation: String!
  "What else is odd about the forecast: steep growth, years out of order or past when it was published, values that its indicator cannot have."
  oddities: [String!]!
}
"What comes of checking a stated growth."
enum ForecastVerdict {
  "The computed growth rounds to what is stated."
  AGREES
  "Some figures that round to the printed ones give a growth that rounds to what is stated."
  WITHIN_ROUNDING
  "No figures that round to the printed ones give it, counted from the year it counts from; where that is not told, from no year within its points."
  CONTRADICTS
  "Counted from its first point it contradicts the figures, but from which year it counts is not told, and from another it would agree: its explanation says from which, and what that year would have to stand at."
  UNDECIDED
  "There are figures, but no growth is stated."
  NOTHING_STATED
  "There is one point only, it starts from nothing, it ends below nothing and a growth a year was asked for, or the statement counts from a year without a value: its explanation says so."
  CANNOT_BE_CHECKED
}
"What a forecast says of one year."
type ForecastYear {
  "The year."
  year: Year!
  "The value, in the indicator's unit: as given, or implied by the same growth each year between the points around it; by the same amount where a point is not above 0."
  value: Float!
  "The value implied by the same amount each year."
  linear: Float!
  "Whether the forecaster gave this very year."
  isGiven: Boolean!
}
"When a forecast's path comes to a value."
type ForecastReach {
  "The first year that stands at the value or beyond; null where its path does not come to it, or has one point only."
  year: Year
  "The earliest such year that the figures allow before they were rounded; null where there is none."
  earliest: Year
  "The latest such year that the figures allow before they were rounded; null where it may not come to it."
  latest: Year
  "How likely it stands there by the end of a year if the forecast comes true, which nobody knows; the fields record and forecasters tell how often such did. Each figure may have been anything within its rounding or roughness alike, and between points the path goes by the same growth or by the same amount each year, the one as likely as the other. Null where the forecast has one point."
  probabilityBy("The year by whose end it is to stand there." year: Year!): Share
  "The same in a sentence."
  explanation: String!
}
"Another forecast of the same indicator, side by side with one."
type ForecastRival {
  "The other forecast."
  forecast: Forecast!
  "Whether the two may be held against each other."
  comparability: ForecastComparability!
  "The years of which either speaks, in order."
  years("At most so many, 1 to 400; by default all of them, which are never more." first: Int! = 400): [ForecastRivalYear!]!
}
"Whether two forecasts count the same thing."
type ForecastComparability {
  "The verdict."
  verdict: ForecastComparabilityVerdict!
  "What differs, or is not said; one sentence each."
  reasons: [String!]!
}
"Whether two forecasts may be held against each other."
enum ForecastComparabilityVerdict {
  "They say that they count the same thing: the same scope, unit, year of prices and definition."
  COMPARABLE
  "Nothing is known to differ, but one or both do not say what they count."
  WITH_CARE
  "Scope, unit, year of prices or definition differ."
  NOT_COMPARABLE
}
"A year of which one or both of two forecasts speak."
type ForecastRivalYear {
  "The year."
  year: Year!
  "What the first says or implies; null where it does not speak of the year."
  value: Float
  "What the other says or implies; null where it does not speak of the year."
  rivalValue: Float
  "The greater over the lesser; null where either is missing or not above 0."
  ratio: Float
}
"What was measured of the years that a forecast spoke of."
type ForecastRecord {
  "The years it gave that are over, later than the year of its publication (where that is not known, than the one it starts from) and measured since, in order."
  outcomes: [ForecastOutcome!]!
  "How it is doing: the latest measured year between its points, held against its path. Null where there is none."
  course: ForecastOutcome
  "Why there are no outcomes; null where there are."
  reason: String
  "What later forecasts of the same indicator for the same subject take as known of its years, by year. No measurement, and never counted as one: another may count otherwise, as the comparability of each says."
  toldLater: [ForecastToldLater!]!
}
"A year that was foretold, and what a later forecast takes as known of it."
type ForecastToldLater {
  "The year."
  year: Year!
  "What was foretold, in the indicator's unit."
  foretold: Float!
  "Whether the forecaster gave this very year; else its path implies the value."
  isGiven: Boolean!
  "What the later forecast tells of it, in the same unit."
  toldValue: Float!
  "The later forecast, to which the year was over or where it starts from; its source says so."
  toldBy: Forecast!
  "Whether the two count the same thing, as far as they say."
  comparability: ForecastComparability!
  "Foretold less told later as a share of what was told, in percent as printed; null where 0 was told."
  errorPercent: Float
}
"A year that was foretold, and what was measured of it."
type ForecastOutcome {
  "The year."
  year: Year!
  "What was foretold, in the indicator's unit."
  foretold: Float!
  "What was measured, in the same unit."
  measuredValue: Float!
  "The observation that says so: the preferred one, of the year or else of the latest part of it."
  measured: Observation!
  "Foretold less measured, in the indicator's unit; 0 where a bound such as \\"at least\\" was kept."
  error: Float!
  "The error as a share of what was measured, in percent as printed; null where 0 was measured."
  errorPercent: Float
  "Whether what was measured is what was foretold, as far as its rounding and qualifier allow; false for what is only implied."
  cameTrue: Boolean!
  "Whether the forecaster gave this very year; else its path implies the value."
  isGiven: Boolean!
}
"Forecasters by how far they were off."
type ForecasterRanking {
  "The forecasters with at least one case, the least error first."
  forecasters("At most so many, 1 to 100." first: Int! = 20): [ForecasterRecord!]!
  "How many forecasts were looked at."
  forecasts: Int!
  "How many of them have a year that was measured since."
  scored: Int!
  "How many of the others look to a year that is not over."
  notYetOver: Int!
  "How many look to a year that is over, but was not measured, or is not later than their publication; or of which it cannot be told, as of one point without a date."
  notMeasured: Int!
  "What later forecasts tell of years that were foretold: years that the forecaster gave first, then years that its path implies; the latest first. No part of the order, since nothing of it was measured."
  toldLater("At most so many, 1 to 500." first: Int! = 100): [ForecasterToldLater!]!
  "Forecasts on their way: what was measured last between their points, held against their paths; the latest first. No part of the order, since the forecaster did not give those years."
  onTheWay("At most so many, 1 to 500." first: Int! = 100): [ForecasterCase!]!
  "What to mind when reading the order."
  warnings: [String!]!
  "How it was reckoned, in words that can be printed beneath a table."
  method: String!
  "Where this is asked again as of its revision, so that the answer stays the same."
  permalink: Url!
}
"How a forecaster did."
type ForecasterRecord {
  "Its place by mean error, best is 1; equal errors share it."
  rank: Rank!
  "Who foretold."
  forecaster: Organisation!
  "How many years that it foretold were measured since. Few say little."
  cases: Int!
  "In how many of them what was measured is what was foretold, as far as rounding and qualifier allow."
  cameTrue: Int!
  "The mean error whichever way, in percent of what was measured."
  meanErrorPercent: Float!
  "The median error whichever way, in percent of what was measured."
  medianErrorPercent: Float!
  "The mean error with its sign, in percent: above 0 it foretold too much."
  biasPercent: Float!
  "Its cases, the latest year first."
  outcomes("At most so many, 1 to 100." first: Int! = 20): [ForecasterCase!]!
}
"A year that was foretold, and what a later forecast tells of it."
type ForecasterToldLater {
  "The forecast."
  forecast: Forecast!
  "What was told later."
  told: ForecastToldLater!
}
"One case of a forecaster."
type ForecasterCase {
  "The forecast."
  forecast: Forecast!
  "What became of it."
  outcome: ForecastOutcome!
}`;
