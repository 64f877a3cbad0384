/** An iterator over what `map` makes of each item; returned from, it returns from its source at once. */
export function mapped<From, To>(
  source: AsyncIterableIterator<From>,
  map: (from: From) => To | Promise<To>,
): AsyncIterableIterator<To> {
  const iterator: AsyncIterableIterator<To> = {
    next: async () => {
      const { value, done } = await source.next();
      return done ? { value: undefined, done } : { value: await map(value), done: false };
    },
    return: async () => {
      await source.return?.();
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
