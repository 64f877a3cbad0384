import { type GraphQLSchema } from "graphql";
import { type Store } from "../../src/store/store";

/** Values for arguments that must be there: by field and argument at the root (`city.slug`), by argument below it. */
export async function samplesOf({ pool }: Store, schema: GraphQLSchema): Promise<Record<string, string[]>> {
  const ids = async (table: string) =>
    (await pool.query<{ id: string }>(`select id from ${table} order by md5(id) limit 40`)).rows.map(({ id }) => id);
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  );
  const known = new Set(tables.map(({ name }) => name));
  const samples: Record<string, string[]> = { indicator: await ids("indicators") };
  const cities = (await pool.query<{ id: string }>("select id from cities order by prominence desc limit 200")).rows;
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const table = `${field.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/y$/, "ie")}s`;
    if (!known.has(table)) continue;
    const values = table === "cities" ? cities.map(({ id }) => id) : await ids(table);
    samples[`${field.name}.slug`] = values;
    samples[`${field.name}.id`] = values.map((id) => `${field.name[0]!.toUpperCase()}${field.name.slice(1)}:${id}`);
  }
  const things = cities.map(({ id }) => `City:${id}`);
  return { ...samples, "nodes.ids": things, "node.id": things };
}
