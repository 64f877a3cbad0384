/** What sections are called where the field's own name is not the word for it. */
const titles: Readonly<Record<string, string>> = {
  "City.placements": "Places in rankings",
  "RankingEdition.placements": "Who stands where",
  "City.expoEditions": "Expos hosted",
  "AwardEdition.wins": "Winners",
  "Award.editions": "Editions and their winners",
  "Organisation.said": "What its people said",
  "Organisation.statements": "What is said of it",
  "Indicator.values": "Values",
  "Source.claims": "What it says",
  wins: "Awards won",
  observations: "Figures",
  statements: "Statements",
  forecasts: "Forecasts",
  subScores: "Sub-scores",
};

/** The heading of a list of a type's page. */
export function titleOf(type: string, field: string): string {
  return titles[`${type}.${field}`] ?? titles[field] ?? inWords(field);
}

const words: Readonly<Record<string, string>> = {
  iso2: "ISO 3166-1 alpha-2",
  iso3: "ISO 3166-1 alpha-3",
  url: "Home page",
  statedCagrPercent: "Stated growth a year, in percent",
  statedGrowthPercent: "Stated growth, in percent",
  use: "Used as",
  isPreferred: "The graph goes by it",
  deprecated: "No longer stands",
  sourceSlug: "Source",
  recordedAt: "Recorded",
  externalIds: "Ids elsewhere",
  externalCodes: "Codes elsewhere",
};

/** What a field of a row is called. */
export const labelOf = (type: string, field: string): string =>
  type === "Source" && field === "url" ? "Address" : inWords(field);

/** A licence as people read it. */
export const licenceInWords = (licence: string): string => (licence === "NOT-STATED" ? "not stated" : licence);

/** A name of the schema in words: `Cities assessed` for `citiesAssessed`, `Award edition` for `AwardEdition`. */
export function inWords(name: string): string {
  const plain = words[name] ?? name.replace(/(?<=[a-z0-9])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return plain[0]!.toUpperCase() + plain.slice(1);
}

/** A value of an enum in words: `single source` for `SINGLE_SOURCE`. */
export const ofEnum = (value: string): string => value.toLowerCase().replace(/^co_/, "co-").replaceAll("_", " ");

const months = "January February March April May June July August September October November December".split(" ");

/** A date as far as it is known, for people: `12 October 2023`, `October 2023`, `2023`; a span has a dash. */
export function dateInWords(date: string): string {
  if (date.includes("/")) return date.split("/").map(dateInWords).join(" \u2013 ");
  const [year, month, day] = date.slice(0, 10).split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  if (!name) return date;
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}

/** From one date to another: `12\u201314 October 2023` where they share a month. */
export function spanInWords(from: string | undefined, to: string | undefined): string {
  if (!from || !to || from === to) return from || to ? dateInWords((from ?? to)!) : "";
  const shares = from.length === 10 && to.length === 10 && from.slice(0, 7) === to.slice(0, 7);
  return shares ? `${Number(from.slice(8))}\u2013${dateInWords(to)}` : `${dateInWords(from)} \u2013 ${dateInWords(to)}`;
}

/** A number for people: thousands set apart. */
export const shown = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 10 });

/** How many of something: `1 point`, `3 points`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${shown(count)} ${count === 1 ? one : many}`;
