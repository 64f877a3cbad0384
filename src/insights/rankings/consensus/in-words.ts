import { type ConsensusMethod } from "./input";
import { type Together } from "./together";

const methods: Readonly<Record<ConsensusMethod, string>> = {
  KEMENY: "the Kemeny order, which the fewest pairwise statements of the lists contradict",
  SCHULZE: "Schulze's method, by the strongest chains of won duels (strength: the ratio of weights)",
  COPELAND: "Copeland's method, by the share of duels won",
  BORDA:
    "Borda's method for partial lists, by the mean share of the other cities beaten on the lists a city is on (of all that a list ranks, by printed rank, where their number is known; else of those ranked here)",
  PLACKETT_LUCE: "the Plackett-Luce model (with half a win and half a loss of each city against an invented rival)",
};

/** How a consensus was reckoned, in words that can be printed beneath a table. */
export function methodInWords({ input, chosen, cities, result }: Together): string {
  const publishers = new Set(chosen.editions.map(({ ranking }) => ranking.publisher.slug)).size;
  const { draws, level, seed, minimumLists } = input;
  return [
    `Consensus of ${chosen.editions.length} lists of ${publishers} publishers over ${cities.length} cities, each on at least ${minimumLists} of them, by ${methods[input.method]}.`,
    "Each publisher has one vote, shared among its lists. A list says nothing of cities that are not on it. Ranks are those of the preferred claims.",
    ...(result.kemeny ? [proofInWords(result)] : []),
    publishers < 2
      ? "No intervals were drawn: there is one publisher, and drawing it anew changes nothing."
      : draws > 0
        ? `Intervals hold ${Math.round(level * 100)} % of ${draws.toLocaleString("en")} draws of the publishers with replacement, seed ${seed}; the ranks of a draw, which knows only the cities of those drawn, are stretched to all ${cities.length}; an interval that would miss its rank is widened to hold it.`
        : "No intervals were drawn.",
    `Lists: ${chosen.editions.map(({ slug }) => slug).join(", ")}.`,
  ].join(" ");
}

function proofInWords({ kemeny, places }: Together["result"]): string {
  const { exact, gap, only } = kemeny!;
  const order = exact
    ? "The order is proven: none contradicts less"
    : `The order is the best found; another could contradict at most ${(gap * 100).toFixed(1)} % less`;
  if (only) return `${order}, nor does another contradict as little.`;
  const free = places.filter((place) => place && place.best < place.worst).length;
  if (free === 0) return `${order}; whether another contradicts as little was not found out.`;
  return `${order}, but others contradict as little: ${free} cities may stand elsewhere in those, and neighbours that may stand in the same places share a rank.`;
}

/** What a reader should mind. */
export function warningsOf(whole: Together): string[] {
  const { chosen, input } = whole;
  const publishers = new Set(chosen.editions.map(({ ranking }) => ranking.publisher.slug)).size;
  const subjects = new Set(chosen.editions.map(({ ranking }) => ranking.subject));
  const years = chosen.editions.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return [
    ...(publishers === 1 ? ["with one publisher there are no intervals: nothing tells how sure a rank is"] : []),
    ...(publishers > 1 && publishers < 5
      ? [`with ${publishers} publishers, drawing them anew says little of how sure a rank is`]
      : []),
    ...(subjects.size > 1
      ? [`the lists are about different things: ${[...subjects].map((subject) => subject ?? "not told").join("; ")}`]
      : []),
    ...(last - first > 3
      ? [`the lists are of ${first} to ${last}: what changed in between counts as disagreement`]
      : []),
    ...partsInWords(whole),
    ...firstsInWords(whole),
    ...(input.minimumLists === 1 ? ["a city on one list only stands where that list puts it"] : []),
  ];
}

/** How many parts are named, of lists that fall into more. */
const mostNamed = 5;

/** Cities that no list leads to from the others stand where the method puts them. */
function* partsInWords({ result, cities }: Together): Iterable<string> {
  const { parts, ranks } = result;
  if (parts.length < 2) return;
  const best = (part: readonly number[]) => part.reduce((a, b) => (ranks[b]! < ranks[a]! ? b : a));
  const slug = (city: number) => cities[city]!.slice("City:".length);
  const named = parts.slice(0, mostNamed).map((part) => `${part.length} cities such as ${slug(best(part))}`);
  const more = parts.length > mostNamed ? [`${parts.length - mostNamed} more`] : [];
  yield `no list connects ${parts.length} groups of cities (${[...named, ...more].join("; ")}): how cities of one stand to those of another is told by no list, only by the method`;
}

/** So many in the first place are no answer. */
function* firstsInWords({ result }: Together): Iterable<string> {
  const firsts = result.ranks.filter((rank) => rank === 1).length;
  if (firsts >= 5) yield `${firsts} cities share the first rank: by this method the lists do not tell them apart`;
}
