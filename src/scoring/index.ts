export { compositeIndex } from "./composite/composite-index";
export { kemeny } from "./consensus/kemeny/kemeny";
export { pairwise, pairwiseFrom } from "./consensus/pairwise";
export { schulze } from "./consensus/schulze";
export { simulateRanks } from "./ranks/simulate-ranks";
