import {
  listPartners,
  type PartnerListed,
  removePartner,
  requireNew,
  requirePartner,
  setPartner,
} from "../partners/book";
import { type Store } from "../store/store";
import { columns } from "./columns";
import { type Command, only, read, UsageError } from "./usage";

const options = {
  name: { type: "string" },
  organisation: { type: "string" },
  city: { type: "string", multiple: true },
} as const;

/** `partner add|change|list|show|remove`: who may submit, and for which cities. */
export const partner: Command = async ({ args: [action = "", ...rest], log, withStore }) => {
  const { values, positionals } = read(rest, options);
  const empty = Object.entries(values).find(([, given]) => [given].flat().some((word) => word?.trim() === ""));
  if (empty) throw new UsageError(`--${empty[0]} expects a text, got nothing`);
  if (action === "list") return withStore(async ({ source }) => log(tableOf(await listPartners(source))));
  const slug = only(positionals, "the slug of a partner");
  if (action === "add") {
    const { name, organisation, city: cities = [] } = values;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
      throw new UsageError(`a slug is lower-case words joined by hyphens, such as \`zurich\`, got \`${slug}\``);
    if (!name || !organisation || cities.length === 0)
      throw new UsageError("partner add expects --name, --organisation and one --city or more");
    return withStore(async ({ source }) => {
      await requireNew(source, slug);
      await setPartner(source, { slug, name, organisation, cities });
      log(`Added the partner ${slug}. Next: npx citegraph key add ${slug}`);
    });
  }
  if (action === "change") {
    return withStore(async ({ source }) => {
      const { name, organisation, cities } = await known(source, slug);
      const { city, ...given } = values;
      await setPartner(source, { name, organisation, cities: city ?? cities, ...given, slug });
      log(described(await known(source, slug)));
    });
  }
  if (action === "show") return withStore(async ({ source }) => log(described(await known(source, slug))));
  if (action === "remove") {
    return withStore(async ({ source }) => {
      await removePartner(source, slug);
      log(`Removed the partner ${slug} and its keys. What it has said stays in the graph.`);
    });
  }
  throw new UsageError(`partner expects add, change, list, show or remove, got ${action || "nothing"}`);
};

async function known(source: Store["source"], slug: string): Promise<PartnerListed> {
  await requirePartner(source, slug);
  return (await listPartners(source, slug))[0]!;
}

function tableOf(partners: readonly PartnerListed[]): string {
  if (partners.length === 0) return "There are no partners yet. Add one: npx citegraph partner add --help";
  const rows = partners.map(({ slug, name, organisation, cities, keys, revisions }) => {
    return [slug, name, organisation, cities.join(" "), String(keys), String(revisions)];
  });
  return columns([["partner", "name", "organisation", "cities", "keys", "revisions"], ...rows]);
}

const described = ({ slug, name, organisation, cities, keys, revisions, addedAt }: PartnerListed): string =>
  columns([
    ["partner", slug],
    ["name", name],
    ["organisation", organisation],
    ["cities", cities.join(" ")],
    ["keys", `${keys} that can be used`],
    ["revisions", String(revisions)],
    ["added", addedAt.toISOString().slice(0, 10)],
  ]);
