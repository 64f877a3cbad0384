import { type Relation } from "../model";

/** SQL for how many rows there are of a kind, by its table: for those that are `counted` it is kept, as it is and as it was. */
export const countSql = (table: string, relation: Relation) =>
  `coalesce((select count from ${relation("counts")} where id = '${table}' order by recorded_in desc limit 1), 0)`;
