import type { Grid } from "./grid";
import type { Measure } from "./measure";
import type { Oddity } from "./oddities";

/** All that a reader of a projection must know before believing it, one sentence each. */
export function warningsOf(
  grid: Grid,
  measure: Measure,
  horizon: number,
  spread: number | null,
  oddities: readonly Oddity[],
): string[] {
  const { observed, values } = grid;
  const seen = observed.filter(Boolean).length;
  const warnings = [...grid.warnings];
  if (seen === 1) warnings.push(`one value shows no direction: it was carried on, and ${onePoint(spread)}`);
  else if (seen < 5) warnings.push(`${seen} values are too few to try the method on; widths come from series at large`);
  else if (seen <= 8) warnings.push(`${seen} values are few: widths lean on what is usual for series at large`);
  if (seen > 1 && values.every((value) => value === values[0]))
    warnings.push("the values never changed: intervals cannot tell how they would");
  if (measure.kind === "positive" && values.includes(0))
    warnings.push("there are zeros: the series was carried on by amounts, not in proportion, and stopped at zero");
  if (measure.kind === "bounded" && values.some((value) => value === measure.low || value === measure.high))
    warnings.push("a value lies on its bound: it is reckoned with as lying just within, nearer than any other value");
  if (seen > 1 && horizon > values.length)
    warnings.push(`${horizon} steps ahead is farther than the ${values.length} steps known`);
  warnings.push(...oddities.slice(0, named).map(told));
  if (oddities.length > named) warnings.push(`${oddities.length - named} more oddities are among the values`);
  return warnings;
}

/** So many oddities are named; more would hide what else is said. */
const named = 5;

function told({ at, expected, kind, until, value }: Oddity): string {
  const usual = `${value}, where about ${Number(expected.toPrecision(4))} was to be expected`;
  return kind === "trend change" ? `trend changed ${at} to ${until}: ${usual} in ${at}` : `${kind} in ${at}: ${usual}`;
}

const onePoint = (spread: number | null): string =>
  spread === null ? "how far it may move is not known" : "how far it may move is what is usual for series at large";
