import { type Row } from "../knowledge/kind";
import { type Partner } from "./partner";

/** What a row is judged by: what is stored, never what the row says of itself. */
export interface Ground {
  readonly partner: Pick<Partner, "slug" | "organisation" | "cities">;
  /** The partner who first recorded the source; null where that was none, undefined where nobody has yet. */
  readonly owner: string | null | undefined;
  /** Sources of the partner's own, by their slugs, nearest first; looked up where the source is another's. */
  readonly sources: readonly string[];
  /** The slugs of the partners that its source, by its slug, may be for. */
  readonly slugs: readonly string[];
  /** The city that runs an initiative; undefined where there is no such initiative. */
  cityOf(initiative: string): string | undefined;
}

/** A row that a partner may not send, and what it might. */
export interface Overstep {
  /** The field, within the row; empty for the row as a whole. */
  readonly field: string;
  readonly message: string;
  readonly expected: string;
  readonly nearest: readonly string[];
}

/** The sections in which a partner speaks. */
const spoken = ["initiatives", "observations", "wins", "statements"];

/**
 * Where a row oversteps a partner's remit: its own sources, its cities, and their initiatives, figures, wins and
 * statements.
 *
 * @param section `sources` for the head of a submission
 */
export function oversteps(ground: Ground, section: string, row: Row): Overstep[] {
  const { partner } = ground;
  if (section === "sources") return ofSource(ground, row);
  if (section === "initiatives") return cityOnly(ground, row["city"]);
  if (section === "observations") return aboutOwn(ground, "subject", row["subject"]);
  if (section === "statements") {
    return [...aboutOwn(ground, "about", row["about"]), ...ownOnly("organisation", row, partner.organisation)];
  }
  if (section === "wins") return [...cityOnly(ground, row["city"]), ...ofWin(ground, row)];
  return [overstep("", `a partner does not speak of ${section}; expected ${listed(spoken)}`, listed(spoken), spoken)];
}

function ofSource({ partner, owner, sources, slugs }: Ground, row: Row): Overstep[] {
  const found = [...ownOnly("publisher", row, partner.organisation), ...ownOnly("carrier", row, partner.organisation)];
  if (row["kind"] !== "PARTNER") {
    found.push(overstep("kind", `expected PARTNER, as a partner speaks for itself, got ${row["kind"]}`, "PARTNER"));
  }
  const slug = String(row["slug"]);
  // `barcelona-port-x` is for the partner `barcelona-port`, not for `barcelona`.
  const namedFor = slugs.find((whose) => slugs.every(({ length }) => length <= whose.length));
  if (owner !== undefined && owner !== partner.slug) {
    found.push(
      overstep(
        "slug",
        `the source \`${slug}\` is another's; expected one of your own`,
        "a source of your own",
        sources.length > 0 ? sources : [`${partner.slug}-${slug}`],
      ),
    );
  } else if (owner === undefined && namedFor !== partner.slug) {
    const isForOther = slugs.includes(partner.slug);
    const expected = `a slug that begins with \`${partner.slug}-\`${isForOther ? " and not with another partner's" : ""}`;
    const got = `\`${slug}\`${isForOther ? `, which is for the partner \`${namedFor}\`` : ""}`;
    found.push(
      overstep("slug", `expected ${expected}, got ${got}`, expected, isForOther ? [] : [`${partner.slug}-${slug}`]),
    );
  }
  return found;
}

function ofWin({ partner }: Ground, row: Row): Overstep[] {
  const country = String(row["city"]).split("-").at(-1)!;
  return [...ownOnly("organisation", row, partner.organisation), ...ownOnly("country", row, country)];
}

/** A field that may be left out, and otherwise says one thing only. */
function ownOnly(field: string, row: Row, own: string): Overstep[] {
  if (row[field] === undefined || row[field] === own) return [];
  return [overstep(field, `expected \`${own}\`, which you speak for, got \`${row[field]}\``, `\`${own}\``, [own])];
}

function cityOnly({ partner: { cities } }: Ground, city: unknown): Overstep[] {
  if (cities.includes(String(city))) return [];
  const expected = `a city you speak for: ${listed(cities.map(quoted))}`;
  const got = city === undefined ? "none" : `\`${city}\``;
  return [overstep("city", `expected ${expected}, got ${got}`, expected, cities)];
}

function aboutOwn({ partner: { cities }, cityOf }: Ground, field: string, subject: unknown): Overstep[] {
  const [type, slug = ""] = String(subject).split(":");
  const city = type === "City" ? slug : type === "Initiative" ? cityOf(slug) : undefined;
  if (city !== undefined && cities.includes(city)) return [];
  const own = cities.map((known) => `City:${known}`);
  const expected = `a city you speak for, or an initiative of one: ${listed(own.map(quoted))}`;
  const whose = type === "Initiative" && city ? `, an initiative of \`${city}\`` : "";
  return [overstep(field, `expected ${expected}, got \`${subject}\`${whose}`, expected, own)];
}

const overstep = (field: string, message: string, expected: string, nearest: readonly string[] = [expected]) => ({
  field,
  message,
  expected,
  nearest,
});

const quoted = (word: string) => `\`${word}\``;

const listed = (words: readonly string[]) => words.join(", ") || "none";
