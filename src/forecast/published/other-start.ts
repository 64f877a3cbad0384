import { type PublishedForecast, readPublished } from "./forecast";
import { beforeRounding, cagrRange, growthRange, type Range } from "./rounding";
import { steep } from "./sanity";

/** A year from which a stated growth would follow from the figures. */
export interface OtherStart {
  readonly year: number;
  /** The value of that year: as given, or what it would have to be. */
  readonly value: number;
  readonly isGiven: boolean;
  /** The growth from the first point to that value, in percent. */
  readonly growthBefore: number;
}

/**
 * From which other year a stated growth may count, where counted from the first point it contradicts the figures: another
 * point from which it follows; or, of a growth a year, the year after the first point, since reports often state the growth of
 * the years they foretell and print the value of the year before. What that year would have to stand at must lie on the way
 * from the first point to the last, and be no steeper than {@link steep} from the first.
 *
 * @param measure whether it is the growth of all the years, or that of each
 * @param stated in percent
 * @returns null where no year makes it follow
 * @throws RangeError if there are fewer than two points, units are mixed, or the first value is not above 0
 */
export function otherStart(
  forecast: PublishedForecast,
  measure: "TOTAL" | "YEARLY",
  stated: number,
): OtherStart | null {
  const points = readPublished(forecast);
  const [first, last] = [points[0]!, points.at(-1)!];
  const said = beforeRounding(stated);
  if (first.value <= 0) throw new RangeError(`growth expects a base above 0, got ${first.value}`);
  const grown = (value: number): number => 100 * (value / first.value - 1);
  for (const { year, value, range, printed } of points.slice(1, -1)) {
    if (value <= 0) continue;
    const from = range ?? beforeRounding(printed ?? value);
    const to = last.range ?? beforeRounding(last.printed ?? last.value);
    const allowed = measure === "TOTAL" ? growthRange(from, to) : cagrRange(from, to, last.year - year);
    if (overlap(said, allowed)) return { year, value, isGiven: true, growthBefore: grown(value) };
  }
  const year = first.year + 1;
  if (measure === "TOTAL" || stated <= -100 || points.some((point) => point.year === year)) return null;
  const value = last.value / (1 + stated / 100) ** (last.year - year);
  const isOnTheWay = (value - first.value) * (last.value - value) >= 0;
  const growthBefore = grown(value);
  return isOnTheWay && Math.abs(growthBefore) <= steep ? { year, value, isGiven: false, growthBefore } : null;
}

const overlap = (a: Range, b: Range): boolean => a.highest >= b.lowest && a.lowest <= b.highest;
