/** Refuses numbers that are not finite; `what` names them in the message. */
export function requireFinite(values: ArrayLike<number>, what: string): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${what} expects finite numbers, got ${values[i]} at ${i}`);
  }
}

/** Refuses two arrays of different lengths. */
export function requireSameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>, what: string): void {
  if (a.length !== b.length) throw new RangeError(`${what} expects one length, got ${a.length} and ${b.length}`);
}

/** Refuses what is not a whole number from `least` to `most`. */
export function requireWhole(value: number, least: number, most: number, what: string): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${what} expects a whole number from ${least} to ${most}, got ${value}`);
  }
}

/** Refuses what does not lie strictly between two bounds. */
export function requireBetween(value: number, low: number, high: number, what: string): void {
  if (!(value > low && value < high))
    throw new RangeError(`${what} expects more than ${low} and less than ${high}, got ${value}`);
}
