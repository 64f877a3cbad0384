/** Sums of one row's entries over sets of columns, looked up eight columns at a time. */
export type SetSums = (row: number, sets: Uint32Array, at: number) => number;

/**
 * Makes ready sums over sets.
 *
 * @param n rows and columns
 * @param matrix n x n numbers, row by row
 * @returns the sum over a set of which 32 columns a number stand at `sets[at]`, `sets[at + 1]` ...
 */
export function setSums(n: number, matrix: Float64Array): SetSums {
  const blocks = Math.ceil(n / 8);
  const sums = new Float64Array(n * blocks * 256);
  for (let row = 0; row < n; row++) {
    for (let block = 0; block < blocks; block++) {
      const start = (row * blocks + block) * 256;
      for (let part = 1; part < 256; part++) {
        const lowest = 31 - Math.clz32(part & -part);
        const column = block * 8 + lowest;
        sums[start + part] = sums[start + (part & (part - 1))]! + (column < n ? matrix[row * n + column]! : 0);
      }
    }
  }
  return (row, sets, at) => {
    let sum = 0;
    let start = row * blocks * 256;
    for (let block = 0; block < blocks; block++, start += 256) {
      sum += sums[start + ((sets[at + (block >> 2)]! >>> ((block & 3) << 3)) & 255)]!;
    }
    return sum;
  };
}
