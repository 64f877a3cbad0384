import { type Asking } from "../../../graph/reckoned";
import { allPages, pageInfo } from "../../read/all-pages";
import { type Edition } from "../lists/edition";

const query = `query ($after: String) {
  rows: countries(first: 500, after: $after) { nodes { name aliases } ${pageInfo} }
}`;

/** The country that a list keeps to, as its subject names it, such as Germany in "smart cities in Germany"; null for none. */
export type CountryOf = (edition: Edition) => string | null;

/** Finds the countries that subjects of lists name. */
export async function countriesNamed(asking: Pick<Asking, "read">): Promise<CountryOf> {
  const rows = await allPages<{ name: string; aliases: readonly string[] }>(asking, query, {}, 1_000, "countries");
  const names = rows.flatMap(({ name, aliases }) => [name, ...aliases]);
  return ({ ranking }) => names.find((name) => holds(ranking.subject ?? "", name)) ?? null;
}

/** Whether a text holds a name as words of its own: Oman is not in Roman. */
function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text.slice(0, at), text.slice(at + name.length)];
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}
