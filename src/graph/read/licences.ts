import { type OperationDefinitionNode } from "graphql";
import { type Relation } from "../model";
import { type Json, jsonValue } from "./json";
import { type Row } from "./row";

/** The directive, and the header of HTTP, by which an answer tells under which licences its facts come. */
export const licencesSdl = `
"Tells in \`extensions.licences\` the licences of all that the answer uses, each with its sources: \`[{ licence, licenceClass, sources: [{ slug, title, publisher, url }] }]\`. The HTTP header \`citegraph-licences: 1\` asks for the same."
directive @licences on QUERY`;

export const asksForLicences = ({ directives }: OperationDefinitionNode): boolean =>
  directives?.some(({ name }) => name.value === "licences") ?? false;

/** The key under which each row of an answer names its source until the answer is handed on; no answer can have it. */
const key = "@source";

/** What a row adds to its JSON so that its source is known; nothing for rows without one. */
export function sourcePair({ type, id, text }: Row): (readonly [string, Json])[] {
  if (!type.table) return [];
  if (type.name === "Source") return [[key, jsonValue(id, "String")]];
  const named = type.columns.get("sourceSlug");
  if (named) return [[key, jsonValue(text(named.column), "String")]];
  const edge = type.edges.get("source");
  return edge?.shape === "one" && edge.target === "Source" ? [[key, jsonValue(text(edge.column), "String")]] : [];
}

/** SQL for the licences of the sources that `data`, the JSON of an answer as text, names. */
export function licencesOf(data: string, relation: Relation): string {
  return `(select coalesce(json_agg(l order by l.licence collate "C", l."licenceClass" collate "C"), '[]'::json) from (
    select s.licence, s.licence_class as "licenceClass", json_agg(json_build_object('slug', s.id, 'title', s.title, 'publisher', o.name, 'url', s.url) order by s.id collate "C") as sources
    from ${relation("sources")} s join ${relation("organisations")} o on o.id = s.publisher
    where s.id in (select jsonb_path_query(${data}::jsonb, '$.**."${key}"') #>> '{}')
    group by s.licence, s.licence_class) l)`;
}

/** For `JSON.parse`: leaves out the keys that name sources. */
export const withoutSources = (name: string, value: unknown): unknown => (name === key ? undefined : value);

/** A licence as an answer tells it. */
export interface Licence {
  readonly licence: string | null;
  readonly licenceClass: string | null;
  readonly sources: readonly { readonly slug: string }[];
}

/** The licences of two answers as those of one. */
export function withLicences(some: readonly Licence[], more: readonly Licence[]): Licence[] {
  const word = ({ licence, licenceClass }: Licence) => JSON.stringify([licence, licenceClass]);
  const all = new Map(some.map((licence) => [word(licence), licence]));
  for (const licence of more) {
    const known = all.get(word(licence))?.sources ?? [];
    const sources = new Map([...known, ...licence.sources].map((source) => [source.slug, source]));
    const inOrder = [...sources.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    all.set(word(licence), { ...licence, sources: inOrder });
  }
  return [...all.values()].sort((a, b) => (word(a) < word(b) ? -1 : 1));
}
