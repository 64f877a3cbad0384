/**
 * The inverse of a symmetric positive definite matrix.
 *
 * @param matrix n x n numbers, row by row
 * @returns n x n numbers; null if the matrix is not positive definite
 * @see G. H. Golub and C. F. Van Loan, Matrix Computations, section 4.2
 */
export function inverseOf(matrix: Float64Array, n: number): Float64Array | null {
  const factor = cholesky(matrix, n);
  if (!factor) return null;
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    column.fill(0);
    column[k] = 1;
    for (let i = k; i < n; i++) {
      for (let j = k; j < i; j++) column[i]! -= factor[i * n + j]! * column[j]!;
      column[i]! /= factor[i * n + i]!;
    }
    for (let i = n - 1; i >= k; i--) {
      for (let j = i + 1; j < n; j++) column[i]! -= factor[j * n + i]! * column[j]!;
      column[i]! /= factor[i * n + i]!;
    }
    for (let i = k; i < n; i++) inverse[i * n + k] = inverse[k * n + i] = column[i]!;
  }
  return inverse;
}

/** The lower triangular factor. */
function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * n + k]! * factor[j * n + k]!;
      if (i > j) factor[i * n + j] = sum / factor[j * n + j]!;
      else if (sum > 0) factor[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return factor;
}
