import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
  Unique,
} from "typeorm";
import { openStore, type Store } from "../../src/store/store";
import { createDatabase, type TestDatabase } from "../support/database";

@Entity("countries")
class Country {
  @PrimaryColumn("text")
  slug!: string;
}

const long = "an_uncommonly_long_name_for_a_table_of_towns";

@Entity(long)
@Unique(["country", "name"])
@Check(`"inhabitants" >= 0`)
class Town {
  @PrimaryColumn("text")
  slug!: string;

  @Index()
  @ForeignKey(() => Country)
  @Column("text")
  country!: string;

  @Column("text")
  name!: string;

  @Column("integer", { nullable: true })
  inhabitants!: number | null;

  @Index()
  @ForeignKey(() => Country)
  @Column("text", { nullable: true })
  countryOfItsTwinTownAcrossTheSea!: string | null;
}

@Entity("visits")
@Index(["town", "year"], { unique: true })
class Visit {
  @PrimaryColumn("text")
  id!: string;

  @ForeignKey(() => Town)
  @Column("text")
  town!: string;

  @Column("smallint")
  year!: number;
}

class Towns1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("create table countries (slug text primary key)");
    await db.query(`
      create table ${long} (
        slug text primary key,
        country text not null references countries,
        name text not null,
        inhabitants integer check (inhabitants >= 0),
        country_of_its_twin_town_across_the_sea text references countries,
        unique (country, name)
      )`);
    await db.query(`create index on ${long} (country)`);
    await db.query(`create index on ${long} (country_of_its_twin_town_across_the_sea)`);
    await db.query(
      `create table visits (id text primary key, town text not null references ${long}, year smallint not null)`,
    );
    await db.query("create unique index on visits (town, year)");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table visits, ${long}, countries`);
  }
}

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createDatabase();
  const parts = { entities: [Country, Town, Visit], migrations: [Towns1700000000001] };
  store = await openStore({ url: database.url, home: "" }, parts, () => undefined);
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

test("tables made by plain SQL, with constraints that Postgres named, are the tables TypeORM expects", async () => {
  const { upQueries } = await store.source.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test("a property is a column in snake case", () => {
  const columns = store.source.getMetadata(Town).columns.map(({ databaseName }) => databaseName);
  expect(columns).toContain("country_of_its_twin_town_across_the_sea");
});

test("a row written through an entity is read as plain columns", async () => {
  await store.source.getRepository(Country).insert({ slug: "spain" });
  await store.source.getRepository(Town).insert({ slug: "vic", country: "spain", name: "Vic" });
  const { rows } = await store.pool.query(`select slug, country, inhabitants from ${long}`);
  expect(rows).toEqual([{ slug: "vic", country: "spain", inhabitants: null }]);
});
