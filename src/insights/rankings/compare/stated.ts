import { type Edition } from "../lists/edition";
import { type Reason, type Verdict } from "./reason";

/** What the publishers say of two editions. */
export interface Stated {
  /** Null where they say nothing. */
  readonly verdict: Extract<Verdict, "COMPARABLE" | "REFUSED"> | null;
  readonly reasons: readonly Reason[];
  readonly instead: readonly string[];
}

/**
 * What the publisher says of comparing two editions. That one may be compared with another holds both ways, and by way of
 * third ones. An edition can only name what was there: so it is the later one whose silence on the earlier one, where it
 * names others, is a word against it.
 */
export function stated(earlier: Edition, later: Edition, among: readonly Edition[]): Stated {
  const { publisher } = later.ranking;
  const way = wayBetween(later.slug, earlier.slug, among);
  if (way) {
    const text = wayInWords(way, publisher.name);
    return { verdict: "COMPARABLE", reasons: [{ code: "PUBLISHER_SAYS_SO", text }], instead: [] };
  }
  if (later.comparableWith.length === 0) {
    const text = `${publisher.name} does not say whether ${later.slug} may be compared with ${earlier.slug}.`;
    return { verdict: null, reasons: [{ code: "NOT_SAID", text }], instead: [] };
  }
  if (earlier.ranking.slug !== later.ranking.slug) return { verdict: null, reasons: [], instead: [] };
  const instead = insteadOf(earlier, later, among);
  const text =
    `${publisher.name} names the editions that ${later.slug} may be compared with, and ${earlier.slug} is not among them: ` +
    `the method changed in between. From ${earlier.year} to ${later.year} a change of rank would be a change of method, not of the city.` +
    (instead.length > 0 ? ` What may be compared instead: ${instead.join(", ")}.` : "");
  return { verdict: "REFUSED", reasons: [{ code: "METHOD_CHANGED", text }], instead };
}

/** What the publisher says is told as its word; what only follows from it is told as ours. */
function wayInWords(way: readonly string[], publisher: string): string {
  const [later, earlier] = [way[0]!, way.at(-1)!];
  if (way.length === 2) return `${publisher} says that ${later} may be compared with ${earlier}.`;
  return (
    `It follows from what ${publisher} says that ${later} may be compared with ${earlier}, by way of ` +
    `${way.slice(1, -1).join(" and ")}: ${publisher} does not say it of these two.`
  );
}

/** The editions from one to the other, each of which may be compared with the next: the shortest way; undefined if there is none. */
function wayBetween(from: string, to: string, among: readonly Edition[]): string[] | undefined {
  const next = neighbours(among);
  const ways = new Map([[from, [from]]]);
  for (const [slug, way] of ways) {
    if (slug === to) return way;
    for (const other of next.get(slug) ?? []) if (!ways.has(other)) ways.set(other, [...way, other]);
  }
  return undefined;
}

function neighbours(among: readonly Edition[]): Map<string, Set<string>> {
  const next = new Map<string, Set<string>>();
  const add = (one: string, other: string) => next.set(one, (next.get(one) ?? new Set()).add(other));
  for (const { slug, comparableWith } of among) {
    for (const other of comparableWith) {
      add(slug, other);
      add(other, slug);
    }
  }
  return next;
}

/** Up to three editions that the later one may be compared with, those nearest to the earlier one's year first. */
function insteadOf(earlier: Edition, later: Edition, among: readonly Edition[]): string[] {
  return among
    .filter(({ slug }) => slug !== later.slug && wayBetween(later.slug, slug, among) !== undefined)
    .sort((a, b) => Math.abs(a.year - earlier.year) - Math.abs(b.year - earlier.year) || (a.slug < b.slug ? -1 : 1))
    .slice(0, 3)
    .map(({ slug }) => slug);
}
