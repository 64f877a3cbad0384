/** What a forecast foretells, and of what: once recorded it stays. */
const lasting = ["forecaster", "indicator", "subject", "points", "statedGrowthPercent", "statedCagrPercent"];

const shown = (claim: string) => `left(coalesce(nullif(${claim}.values->field, 'null')::text, 'nothing'), 300)`;

/** Without what only tells how finely it was printed, which may be learnt later. */
const bare = (claim: string) => `case when jsonb_typeof(${claim}.values->field) = 'array'
    then (select jsonb_agg(point - 'roundedTo' order by n) from jsonb_array_elements(${claim}.values->field) with ordinality p(point, n))
    else nullif(${claim}.values->field, 'null') end`;

/** SQL that finds claims ($1, their ids) by which a source would change a forecast it published. */
export const unchangedSql = `
  select c.id, field, format('%s is recorded with another %s and a forecast stays as it was: expected %s, got %s; record what is foretold now as a new forecast that names this one in revises',
      c.values->>'slug', field, ${shown("h")}, ${shown("c")}) as message, 'UNCHANGEABLE' as code
  from claims c join history.claims h on h.id = c.id and h.recorded_until = c.recorded_in,
    unnest(array[${lasting.map((field) => `'${field}'`).join(", ")}]) field
  where c.id = any($1::text[]) and ${bare("c")} is distinct from ${bare("h")}`;
