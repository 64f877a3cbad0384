/** The head of a source that differs from the usual one: press, of its own publisher, of 2024. */
export interface Head {
  readonly slug: string;
  readonly kind?: "PUBLISHER" | "OFFICIAL" | "PRESS" | "COMPILATION" | "PARTNER";
  readonly publisher?: string;
  readonly carrier?: string;
  readonly published?: string;
}

/** Rows of a submission, by section. */
export type Rows = Readonly<Record<string, readonly object[]>>;

/** A data file: one source and what it says. JSON is YAML. */
export function file({ slug, kind = "PRESS", publisher = `publisher-of-${slug}`, ...more }: Head, rows: Rows): string {
  const source = { slug, kind, title: slug, publisher, licence: "NOT-STATED", licenceClass: "UNCLEAR", ...more };
  return JSON.stringify({ source, ...rows });
}

/** The things that the sources of a test speak of, and the publishers of those sources. */
export function catalogue(sources: readonly Head[]): string {
  const publishers = sources.flatMap(({ slug, publisher = `publisher-of-${slug}`, carrier }) => [
    publisher,
    ...(carrier === undefined ? [] : [carrier]),
  ]);
  return file(
    { slug: "catalogue", kind: "COMPILATION", publisher: "citegraph" },
    {
      organisations: [...new Set(["citegraph", ...publishers])].map((slug) => ({ slug, name: slug })),
      countries: [{ slug: "cn", name: "China", iso2: "CN", iso3: "CHN" }],
      cities: [{ slug: "shanghai-cn", name: "Shanghai", country: "cn", prominence: 1 }],
      rankings: [{ slug: "index", name: "The Index", publisher: "citegraph" }],
      awards: [{ slug: "prize", name: "The Prize" }],
      indicators: [
        {
          slug: "visitors",
          name: "Visitors",
          definition: "Who came.",
          unit: "people",
          direction: "NOT_SCORED",
          subjects: ["CITY"],
        },
      ],
    },
  );
}

/** A number of visitors to Shanghai, as a source prints it. */
export interface Quantity {
  readonly value: number;
  readonly qualifier?: "AT_LEAST" | "AT_MOST" | "ABOUT";
  readonly status?: "PLANNED";
  readonly note?: string;
  readonly deprecated?: string;
}

/** The row that says so, of a year. */
export function visitors(year: number, quantity: Quantity) {
  return { subject: "City:shanghai-cn", indicator: "visitors", period: String(year), ...quantity };
}
