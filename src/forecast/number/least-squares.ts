/**
 * The weights that bring a sum of columns nearest to a target, by least squares.
 *
 * A column that adds nothing to those before it gets the weight 0, so that short series do not end in a division by zero.
 *
 * @param columns k columns of n numbers
 * @param target n numbers
 * @returns k weights
 */
export function leastSquares(columns: readonly (readonly number[])[], target: readonly number[]): number[] {
  const rows = columns.map((a) => [...columns.map((b) => dot(a, b)), dot(a, target)]);
  const scale = rows.map((row, i) => row[i]!);
  const weights = columns.map(() => 0);
  const used: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows[i]!;
    if (pivot[i]! <= 1e-10 * scale[i]!) continue;
    used.push(i);
    for (let j = 0; j < rows.length; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]! / pivot[i]!;
      if (factor !== 0) for (let k = i; k < pivot.length; k++) rows[j]![k]! -= factor * pivot[k]!;
    }
  }
  for (const i of used) weights[i] = rows[i]!.at(-1)! / rows[i]![i]!;
  return weights;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
