import { type Relation, type StoredType } from "../model";

/** SQL for whether the graph knows a row of this type, by SQL for its id. */
export type Known = (type: StoredType, id: string, relation: Relation) => string;

/** A row is known while it is there. */
export const isThere: Known = ({ table }, id, relation) =>
  `exists (select from ${relation(table!)} i where i.id = ${id})`;
