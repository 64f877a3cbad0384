import { type Stretch } from "./stretch";

/** What is won by a swap counts as nothing up to so much of what was added up for it. */
const rounding = 1e-9;

/** Widens places by what swapping two neighbouring blocks of a group gives, where it costs nothing. */
export function swapBlocks({ start, size, n, leads, best, worst }: Stretch): void {
  const end = start + size;
  const lost = new Float64Array(end);
  const sums = new Float64Array(end);
  for (let middle = start + 1; middle < end; middle++) {
    lost.fill(0);
    sums.fill(0);
    // The upper block is first to middle - 1, the lower one middle to last.
    for (let first = middle - 1; first >= start; first--) {
      for (let last = middle, row = 0, size = 0; last < end; last++) {
        row += leads[first * n + last]!;
        size += Math.abs(leads[first * n + last]!);
        lost[last]! += row;
        sums[last]! += size;
        if (Math.abs(lost[last]!) > rounding * sums[last]!) continue;
        for (let p = first; p < middle; p++) worst[p] = Math.max(worst[p]!, p + last - middle + 1);
        for (let q = middle; q <= last; q++) best[q] = Math.min(best[q]!, q - (middle - first));
      }
    }
  }
}
