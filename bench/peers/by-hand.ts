import { createServer, type IncomingMessage } from "node:http";
import { listen, openPool } from "./listen";
import * as sql from "./sql";

/** What somebody would write by hand for these six questions alone: node:http, prepared statements, JSON.stringify; no GraphQL, no limits. */
const pool = openPool();

type Row = Record<string, unknown>;
type Variables = Readonly<Record<string, unknown>>;

const rows = async (name: string, text: string, values: unknown[]) =>
  (await pool.query<Row>({ name, text, values })).rows;

const top = `select e.title, e.year, p.rank, p.score, c.id as city, c.name as "cityName", k.id as country, k.name as "countryName"
  from ranking_editions e
    join lateral (select * from placements where edition = e.id order by rank, id collate "C" limit 10) p on true
    join cities c on c.id = p.city join countries k on k.id = c.country
  where e.id = $1 order by p.rank`;

async function firstTen({ slug }: Variables) {
  const found = await rows("top", top, [slug]);
  const nodes = found.map(({ rank, score, city, cityName, country, countryName }) => ({
    rank,
    score,
    city: { slug: city, name: cityName, country: { slug: country, name: countryName } },
  }));
  return { rankingEdition: { title: found[0]!["title"], year: found[0]!["year"], placements: { nodes } } };
}

const placements = `select p.*, e.year, e.title, r.id as ranking, r.name as "rankingName"
  from (${sql.placementsOfCities}) p join ranking_editions e on e.id = p.edition join rankings r on r.id = e.ranking order by p.n`;
const wins = `select w.*, e.year, a.id as award, a.name as "awardName"
  from (${sql.winsOfCities}) w join award_editions e on e.id = w.edition join awards a on a.id = e.award order by w.n`;
const expos = `select x.*, y.name as "expoName" from (${sql.exposOfCities}) x join expos y on y.id = x.expo order by x.n`;

/** What the pages of cities hold, by city. */
async function partsOf(cities: readonly unknown[], first: number) {
  const read = async (name: string, text: string, shape: (row: Row) => Row) => {
    const found = new Map<unknown, Row[]>(cities.map((city) => [city, []]));
    for (const row of await rows(name, text, [cities, first])) found.get(row["city"])!.push(shape(row));
    return found;
  };
  const [ofRankings, ofAwards, ofExpos] = await Promise.all([
    read("placements", placements, ({ rank, score, year, title, ranking, rankingName }) => ({
      rank,
      score,
      edition: { year, title, ranking: { slug: ranking, name: rankingName } },
    })),
    read("wins", wins, ({ category, year, award, awardName }) => ({
      category,
      edition: { year, award: { slug: award, name: awardName } },
    })),
    read("expos", expos, ({ year, starts, expo, expoName }) => ({
      year,
      starts,
      expo: { slug: expo, name: expoName },
    })),
  ]);
  return (city: unknown) => ({
    placements: { nodes: ofRankings.get(city)! },
    wins: { nodes: ofAwards.get(city)! },
    expoEditions: { nodes: ofExpos.get(city)! },
  });
}

async function twentyCities({ most }: Variables) {
  const found = await rows("below", sql.citiesBelow(), [most, 20]);
  const parts = await partsOf(
    found.map(({ slug }) => slug),
    20,
  );
  return { cities: { nodes: found.map(({ slug, name }) => ({ slug, name, ...parts(slug) })) } };
}

async function searched({ text }: Variables) {
  const found = await rows("search", sql.search(sql.andCountry), [text, 10]);
  const nodes = found.map(({ slug, name, countryName }) => ({ slug, name, country: { name: countryName } }));
  return { search: { totalCount: found[0]?.["total"] ?? 0, nodes } };
}

async function hundredCities({ most }: Variables) {
  const found = await rows("hundred", sql.citiesBelow(sql.andCountry), [most, 100]);
  const nodes = found.map(({ country, countrySlug, countryName, ...city }) => ({
    ...city,
    country: { name: countryName },
  }));
  return { cities: { nodes } };
}

const ofPage = `select ${sql.cityColumns}, k.name as "countryName",
    (select count(*)::int from placements where city = c.id) as "totalCount"
  from cities c join countries k on k.id = c.country where c.id = $1`;
const observed = `select o.*, i.name, i.unit from (${sql.observationsOf}) o join indicators i on i.id = o.indicator
  order by o.period collate "C" desc, o.id collate "C" desc`;

async function cityPage({ slug }: Variables) {
  const [[city], parts, observations] = await Promise.all([
    rows("page", ofPage, [slug]),
    partsOf([slug], 20),
    rows("observations", observed, [slug, 20]),
  ]);
  const { name, aliases, prominence, location, country, countryName, totalCount } = city!;
  const { placements: ranked, ...others } = parts(slug);
  const nodes = observations.map(({ value, period, status, indicator, name: called, unit }) => ({
    value,
    period,
    status,
    indicator: { slug: indicator, name: called, unit },
  }));
  return {
    city: {
      ...{ slug, name, aliases, prominence, location, country: { slug: country, name: countryName } },
      ...{ placements: { totalCount, ...ranked }, ...others, observations: { nodes } },
    },
  };
}

async function byIndicator({ indicator }: Variables) {
  const found = await rows("figures", sql.citiesByFigure(sql.andCountry), [indicator, 20]);
  const edges = found.map(({ value, period, slug, name, countryName }) => ({
    figure: { value, period },
    node: { slug, name, country: { name: countryName } },
  }));
  return { cities: { edges } };
}

const answers: Record<string, (variables: Variables) => Promise<object>> = {
  ...{ Q1: firstTen, Q2: twentyCities, Q3: searched, Q4: hundredCities, Q5: cityPage, Q6: byIndicator },
};

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      text += chunk;
    });
    request.on("end", () => resolve(text));
    request.on("error", reject);
  });
}

listen(
  createServer(async (request, response) => {
    try {
      const { operationName, variables } = JSON.parse(await textOf(request)) as {
        operationName: string;
        variables: Variables;
      };
      response.setHeader("content-type", "application/json; charset=utf-8");
      response.end(JSON.stringify({ data: await answers[operationName]!(variables) }));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  }),
);
