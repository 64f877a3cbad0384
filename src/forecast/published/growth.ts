/**
 * The growth of a value over another, in percent: 96 to 249 is 159.375.
 *
 * @throws RangeError if the base is not above 0: growth over nothing has no meaning
 */
export function growthPercent(from: number, to: number): number {
  if (!Number.isFinite(from) || !Number.isFinite(to))
    throw new TypeError(`growth expects two finite values, got ${from} and ${to}`);
  if (from <= 0) throw new RangeError(`growth expects a base above 0, got ${from}`);
  return 100 * (to / from - 1);
}

/**
 * The growth a year that leads from one value to another: the compound annual growth rate, in percent.
 *
 * @throws RangeError if the base is not above 0, the end is below 0, or no time passes
 */
export function cagrPercent(from: number, to: number, years: number): number {
  if (!(years > 0)) throw new RangeError(`cagr expects a time that passes, got ${years} years`);
  if (to < 0) throw new RangeError(`cagr expects an end of 0 or more, got ${to}`);
  return 100 * ((1 + growthPercent(from, to) / 100) ** (1 / years) - 1);
}
