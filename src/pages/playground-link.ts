// Servers refuse an address of more than 16 kB; what is too long stands behind the # and never leaves the browser.
const longest = 8_000;

/** Where the playground opens with a query and its variables. */
export function playgroundLink(query: string, variables: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) }).toString();
  return `/graphql${text.length > longest ? "#" : "?"}${text}`;
}
