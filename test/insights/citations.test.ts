import { citation } from "../../src/insights/citations/citation";
import { type Publication } from "../../src/insights/citations/publication";
import { shipped, type World } from "../support/world";

const base = "https://citegraph.example";

const report: Publication = {
  slug: "fira-report-2023",
  kind: "PUBLISHER",
  title: "Report of the 2023 edition",
  authors: [],
  url: "https://fira.example/report",
  published: "2024-01",
  retrieved: "2026-02-11",
  language: "en",
  publisher: { name: "Fira de Barcelona" },
  carrier: null,
};

const cite = (source: Partial<Publication>, style: Parameters<typeof citation>[1]) =>
  citation({ id: "Win:wsca-2020/city/shanghai-cn", recordedIn: 7, source: { ...report, ...source } }, style, base);

const link = "https://citegraph.example/win/wsca-2020/city/shanghai-cn?revision=7";

test("APA names publisher, date, title, address, retrieval and the permalink of the fact", () => {
  expect(cite({}, "APA")).toBe(
    `Fira de Barcelona. (2024, January). Report of the 2023 edition. https://fira.example/report Retrieved February 11, 2026. Citegraph. ${link}`,
  );
});

test("Chicago does so in its own order", () => {
  expect(cite({}, "CHICAGO")).toBe(
    `Fira de Barcelona. 2024. “Report of the 2023 Edition.” January 2024. https://fira.example/report. Retrieved February 11, 2026. Citegraph. ${link}.`,
  );
});

test("BibTeX has a key of its own for each fact, and says in a note what it has no field for", () => {
  const entry = cite({ published: "2024-01-09" }, "BIBTEX");
  expect(entry).toMatch(/^@\w+\{win-wsca-2020-city-shanghai-cn,/);
  for (const part of [
    "author = {{Fira de Barcelona}}",
    "year = {2024}",
    "publisher = {Fira de Barcelona}",
    "url = {https://fira.example/report}",
    `note = {Published 2024-01-09. Retrieved 2026-02-11. Citegraph: ${link}}`,
  ]) {
    expect(entry).toContain(part);
  }
});

test("BibTeX escapes what LaTeX would take for a command, but not in an address", () => {
  const source = {
    title: "A 60% rise & $1bn in data_2.csv #1",
    url: "https://fira.example/a%20b?c_d=1&e=2#f",
    publisher: { name: "Trade & Investment" },
    kind: "PRESS",
  };
  const entry = cite(source, "BIBTEX");
  for (const part of [
    "60\\% rise \\& \\$1bn in data\\_2.csv \\#1",
    "journal = {Trade \\& Investment}",
    "publisher = {Trade \\& Investment}",
    "url = {https://fira.example/a%20b?c_d=1&e=2#f}",
  ]) {
    expect(entry).toContain(part);
  }
  for (const style of ["APA", "CHICAGO", "CSL_JSON"] as const) expect(cite(source, style)).not.toContain("\\&");
});

test("CSL-JSON is a list of one item that citation managers read", () => {
  expect(JSON.parse(cite({ published: "2024-01-09" }, "CSL_JSON"))).toEqual([
    {
      id: "win-wsca-2020-city-shanghai-cn",
      type: "webpage",
      title: "Report of the 2023 edition",
      author: [{ literal: "Fira de Barcelona" }],
      issued: { "date-parts": [[2024, 1, 9]] },
      accessed: { "date-parts": [[2026, 2, 11]] },
      publisher: "Fira de Barcelona",
      URL: "https://fira.example/report",
      language: "en",
      note: `Citegraph: ${link}`,
    },
  ]);
});

test("authors are cited by family name, and a newspaper as what it is", () => {
  const article = { kind: "PRESS", authors: ["Sheila Zabeu"], published: "2023-06-21", retrieved: null };
  expect(cite({ ...article, publisher: { name: "Network King" } }, "APA")).toBe(
    `Zabeu, S. (2023, June 21). Report of the 2023 edition. Network King. https://fira.example/report Citegraph. ${link}`,
  );
});

test("a release that a newspaper carried is its publisher's, in the newspaper", () => {
  const carried = { kind: "PRESS", carrier: { name: "Swisstrade" }, publisher: { name: "Greater Zurich Area" } };
  expect(cite({ ...carried, published: "2024-04-09", retrieved: null }, "APA")).toBe(
    `Greater Zurich Area. (2024, April 9). Report of the 2023 edition. Swisstrade. https://fira.example/report Citegraph. ${link}`,
  );
});

test("what is not known is left out: no date, no address", () => {
  const line = cite({ published: null, url: null, retrieved: null }, "APA");
  expect(line).toBe(`Fira de Barcelona. (n.d.). Report of the 2023 edition. Citegraph. ${link}`);
});

test("titles in other scripts stay as they are", () => {
  for (const style of ["APA", "CHICAGO", "BIBTEX", "CSL_JSON"] as const) {
    expect(cite({ title: "서울, 스마트도시 1위", language: "ko" }, style)).toContain("서울, 스마트도시 1위");
  }
});

describe("in the graph", () => {
  let graph: World;
  beforeAll(async () => {
    graph = await shipped();
  }, 120_000);
  afterAll(() => graph.close());

  const styles =
    "apa: citation(style: APA) chicago: citation(style: CHICAGO) bibtex: citation(style: BIBTEX) csl: citation(style: CSL_JSON)";
  const lists = [
    "rankingEditions",
    "placements",
    "subScores",
    "awardEditions",
    "wins",
    "expoEditions",
    "observations",
    "forecasts",
    "statements",
  ];

  interface Cited {
    apa: string;
    chicago: string;
    bibtex: string;
    csl: string;
    recordedIn: number;
    permalink: string;
    source: { title: string; url: string | null; publisher: { name: string } };
  }

  test.each(lists)("%s are cited in every style, each with its source and its permalink", async (list) => {
    const data = await graph.ask<Record<string, { nodes: Cited[] }>>(
      `{ ${list}(first: 10) { nodes { ${styles} recordedIn permalink source { title url publisher { name } } } } }`,
    );
    for (const { apa, chicago, bibtex, csl, recordedIn, permalink, source } of data[list]!.nodes) {
      const pinned = `${permalink}?revision=${recordedIn}`;
      for (const text of [apa, chicago, bibtex, csl]) {
        expect(text).toContain(pinned);
        if (source.url !== null) expect(text).toContain(source.url.split("?")[0]);
      }
      const [item] = JSON.parse(csl) as [{ title: string; publisher: string }];
      expect(item).toMatchObject({ title: source.title, publisher: source.publisher.name });
    }
  });

  test("a source and a figure are cited as well", async () => {
    const { source, awardEdition } = await graph.ask<{
      source: { citation: string };
      awardEdition: { entrantCountries: { citation: string } };
    }>(`{
      source(slug: "network-king-shanghai-smartest-city-2023") { citation(style: APA) }
      awardEdition(slug: "wsca-2020") { entrantCountries { citation(style: CHICAGO) } }
    }`);
    expect(source.citation).toMatch(
      /^Zabeu, S\. \(2023, June 21\)\. Shanghai is the smartest city in the world\. Network King\. https:\/\/network-king\.net\//,
    );
    expect(awardEdition.entrantCountries.citation).toContain("Shanghai Chosen Smart City of 2020");
  });
});
