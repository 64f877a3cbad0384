/** Whether no city lacks a value. */
export function isWhole(column: Float64Array): boolean {
  for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i])) return false;
  return true;
}
