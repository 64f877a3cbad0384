/** An iterator over what a generator makes, which ends at once when it is returned from, even while the generator waits. */
export function endable<Item>(start: (over: AbortSignal) => AsyncGenerator<Item>): AsyncIterableIterator<Item> {
  const over = new AbortController();
  const source = start(over.signal);
  const end = () => {
    over.abort();
    return source.return(undefined);
  };
  const iterator: AsyncIterableIterator<Item> = {
    next: () => source.next(),
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
