import type { OutlierRule } from "./outlier-rule";

/** Below so many known values quartiles and moments say too little of what is an outlier. */
export const fewestForShape = 10;

/** Whether a rule finds outliers by the shape of the data, which takes some values; other rules are told what to move. */
export const isByShape = ({ rule }: OutlierRule): boolean => rule === "fences" || rule === "skewness";
