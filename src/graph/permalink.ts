/**
 * The path of a row on every installation, from its global id: `City:shanghai-cn` lies at `/city/shanghai-cn`, one rule
 * for things and facts. Its first word is the root field that answers the row.
 */
export function pathOf(globalId: string): string {
  const end = globalId.indexOf(":");
  const type = globalId.slice(0, end);
  return `/${type[0]!.toLowerCase()}${type.slice(1)}/${encodeURI(globalId.slice(end + 1)).replace(/[?#]/g, encodeURIComponent)}`;
}

/** The address of a row at a base such as `https://citegraph.example`; with a revision, of the row as it was then. */
export function permalink(base: string, globalId: string, revision?: number): string {
  return `${base}${pathOf(globalId)}${revision === undefined ? "" : `?revision=${revision}`}`;
}

/** The address of a row of a type as SQL over its id: the same as `permalink` writes. */
export function permalinkSql(base: string, type: string, id: string): string {
  const escaped = `case when c.letter ~ ${unsafe}
    then regexp_replace(upper(encode(convert_to(c.letter, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') else c.letter end`;
  const written = `select string_agg(${escaped}, '' order by c.n) from unnest(string_to_array(${id}, null)) with ordinality c(letter, n)`;
  return `(${quoted(permalink(base, `${type}:`))} || case when ${id} ~ ${unsafe} then (${written}) else ${id} end)`;
}

// What encodeURI lets stand, less `?` and `#`, which would end the path.
const unsafe = `'[^A-Za-z0-9;,/:@&=+$_.!~*''()-]' collate "C"`;

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
