/**
 * The value below which a share of the values lies, interpolated between neighbours (type 7 of Hyndman and Fan, the
 * default of R and of most spreadsheets).
 *
 * @param sorted at least one number, in rising order
 * @param share from 0 (the least) to 1 (the greatest)
 * @throws RangeError if there are no values or the share is outside 0 to 1
 * @see R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50, 1996
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError("quantile expects at least one value, got none");
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantile expects a share from 0 to 1, got ${share}`);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}
