/** Pure scoring: numbers in, numbers out. What the methods are, and when to use which, is told in docs/methods.md. */
export { toColumn } from "./columns";
export {
  type CompositeIndex,
  compositeIndex,
  type IndexNode,
} from "./composite/composite-index";
export type { IndexData, IndexMethod, MissingPolicy } from "./composite/method";
export type { Excluded, Imputed } from "./composite/missing";
export type { Moved } from "./composite/score-indicator";
export { type Dimension, type Indicator, indicatorsOf, isDimension, type Weighting } from "./composite/tree";
export { type BootstrapOptions, bootstrapConsensus } from "./consensus/bootstrap-consensus";
export { type BordaShare, bordaPoints, bordaShares } from "./consensus/borda";
export { connectedParts } from "./consensus/connected-parts";
export { type Copeland, type CopelandScore, copeland } from "./consensus/copeland";
export { type Kemeny, kemeny } from "./consensus/kemeny/kemeny";
export { type Overruled, overruled } from "./consensus/overruled";
export { type Pairwise, type PairwiseOptions, pairwise, pairwiseFrom } from "./consensus/pairwise";
export {
  type PlackettLuce,
  type PlackettLuceOptions,
  plackettLuce,
  type Worth,
} from "./consensus/plackett-luce/plackett-luce";
export { publisherWeights } from "./consensus/publisher-weights";
export { type Schulze, type Strength, schulze } from "./consensus/schulze";
export { type Contribution, contributions } from "./explain/contributions";
export { type DifferencePart, differenceSplit, type Standing } from "./explain/difference-split";
export { type SmallestChange, smallestChanges } from "./explain/smallest-change";
export { bootstrapInterval, type Interval } from "./lists/bootstrap-interval";
export { type Common, commonCities } from "./lists/common-cities";
export { type KendallDistance, kendallDistance } from "./lists/kendall-distance";
export { kendallTau } from "./lists/kendall-tau";
export { type Lists, listsFrom } from "./lists/lists-from";
export type { TiesAtDepth } from "./lists/memberships";
export { type Measure, type PermutationOptions, type PermutationTest, permutationTest } from "./lists/permutation-test";
export { type RankBiasedOverlap, rankBiasedOverlap } from "./lists/rank-biased-overlap";
export { groupsOf, irregularities, type RankList } from "./lists/rank-list";
export { spearman } from "./lists/spearman";
export { type TopOverlap, topOverlap } from "./lists/top-overlap";
export { logarithmicMean } from "./means/logarithmic-mean";
export type { Aggregation } from "./means/mean";
export { arithmeticMean, geometricMean, harmonicMean, powerMean, weightedMean } from "./means/weighted-mean";
export type { Normalisation } from "./normalise/normalisation";
export { normalise } from "./normalise/normalise";
export { type OutlierRule, winsorise } from "./outliers/outlier-rule";
export { type Random, randomFrom } from "./random/random";
export { probabilityAbove } from "./ranks/probability-above";
export { type RankDraws, rankCounts, rankProbabilities } from "./ranks/rank-draws";
export {
  type RankSensitivity,
  rankSensitivities,
  rankSensitivity,
  type SensitivityOptions,
} from "./ranks/rank-sensitivity";
export { type RankSummary, rankSummaries } from "./ranks/rank-summary";
export { type RankOptions, ranks, type Ties } from "./ranks/ranks";
export { requireSimulation, type SimulationOptions, simulateRanks } from "./ranks/simulate-ranks";
export { manySobolIndices, type SobolIndices, type SobolOptions, sobolIndices } from "./ranks/sobol-indices";
export { stretchedRanks } from "./ranks/stretched-ranks";
export type { Uncertainty } from "./ranks/uncertainty";
export { correlation } from "./statistics/correlation";
export { type Ahp, ahp } from "./weights/ahp";
export { entropyWeights } from "./weights/entropy";
export { equalWeights, shares as givenWeights } from "./weights/given-weights";
export { type PrincipalComponent, principalComponentWeights } from "./weights/principal-component";
