import { model } from "../../../src/app";
import { Joins } from "../../../src/graph/read/joins";

const names = () => {
  let count = 0;
  return { relation: (table: string) => table, alias: () => `t${count++}` };
};
const cities = model.types.get("City")!;
const countries = model.types.get("Country")!;

test("a row that is named twice is joined once", () => {
  const [joins, from] = [new Joins(), names()];
  const first = joins.one(from, cities, "p.city");
  expect(joins.one(from, cities, "p.city")).toBe(first);
  expect(joins.sql).toBe("left join cities t0 on t0.id = p.city");
});

test("rows that other columns name, and rows of other types, are joined apart, in the order they are asked for", () => {
  const [joins, from] = [new Joins(), names()];
  const city = joins.one(from, cities, "p.city");
  joins.add("left join lateral (select 1) x on true");
  joins.one(from, countries, `${city.alias}.country`);
  joins.one(from, cities, "p.twin");
  expect(joins.sql).toBe(
    "left join cities t0 on t0.id = p.city left join lateral (select 1) x on true " +
      "left join countries t1 on t1.id = t0.country left join cities t2 on t2.id = p.twin",
  );
});
