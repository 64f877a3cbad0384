import { GraphQLError } from "graphql";

/** How many submissions may wait. */
const most = 100;

/**
 * Lets works through one after another, in the order in which they came: they would only wait for each other's lock, each
 * with a connection of its own.
 *
 * @throws GraphQLError BUSY if too many wait already
 */
export function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= most) {
      const message = `${most} submissions are waiting to be recorded already; try again in a minute`;
      throw new GraphQLError(message, { extensions: { code: "BUSY" } });
    }
    waiting++;
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
    }
  };
}
