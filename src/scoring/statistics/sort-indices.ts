import { sortManyByKeyDescending } from "./sort-many-indices";

/** From so many on, sorting by digits is quicker than by comparing. */
const manyIndices = 20_000;

/**
 * Puts the numbers 0 to n - 1 in the order of their keys, greatest key first; equal keys keep the order they came in.
 *
 * @param indices the numbers to order, in place; an order close to the result is sorted faster
 * @param keys one finite number for each index
 * @param spare as many places as `indices`; what it holds is lost
 */
export function sortByKeyDescending(indices: Uint32Array, keys: Float64Array, spare: Uint32Array): void {
  const n = indices.length;
  if (n >= manyIndices) {
    sortManyByKeyDescending(indices, keys, spare);
    return;
  }
  const run = 12;
  for (let start = 0; start < n; start += run) insertionSort(indices, keys, start, Math.min(start + run, n));
  let from = indices;
  let to = spare;
  for (let width = run; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      merge(from, to, keys, start, Math.min(start + width, n), Math.min(start + 2 * width, n));
    }
    [from, to] = [to, from];
  }
  if (from !== indices) indices.set(from);
}

function insertionSort(indices: Uint32Array, keys: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const index = indices[i]!;
    const key = keys[index]!;
    let j = i - 1;
    while (j >= start && keys[indices[j]!]! < key) {
      indices[j + 1] = indices[j]!;
      j--;
    }
    indices[j + 1] = index;
  }
}

function merge(
  from: Uint32Array,
  to: Uint32Array,
  keys: Float64Array,
  start: number,
  middle: number,
  end: number,
): void {
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const takeLeft = right >= end || (left < middle && keys[from[left]!]! >= keys[from[right]!]!);
    to[k] = takeLeft ? from[left++]! : from[right++]!;
  }
}
