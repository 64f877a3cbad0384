export { type CompositeIndex, compositeIndex, type IndexNode } from "./composite/composite-index";
export { rankSummaries } from "./ranks/rank-summary";
export { simulateRanks } from "./ranks/simulate-ranks";
export { sobolIndices } from "./ranks/sobol-indices";
export { sobolSequence } from "./ranks/sobol-sequence";
