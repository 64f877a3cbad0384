/**
 * Weights under which each publisher has one say, shared among its lists: several editions of one ranking are not so
 * many independent judgements.
 *
 * @param publishers one name a list
 * @returns one weight a list: 1 / the number of lists of its publisher
 */
export function publisherWeights(publishers: readonly (string | number)[]): number[] {
  const counts = new Map<string | number, number>();
  for (const publisher of publishers) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  return publishers.map((publisher) => 1 / counts.get(publisher)!);
}
