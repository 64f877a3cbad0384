import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { setPartner } from "../../src/partners/book";
import { addKey } from "../../src/partners/keyring";
import { type OwnWorld, world } from "../support/world";

/** Two cities with an organisation each, what can be measured and won, and what a publisher says. */
export const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: citegraph, licence: CC-BY-4.0, licenceClass: PERMISSIVE }
organisations:
  - { slug: citegraph, name: Citegraph }
  - { slug: city-of-zurich, name: City of Zurich }
  - { slug: city-of-oslo, name: City of Oslo }
countries:
  - { slug: ch, name: Switzerland, iso2: CH, iso3: CHE }
  - { slug: "no", name: Norway, iso2: "NO", iso3: NOR }
cities:
  - { slug: zurich-ch, name: Zurich, country: ch }
  - { slug: oslo-no, name: Oslo, country: "no" }
indicators:
  - { slug: pm25-annual-mean, name: Fine dust, definition: Fine dust., unit: "µg/m³", direction: LOWER_IS_BETTER, subjects: [CITY], minimum: 0, maximum: 500 }
  - { slug: users, name: Users, definition: Who uses it., unit: users, direction: NOT_SCORED, subjects: [INITIATIVE, CITY], minimum: 1 }
awards: [{ slug: prize, name: The Prize, organiser: citegraph }]
awardEditions: [{ slug: prize-2023, award: prize, year: 2023 }]
initiatives: [{ slug: city-app-oslo-no, name: City App, city: oslo-no }]
`;

export const report = `
source: { slug: report, kind: PUBLISHER, title: Report, publisher: citegraph, published: "2024", licence: NOT-STATED, licenceClass: UNCLEAR }
observations:
  - { subject: "City:zurich-ch", indicator: pm25-annual-mean, period: "2023", value: 9.1 }
  - { subject: "City:oslo-no", indicator: pm25-annual-mean, period: "2023", value: 7.2 }
`;

/** The source of a submission by the partner `zurich`. */
export const source = {
  slug: "zurich-figures",
  kind: "PARTNER",
  title: "Figures of Zurich",
  publisher: "city-of-zurich",
  licence: "CC-BY-4.0",
  licenceClass: "PERMISSIVE",
};

let count = 0;

/** A source of its own for each test, so that none stands on another. */
export const fresh = () => ({ ...source, slug: `zurich-${++count}` });

/** A value of fine dust in Zurich. */
export const dust = (period: string, value: unknown, more: object = {}) => ({
  subject: "City:zurich-ch",
  indicator: "pm25-annual-mean",
  period,
  value,
  ...more,
});

/** A graph with two partners, behind a server. */
export interface PartnerWorld extends OwnWorld {
  readonly server: FastifyInstance;
  /** The keys of `zurich` and `oslo`. */
  readonly keys: { readonly zurich: string; readonly oslo: string };
  /** Sends a question; with a key unless that is left out. */
  send(query: string, variables?: object, key?: string): Promise<Sent>;
  /**
   * Submits with a key, Zurich's by default, and answers the payload. A dry run before it, which asks for no evidence, must
   * tell the same of every row.
   */
  submit(submission: unknown, options?: Options): Promise<Payload>;
  /** The same without the dry run. */
  submitAlone(submission: unknown, options?: Options): Promise<Payload>;
}

interface Options {
  readonly mode?: string;
  readonly dryRun?: boolean;
  readonly acceptValid?: boolean;
  readonly message?: string;
  readonly key?: string;
}

interface Sent {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: {
    data?: Record<string, never> | null;
    errors?: { message: string; extensions: { code: string } }[];
    extensions?: { revision: number };
  };
}

export interface Refusal {
  path: string | null;
  code: string;
  message: string;
  expected: string | null;
  nearest: string[];
}

export interface Payload {
  revision: number | null;
  counts: Record<string, number>;
  verdicts: {
    path: string | null;
    id: string | null;
    action: string;
    before: unknown;
    after: unknown;
    refusals: Refusal[];
  }[];
  evidence: { id: string; before: string | null; after: string | null }[];
}

const rowFields = `
  counts { added changed unchanged retracted refused }
  verdicts { path id action before after refusals { path code message expected nearest } }`;

export const payloadFields = `revision ${rowFields} evidence { id before after }`;

const mutation = (fields: string) => `
  mutation ($submission: Submission!, $mode: SubmitMode, $dryRun: Boolean, $acceptValid: Boolean, $message: String) {
    submit(submission: $submission, mode: $mode, dryRun: $dryRun, acceptValid: $acceptValid, message: $message) { ${fields} }
  }`;
const whole = mutation(payloadFields);
const rowsAlone = mutation(rowFields);

/** Opens such a world; whoever opens it closes it. */
export async function partnerWorld(...yaml: readonly string[]): Promise<PartnerWorld> {
  const graph = await world(catalogue, report, ...yaml);
  const { source: store } = graph.store;
  await setPartner(store, { slug: "zurich", name: "Zurich", organisation: "city-of-zurich", cities: ["zurich-ch"] });
  await setPartner(store, { slug: "oslo", name: "Oslo", organisation: "city-of-oslo", cities: ["oslo-no"] });
  const keys = { zurich: await addKey(store, "zurich", null), oslo: await addKey(store, "oslo", null) };
  const server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
  const send: PartnerWorld["send"] = async (query, variables = {}, key) => {
    const response = await server.inject({
      method: "POST",
      url: "/graphql",
      payload: { query, variables },
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  const submitted = async (mutation: string, submission: unknown, { key = keys.zurich, ...options }: Options) => {
    const { body } = await send(mutation, { submission, ...options }, key);
    if (body.errors) throw new Error(body.errors.map(({ message }) => message).join("\n"));
    return (body.data as unknown as { submit: Payload }).submit;
  };
  return {
    ...graph,
    server,
    keys,
    send,
    submit: async (submission, options = {}) => {
      const dry = await submitted(rowsAlone, submission, { ...options, dryRun: true });
      const payload = await submitted(whole, submission, options);
      const { counts, verdicts } = payload;
      expect(dry).toEqual({ counts, verdicts });
      return payload;
    },
    submitAlone: (submission, options = {}) => submitted(whole, submission, options),
    close: async () => {
      await server.close();
      await graph.close();
    },
  };
}
