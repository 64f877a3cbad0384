import { badInput } from "../../../graph/bad-input";
import { type Asking } from "../../../graph/reckoned";
import { type Edition, editionsBySlug, editionsWhere } from "../lists/edition";
import { type Lists, listsOf, over } from "../lists/place";
import { type ConsensusInput, type ConsensusTake, mostLists } from "./input";
import { type CountryOf, countriesNamed } from "./national";

/** The lists that are put together, and those that were looked at and left out. */
export interface Chosen {
  readonly editions: readonly Edition[];
  readonly lists: Lists;
  readonly leftOut: readonly { readonly edition: Edition; readonly reason: string }[];
}

/** Editions of rankings that speak of smart cities; those that keep to a country are left out of them. */
const smartCities = { ranking: { subject: { contains: "smart cit" } } };

/** An edition of which fewer places are known, against the best known edition of its ranking, is a fragment. */
const fragment = 2 / 3;

/** @throws GraphQLError where an edition is not known, or where fewer than two lists or more than are allowed are left */
export async function choose(asking: Pick<Asking, "read">, input: ConsensusInput): Promise<Chosen> {
  const { editions: slugs, where, take, minimumPlaces } = input;
  const found = slugs ? await editionsBySlug(asking, slugs) : await editionsWhere(asking, where ?? smartCities);
  // A country's list ranks its own cities first because it ranks no others. Who names it may have it.
  const countryOf: CountryOf = slugs || where ? () => null : await countriesNamed(asking);
  const candidates = found.filter((edition) => countryOf(edition) === null);
  const all = await listsOf(
    asking,
    candidates.map(({ slug }) => slug),
  );
  const known = new Map(candidates.map(({ slug }, i) => [slug, all.places[i]!.size]));
  const least = slugs ? 2 : minimumPlaces;
  const isKnown = ({ slug }: Edition) => known.get(slug)! >= least;
  const editions = slugs ? candidates.filter(isKnown) : taken(candidates.filter(isKnown), known, take);
  if (editions.length < 2)
    throw badInput(`expected at least 2 lists of ${least} known places or more, got ${editions.length}`);
  if (editions.length > mostLists)
    throw badInput(`expected at most ${mostLists} lists, got ${editions.length}; narrow \`where\` down`);
  const places = new Map(candidates.map(({ slug }, i) => [slug, all.places[i]!]));
  return {
    editions,
    lists: over(editions.map(({ slug }) => places.get(slug)!)),
    leftOut: [
      ...candidates
        .filter((edition) => !isKnown(edition))
        .map((edition) => ({ edition, reason: tooLittle(known.get(edition.slug)!, least) })),
      ...found.flatMap((edition) => {
        const country = countryOf(edition);
        return country === null ? [] : [{ edition, reason: national(edition, country) }];
      }),
    ],
  };
}

const national = ({ ranking }: Edition, country: string) =>
  `it keeps to ${country} (${ranking.subject}), and is no list of the world's cities; \`editions\` or \`where\` can ask for it`;

const tooLittle = (known: number, least: number) =>
  `the graph knows ${known === 0 ? "no place" : known === 1 ? "1 place" : `${known} places`} of it, at least ${least} are wanted`;

/** @param candidates the latest first */
function taken(candidates: readonly Edition[], known: ReadonlyMap<string, number>, take: ConsensusTake): Edition[] {
  if (take === "ALL") return [...candidates];
  const best = new Map<string, number>();
  for (const { slug, ranking } of candidates)
    best.set(ranking.slug, Math.max(best.get(ranking.slug) ?? 0, known.get(slug)!));
  const whole = candidates.filter(({ slug, ranking }) => known.get(slug)! >= fragment * best.get(ranking.slug)!);
  const chosen = new Map<string, Edition>();
  for (const edition of whole) {
    const { slug, publisher } = edition.ranking;
    const key = take === "LATEST_OF_EACH_RANKING" ? slug : publisher.slug;
    const found = chosen.get(key);
    // Of two rankings of one year the one of which more is known speaks for their publisher.
    const isFuller = found && found.year === edition.year && known.get(edition.slug)! > known.get(found.slug)!;
    if (!found || isFuller) chosen.set(key, edition);
  }
  return [...chosen.values()].sort((a, b) => b.year - a.year || (a.slug < b.slug ? -1 : 1));
}
