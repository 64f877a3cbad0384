import type { Grid } from "./grid";
import type { MethodName } from "./methods/registry";
import { isSeasonal } from "./seasons";

/** Why a projection used its method, in a sentence or two. */
export function reasonFor(method: MethodName, asked: boolean, { frequency, values }: Grid): string {
  const season =
    frequency > 1
      ? isSeasonal(values, frequency)
        ? " Seasons were found, taken out, and put back."
        : " No seasons were found."
      : "";
  if (asked) return `The method ${method} was asked for.${season}`;
  if (values.length === 1) return "One value leaves no choice but to carry it on.";
  if (values.length < 4) return "With fewer than four values nothing can be fitted: the mean change counts half.";
  if (values.length < 6) return "With fewer than six values the default is the mean of drift and classic Theta.";
  return `The default: equal weights for three beliefs about growth (it goes on, it tires, it counts for as much as it has helped so far), since such means err less than choosing one.${season}`;
}
