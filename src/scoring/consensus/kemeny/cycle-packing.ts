/**
 * A lower bound for very many candidates: each pair costs at least the weight of its minority, and of each three
 * candidates that beat each other in a circle one majority must be overruled, as far as its lead is not yet used up.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @see A. Davenport and J. Kalagnanam, A computational study of the Kemeny rule for preference aggregation, AAAI 2004
 */
export function cyclePacking(n: number, costs: Float64Array): number {
  const leads = new Float64Array(n * n);
  let bound = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      leads[i * n + j] = Math.max(0, costs[j * n + i]! - costs[i * n + j]!);
      if (j < i) bound += Math.min(costs[i * n + j]!, costs[j * n + i]!);
    }
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n && leads[i * n + j]! > 0; k++) {
        const used = Math.min(leads[i * n + j]!, leads[j * n + k]!, leads[k * n + i]!);
        if (used === 0) continue;
        leads[i * n + j]! -= used;
        leads[j * n + k]! -= used;
        leads[k * n + i]! -= used;
        bound += used;
      }
    }
  }
  return bound;
}
