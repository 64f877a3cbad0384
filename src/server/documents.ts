import { type ApolloServerOptions, type BaseContext } from "@apollo/server";
import { type DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** How many characters the documents may have that Apollo remembers, one and all together: parsed, each takes about a hundred bytes. */
const most = { one: 30_000, all: 500_000 };

/**
 * Where Apollo keeps documents that it has found valid. Its own would write each of them as JSON to find out how much it
 * takes, and keep twice as many.
 */
export function createDocumentStore(): NonNullable<ApolloServerOptions<BaseContext>["documentStore"]> {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: most.all,
    maxEntrySize: most.one,
    sizeCalculation: ({ loc }) => Math.max(loc?.source.body.length ?? most.one, 1),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
