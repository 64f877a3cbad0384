/** Draws a number above 0 and below 1, each call the next of its stream. */
export type Random = () => number;

/**
 * A stream of random numbers made from a seed: the same seed gives the same stream on every machine.
 *
 * The generator is xoshiro128** (period 2^128 - 1), its state filled from the seed by SplitMix32. Not for secrets.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 * @throws RangeError if the seed is not such a number
 * @see D. Blackman and S. Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47, 2021
 */
export function randomFrom(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`randomFrom expects a whole number of 0 or more as seed, got ${seed}`);
  }
  const fill = splitMix(seed % 2 ** 32, Math.floor(seed / 2 ** 32));
  let [a, b, c, d] = [fill(), fill(), fill(), fill() | 1];
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return ((result >>> 0) + 0.5) / 2 ** 32;
  };
}

function splitMix(low: number, high: number): () => number {
  let state = (low ^ Math.imul(high, 0x85ebca6b)) | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}
