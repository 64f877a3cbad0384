import { once } from "node:events";
import { type Socket } from "node:net";

/**
 * The same items, each made only when the connection has taken those before it: who does not read is not written for. A
 * connection that takes nothing for so long, in milliseconds, is ended.
 */
export function paced<Item>(
  items: AsyncIterableIterator<Item>,
  socket: Socket,
  patience: number,
): AsyncIterableIterator<Item> {
  const iterator: AsyncIterableIterator<Item> = {
    ...items,
    next: async () => {
      await taken(socket, patience);
      return items.next();
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

async function taken(socket: Socket, patience: number): Promise<void> {
  if (!socket.writableNeedDrain || socket.destroyed) return;
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  const { signal } = late;
  try {
    await Promise.race([once(socket, "drain", { signal }), once(socket, "close", { signal })]);
  } catch {
    socket.destroy();
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}
