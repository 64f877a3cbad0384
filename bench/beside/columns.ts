/** The latest revision, in SQL. */
export const present = "(select max(number) from revisions)";

/** The columns that all facts have. */
export const evidence = "source, evidence_status, evidence_disputed, evidence_publishers, evidence_claim, recorded_in";

/** What stands in them for a fact of a type with this id, of which one source alone speaks; in SQL. */
export const single = (type: string, id: string, source: string) =>
  `${source}, 'SINGLE_SOURCE', '{}'::text[], 1, 'Claim:${type}:' || ${id} || '@' || ${source}, ${present}`;
