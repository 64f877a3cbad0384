import { badInput } from "../../../graph/bad-input";
import { type Asking, type Reckoned, Stored } from "../../../graph/reckoned";
import { type RankList } from "../../../scoring";
import { questionPermalink } from "../../permalink";
import { firstOf, requireFrom, requireSeed } from "../../read/counts";
import { type Edition, editionsBySlug, editionsWhere } from "../lists/edition";
import { type Lists, listsOf, over } from "../lists/place";
import { type Agreement, type AgreementInput, tries } from "./agreement-task";
import { comparability, knownOf } from "./comparability";
import { onBoth, onlyOn } from "./on-both";

interface Args {
  readonly editions: readonly string[];
  readonly top: number;
  readonly persistence: number;
  readonly seed: number;
}

/** The most editions that are compared with each other. */
const most = 6;

const pairsOfMost = (most * (most - 1)) / 2;

/** What editions of rankings have in common, and whether they may be compared. */
export const compareRankings: Reckoned = {
  field: "compareRankings",
  cost: 1_500,
  bounds: ["editions"],
  pricesWithin: { RankingComparison: { editions: { rows: { by: "editions", most } }, pairs: { rows: pairsOfMost } } },
  sdl: `(
    "Slugs of 2 to ${most} editions, such as \`imd-smart-city-index-2024\`." editions: [Slug!]!
    "How many of the first places are looked at by themselves, 1 to 1,000." top: Int! = 10
    "The chance with which a reader of rank-biased overlap goes on from one place to the next, above 0 and below 1: at 0.9 the first ten places carry 86 % of the weight." persistence: Float! = 0.9
    "The seed of random orders and resamples." seed: Int! = 1
  ): RankingComparison`,
  description:
    "How lists of cities agree, who moved between them, and whether they may be compared at all. Preferred placements are what is read. Null, with an error, where an edition is not known.",
  reckon: reckon as Reckoned["reckon"],
};

async function reckon(args: Args, asking: Asking): Promise<object> {
  const { editions: slugs, top, persistence, seed } = args;
  requireFrom(1, 1_000, top, "top");
  requireSeed(seed);
  if (!(persistence > 0 && persistence < 1))
    throw badInput(`\`persistence\` expects more than 0 and less than 1, got ${persistence}`);
  if (new Set(slugs).size !== slugs.length || slugs.length < 2 || slugs.length > most)
    throw badInput(
      `\`editions\` expects 2 to ${most} different slugs, got ${slugs.length === 0 ? "none" : slugs.join(", ")}`,
    );
  const editions = await editionsBySlug(asking, slugs);
  const publishers = editions.map(({ ranking }) => ranking.publisher.slug);
  const among = await editionsWhere(asking, { ranking: { publisher: { slug: { in: publishers } } } });
  const lists = await listsOf(asking, slugs);
  const pairs = pairsOf(editions);
  let agreed: Promise<Agreement[]> | undefined;
  // All pairs are one piece of work, done when the first of them is asked for.
  const agreement = async (pair: number) => {
    agreed ??= asking.work<Agreement[]>("agreements", {
      pairs: pairs.map(([a, b]) => listsOfPair(lists, a, b)),
      names: pairs.map(([a, b]) => [slugs[a]!, slugs[b]!]),
      top,
      persistence,
      seed,
    } satisfies AgreementInput);
    return (await agreed)[pair]!;
  };
  return {
    editions: editions.map(({ id }) => new Stored(id)),
    pairs: pairs.map(([a, b], i) => pairOf(editions, lists, a, b, among, () => agreement(i))),
    seed,
    method: methodOf(top, persistence, seed),
    permalink: questionPermalink(
      asking.publicUrl,
      asking.revision,
      question,
      args as unknown as Record<string, unknown>,
    ),
  };
}

/** Each pair of them once, the earlier year first. */
function pairsOf(editions: readonly Edition[]): (readonly [number, number])[] {
  return editions.flatMap((one, a) =>
    editions.slice(a + 1).map((other, k) => {
      const b = a + 1 + k;
      return one.year <= other.year ? ([a, b] as const) : ([b, a] as const);
    }),
  );
}

/** The two over the cities that are on either. */
function listsOfPair({ places }: Lists, a: number, b: number): readonly [RankList, RankList] {
  const [one, other] = over([places[a]!, places[b]!]).lists;
  return [one!, other!];
}

function pairOf(
  editions: readonly Edition[],
  lists: Lists,
  a: number,
  b: number,
  among: readonly Edition[],
  agreement: () => Promise<Agreement>,
) {
  const [earlier, later] = [editions[a]!, editions[b]!];
  const [before, after] = [lists.places[a]!, lists.places[b]!];
  const known = knownOf(lists, a, b);
  const { verdict, reasons, instead } = comparability(earlier, later, known, among);
  const apart = onBoth(before, after);
  const isTrend = verdict === "COMPARABLE" || verdict === "UNCERTAIN";
  return {
    earlier: new Stored(earlier.id),
    later: new Stored(later.id),
    comparability: {
      verdict,
      reasons,
      explanation: reasons.map(({ text }) => text).join(" "),
      instead: instead.map((slug) => new Stored(`RankingEdition:${slug}`)),
    },
    commonCount: known.common,
    agreement,
    movers: ({ first }: { first: number }) =>
      isTrend
        ? firstOf(
            apart.filter(({ change }) => change !== 0),
            first,
          )
        : null,
    furthestApart: ({ first }: { first: number }) =>
      firstOf(apart, first).map((both) =>
        verdict === "REFUSED" ? { ...both, change: null, printedChange: null } : both,
      ),
    onlyEarlierCount: known.earlier - known.common,
    onlyEarlier: ({ first }: { first: number }) => firstOf(onlyOn(before, after), first),
    onlyLaterCount: known.later - known.common,
    onlyLater: ({ first }: { first: number }) => firstOf(onlyOn(after, before), first),
  };
}

const methodOf = (top: number, persistence: number, seed: number) =>
  "Ranks are those of the preferred claims. Kendall's tau-b and Spearman's correlation are of the cities on both lists; rank-biased overlap " +
  `(persistence ${persistence}) and the overlap of the first ${top} places are of the whole lists. Intervals of 95 % come from ` +
  `${tries.resamples.toLocaleString("en")} resamples of the cities, widened where they would miss the value, p-values from ${tries.permutations.toLocaleString("en")} random orders ` +
  `(all orders where there are fewer): two-sided of tau and of Spearman's correlation, one-sided (as much or more) of overlaps, with seed ${seed}.`;

const question = `query CompareRankings($editions: [Slug!]!, $top: Int!, $persistence: Float!, $seed: Int!) {
  compareRankings(editions: $editions, top: $top, persistence: $persistence, seed: $seed) {
    pairs {
      earlier { slug } later { slug }
      comparability { verdict explanation }
      commonCount
      agreement { kendallTau { value pValue interval { low high } } rankBiasedOverlap { value } top { places common } warnings }
      movers { city { name } change earlier { rank } later { rank } }
    }
    method
  }
}`;
