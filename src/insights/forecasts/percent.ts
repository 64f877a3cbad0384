/**
 * A percentage as it is printed: to a tenth, or to three digits where it is small. Null where it is no number or without
 * bounds.
 */
export function printedPercent(percent: number): number | null {
  if (!Number.isFinite(percent)) return null;
  const decimals = Math.abs(percent) >= 10 || percent === 0 ? 1 : 2 - Math.floor(Math.log10(Math.abs(percent)));
  return Number(percent.toFixed(Math.min(decimals, 20)));
}
