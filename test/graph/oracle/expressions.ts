import { getMetadataArgsStorage } from "typeorm";
import { kinds } from "../../../src/knowledge";
import { itemByGlobalId } from "./item";
import { type Row, type Rows } from "./rows";

/** Fields that are declared as an expression in SQL, said again plainly. */
export const expressions: Readonly<Record<string, (rows: Rows, row: Row) => unknown>> = {
  "Graph.counts": (rows) =>
    kinds.map(({ name, entity }) => ({ kind: name, count: rows.of(tableNameOf(entity)).length })),
  "Revision.recordedIn": (_rows, row) => row["number"],
  "Change.factId": (_rows, row) => row["fact"],
  "Claim.isPreferred": (_rows, row) => row["position"] === 1,
  "Evidence.rule": (rows) => rows.of("graph")[0]!["evidence_rule"],
  "Observation.unit": (rows, row) => unitOf(rows, row),
  "Observation.text": (rows, row) => {
    const number = Number(row["value"]).toLocaleString("en", { maximumFractionDigits: 10 });
    const status = row["status"] === "MEASURED" ? "" : `, ${String(row["status"]).toLowerCase()}`;
    return `${qualifiers[String(row["qualifier"])]}${number} ${unitOf(rows, row)}${status}`;
  },
};

const qualifiers: Readonly<Record<string, string>> = {
  EXACTLY: "",
  AT_LEAST: "more than ",
  AT_MOST: "up to ",
  ABOUT: "about ",
};

const unitOf = (rows: Rows, row: Row) => rows.where("indicators", "id", row["indicator"])[0]!["unit"];

const tableNameOf = (entity: (typeof kinds)[number]["entity"]) =>
  String(getMetadataArgsStorage().filterTables(entity)[0]!.name);

/** Arguments of root fields that say shortly what a filter can say. */
export const askedFor: Readonly<Record<string, (row: Row, value: unknown, rows: Rows) => boolean>> = {
  "Change.since": (row, since) => Number(row["recorded_in"]) > Number(since),
  "Change.kinds": (row, names) => (names as unknown[]).includes(row["kind"]),
  "Change.about": (row, id) => (row["about"] as unknown[]).includes(id),
  "Dispute.kinds": (row, names) => (names as unknown[]).includes(row["kind"]),
  "Dispute.about": (row, id, rows) =>
    withBelongings(String(id), rows).some((one) => (row["about"] as unknown[]).includes(one)),
};

/** Whether a global id that a list is asked about is known: one that is not is told. */
export const knownAbout: Readonly<Record<string, (id: string, rows: Rows) => boolean>> = {
  Change: (id, rows) => rows.of("changes").some((row) => (row["about"] as unknown[]).includes(id)),
  Dispute: (id, rows) => itemByGlobalId(rows, id) !== null,
};

/** A thing and what belongs to it: a city's initiatives and the events it hosts, a series' editions. */
function withBelongings(id: string, rows: Rows): string[] {
  const [type, slug] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  const of = (owner: string, table: string, column: string) =>
    rows.where(table, column, slug).map((row) => `${owner}:${row["id"]}`);
  if (type === "City")
    return [
      id,
      ...of("Initiative", "initiatives", "city"),
      ...of("ExpoEdition", "expo_editions", "city"),
      ...of("AwardEdition", "award_editions", "city"),
    ];
  if (type === "Expo") return [id, ...of("ExpoEdition", "expo_editions", "expo")];
  if (type === "Award") return [id, ...of("AwardEdition", "award_editions", "award")];
  return type === "Ranking" ? [id, ...of("RankingEdition", "ranking_editions", "ranking")] : [id];
}
