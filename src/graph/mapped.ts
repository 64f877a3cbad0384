/**
 * An iterator over what `map` makes of each item; ended, it ends its source at once.
 *
 * @param map is told by a signal when nobody waits for what it makes any more
 */
export function mapped<From, To>(
  source: AsyncIterableIterator<From>,
  map: (from: From, over: AbortSignal) => To | Promise<To>,
): AsyncIterableIterator<To> {
  const over = new AbortController();
  const end = async (): Promise<IteratorResult<To>> => {
    over.abort();
    await source.return?.();
    return { value: undefined, done: true };
  };
  const iterator: AsyncIterableIterator<To> = {
    next: async () => {
      try {
        const { value, done } = await source.next();
        return done ? { value: undefined, done } : { value: await map(value, over.signal), done: false };
      } catch (error) {
        if (over.signal.aborted) return { value: undefined, done: true };
        throw error;
      }
    },
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
