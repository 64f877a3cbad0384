/** Forecasting: series in, series out. No database, no clock, no chance. */
export { type Accuracy, type Bounds, coverage, mase, msis, naiveError, owa, smape } from "./accuracy/measures";
export type { BackTest } from "./back-test";
export type { Interval } from "./intervals/interval";
export { anyNumber, type Measure, percentage, positive, type Scale, scaleOf } from "./measure";
export type { Fit, Method, Setting } from "./methods/method";
export { type MethodName, methodNames, methods } from "./methods/registry";
export type { Oddity } from "./oddities";
export { type ProjectedPoint, type Projection, project } from "./projection";
export type { Frequency, Point } from "./series";
export type { ProjectionOptions } from "./settings";
