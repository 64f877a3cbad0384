/**
 * A column of numbers in which NaN stands for what is not known.
 *
 * @param values finite numbers, null where not known; in a Float64Array, which cannot hold null, NaN
 * @returns a Float64Array itself, which is not to be changed; else a new one
 * @throws TypeError if an entry is neither number nor null
 * @throws RangeError if a number is not finite
 */
export function toColumn(values: ArrayLike<number | null>, what: string): Float64Array {
  if (values instanceof Float64Array) return requireNoInfinity(values, what);
  const column = new Float64Array(values.length);
  for (let i = 0; i < column.length; i++) {
    const value = values[i] as unknown;
    if (value === null) column[i] = Number.NaN;
    else if (typeof value !== "number")
      throw new TypeError(`${what} expects numbers or null, got ${typeof value} at ${i}`);
    else if (Number.isFinite(value)) column[i] = value;
    else throw new RangeError(`${what} expects finite numbers or null, got ${value} at ${i}`);
  }
  return column;
}

function requireNoInfinity(column: Float64Array, what: string): Float64Array {
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (value === Infinity || value === -Infinity)
      throw new RangeError(`${what} expects finite numbers or null, got ${value} at ${i}`);
  }
  return column;
}

/** The column as numbers and nulls. */
export function fromNaN(column: Float64Array): (number | null)[] {
  const values = new Array<number | null>(column.length);
  for (let i = 0; i < column.length; i++) values[i] = Number.isNaN(column[i]) ? null : column[i]!;
  return values;
}
