/** The middle of some numbers; the mean of the two in the middle where they are even in number. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("median expects at least one number, got none");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
