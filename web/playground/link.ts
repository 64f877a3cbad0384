/** A question as a link carries it; `variables` is JSON text. */
export interface LinkedQuestion {
  query: string;
  variables?: string;
}

// Servers refuse an address of more than 16 kB; what is too long stands behind the # and never leaves the browser.
const longest = 8_000;

/** The address that opens the playground with a question. */
export function linkTo(page: string, { query, variables }: LinkedQuestion): string {
  const parameters = new URLSearchParams({ query });
  if (variables?.trim()) parameters.set("variables", variables);
  const text = parameters.toString();
  return `${page}${text.length > longest ? "#" : "?"}${text}`;
}

/** The question in a page's address; undefined when there is none. */
export function readLink({ search, hash }: { search: string; hash: string }): LinkedQuestion | undefined {
  for (const text of [search, hash]) {
    const parameters = new URLSearchParams(text.slice(1));
    const query = parameters.get("query");
    if (query !== null) return { query, variables: parameters.get("variables") ?? "" };
  }
  return undefined;
}
