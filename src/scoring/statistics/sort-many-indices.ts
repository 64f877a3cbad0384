/** Eleven bits are sorted by at a time: 2,048 heaps stay in the fastest memory. */
const bits = 11;
const heaps = 2 ** bits;

/**
 * The same as `sortByKeyDescending`, for many: by the digits of their keys, from the last to the first, so that it takes
 * the same few passes whatever the order they come in.
 *
 * @see D. E. Knuth, The Art of Computer Programming 3, section 5.2.5 (radix sorting)
 */
export function sortManyByKeyDescending(indices: Uint32Array, keys: Float64Array, spare: Uint32Array): void {
  const n = indices.length;
  const [low, high] = digitsOf(keys);
  let [from, to] = [indices, spare];
  const starts = new Uint32Array(heaps);
  for (const [words, shift] of [
    [low, 0],
    [low, 11],
    [low, 22],
    [high, 0],
    [high, 11],
    [high, 22],
  ] as const) {
    starts.fill(0);
    for (let k = 0; k < n; k++) starts[(words[from[k]!]! >>> shift) & (heaps - 1)]!++;
    // Where all are in one heap, there is nothing to sort by.
    if (starts[(words[from[0]!]! >>> shift) & (heaps - 1)] === n) continue;
    for (let heap = 0, start = 0; heap < heaps; heap++) {
      const count = starts[heap]!;
      starts[heap] = start;
      start += count;
    }
    for (let k = 0; k < n; k++) {
      const index = from[k]!;
      to[starts[(words[index]! >>> shift) & (heaps - 1)]!++] = index;
    }
    [from, to] = [to, from];
  }
  if (from !== indices) indices.set(from);
}

/** By key, the two words of a number of 64 bits that is the smaller, the greater the key; -0 counts as 0. */
function digitsOf(keys: Float64Array): readonly [Uint32Array, Uint32Array] {
  const words = new Uint32Array(Float64Array.from(keys).buffer);
  const [first, second] = littleEndian ? [0, 1] : [1, 0];
  const [low, high] = [new Uint32Array(keys.length), new Uint32Array(keys.length)];
  for (let i = 0; i < keys.length; i++) {
    const isZero = keys[i] === 0;
    const [lower, upper] = [words[2 * i + first]!, words[2 * i + second]!];
    // Above 0 a number grows with its bits, below 0 it falls with them; greater ones are to come first.
    const turned = isZero || upper >>> 31 === 0;
    low[i] = isZero ? 0xffffffff : turned ? ~lower : lower;
    high[i] = isZero ? 0x7fffffff : turned ? ~upper & 0x7fffffff : upper;
  }
  return [low, high];
}

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
