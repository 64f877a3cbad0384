import { type GraphQLObjectType, getNamedType, isEnumType, isObjectType } from "graphql";
import { isNode, isRow, type Row, rowOf, textOf, typeOf } from "../row";
import { Html, html, joined } from "./markup";
import { type Page } from "./page";
import { dateInWords, licenceInWords, ofEnum, shown } from "./words";

/** The value of a field as people read it; undefined when it is not known. */
export function valueIn(page: Page, row: Row, field: string): Html | undefined {
  const value = row[field];
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => (isRow(item) ? part(page, item) : leaf(page, row, field, item)));
    return items.length > 0 ? joined(items, ", ") : undefined;
  }
  return isRow(value) ? part(page, value) : leaf(page, row, field, value);
}

/** A row or a part of one, within a line. */
function part(page: Page, row: Row): Html {
  if (!("__typename" in row)) return asSubmitted(row);
  const written = parts[typeOf(row)];
  if (written) return written(page, row);
  if (isNode(row)) return page.link(row);
  const fields = Object.keys(row).filter((field) => field !== "__typename");
  return joined(
    fields.map((field) => valueIn(page, row, field)),
    " ",
  );
}

const parts: Readonly<Record<string, (page: Page, row: Row) => Html>> = {
  Location: (_page, row) => {
    const [latitude, longitude] = [Number(row["latitude"]), Number(row["longitude"])];
    return html`${degrees(latitude)}° ${latitude < 0 ? "S" : "N"}, ${degrees(longitude)}° ${longitude < 0 ? "W" : "E"}`;
  },
  ExternalId: (_page, row) => {
    const [scheme, id] = [textOf(row, "scheme") ?? "", textOf(row, "id") ?? ""];
    const address = externalAddress(scheme, id);
    return html`${schemes[scheme] ?? ofEnum(scheme)} ${address ? html`<a href="${address}">${id}</a>` : id}`;
  },
  ExternalCode: (_page, row) => html`${(textOf(row, "scheme") ?? "").replaceAll("_", " ")} ${textOf(row, "code")}`,
  EditionDimension: (page, row) => {
    const weight = row["weight"];
    return html`${page.link(rowOf(row, "dimension"))}${typeof weight === "number" && ` (${shown(weight * 100)} %)`}`;
  },
  Organiser: (page, row) => html`${page.link(rowOf(row, "organisation"))} (${ofEnum(textOf(row, "role") ?? "")})`,
  ForecastPoint: (_page, row) => html`${textOf(row, "year")}: ${shown(Number(row["value"]))}`,
  Observation: (page, row) => html`${page.link(row, textOf(row, "text"))} ${page.evidence(row)}`,
};

/** JSON as somebody submitted it, field by field. */
const asSubmitted = (json: Row): Html =>
  joined(
    Object.entries(json).map(([field, value]) => {
      return html`<span class="figure">${field}: <code>${typeof value === "string" ? value : JSON.stringify(value)}</code></span>`;
    }),
  );

const degrees = (value: number) => shown(Math.round(Math.abs(value) * 100) / 100);

const schemes: Readonly<Record<string, string>> = {
  GEONAMES: "GeoNames",
  WIKIDATA: "Wikidata",
  ROR: "ROR",
  ISO_3166_2: "ISO 3166-2",
};

/** Where another system shows its own page for an id; undefined where it has none. */
export function externalAddress(scheme: string, id: string): string | undefined {
  const word = encodeURIComponent(id);
  const addresses: Readonly<Record<string, string>> = {
    WIKIDATA: `http://www.wikidata.org/entity/${word}`,
    GEONAMES: `https://sws.geonames.org/${word}/`,
    ROR: `https://ror.org/${word}`,
  };
  return addresses[scheme];
}

function leaf(page: Page, row: Row, field: string, value: unknown): Html {
  const type = page.schema.getType(typeOf(row));
  const declared = isObjectType(type) ? (type as GraphQLObjectType).getFields()[field]?.type : undefined;
  const named = declared && getNamedType(declared);
  if (isEnumType(named))
    return html`<span title="${page.meaning(named.name, String(value))}">${ofEnum(String(value))}</span>`;
  if (typeof value === "boolean") return html`${value ? "yes" : "no"}`;
  if (typeof value === "number") {
    if (named?.name === "Share") return html`${shown(value * 100)} %`;
    return html`${/year|number$/i.test(field) ? String(value) : shown(value)}`;
  }
  if (typeof value === "object") return html`<code>${JSON.stringify(value)}</code>`;
  const text = String(value);
  if (named?.name === "Url") return outside(text);
  const isDate = ["PartialDate", "Period", "Timestamp"].includes(named?.name ?? "");
  return html`${isDate ? dateInWords(text) : field === "licence" ? licenceInWords(text) : text}`;
}

/** A link to another site, shown as its address. */
export function outside(url: string, text: string = url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")): Html {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener">${text}</a>` : html`${text}`;
}
