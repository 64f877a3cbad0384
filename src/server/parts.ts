import { type GraphQLSchema } from "graphql";
import { type Answer, type Question } from "../graph/answer";
import { type Exporter } from "../graph/export/exporter";
import { type PageFound } from "../graph/page-found";
import { type Within } from "../graph/subscription";
import { type ConnectionLimits } from "./connections";
import { type HomeNumbers } from "./home";
import { type LiveLimits } from "./live/limits";

/** All that the server is handed. */
export interface ServerParts {
  schema: GraphQLSchema;
  /** Executes one operation; throws only when something is broken. */
  answer(question: Question & { readonly requestId: string }): Promise<Answer>;
  /** Who holds a key. Left out where nobody may change anything. */
  identify?(key: string): Promise<Identified>;
  /** Executes one mutation, for whoever `identify` found. Left out where nothing can be changed. */
  mutate?(question: Question, holder: object | undefined): Promise<Answer>;
  /** Answers a subscription, answer by answer, each within bounds; throws GraphQLError if it is none. Left out where nothing can be subscribed to. */
  subscribe?(question: Question, within: Within): AsyncIterableIterator<Answer>;
  /** Hands out whole lists. Left out where none can be taken along. */
  exporter?: Exporter;
  /** The number of the latest revision, for what is refused before it is asked; throws when the store cannot be asked. */
  revision?(): Promise<number>;
  /** The latest revision that was heard of; undefined while revisions are not heard of. Left out where answers are not kept. */
  latest?(): number | undefined;
  /** Whether the store can be asked. */
  ready(): Promise<boolean>;
  /** The live numbers of the home page. */
  home(): Promise<HomeNumbers>;
  /** The pages of things and facts, at their permalinks. Left out where there are none. */
  pages?: PagesPart;
  settings: {
    logLevel: string;
    /** The longest body of anyone without a key, in bytes; 1 MiB by default. */
    bodyLimit?: number;
    /** How much of answers is kept, in bytes; none by default. */
    cacheBytes?: number;
    /** What one address or key may ask within a minute, by cost; without bounds by default. */
    rate?: number;
    /** The Redis in which that is counted, for all instances together; in the memory of this process by default. */
    redisUrl?: string | undefined;
    /** How many proxies stand in front of the server, whose word is taken for where a request comes from; none by default. */
    proxies?: number;
    /** Bounds connections otherwise than usual. */
    connections?: Partial<ConnectionLimits>;
    /** How many operations may be under way at once. */
    underWay?: number;
    /** Takes the log lines; standard output by default. */
    log?: { write(line: string): void };
    /** Bounds those who listen otherwise than usual. */
    live?: Partial<LiveLimits>;
  };
}

/** Who holds a key, as whoever identified them knows them, or why the key is refused. */
export type Identified = { readonly holder: object } | { readonly refused: string };

/** Makes the pages of things and facts. */
export interface PagesPart {
  /** The first words of their paths: `city` for those at `/city/...`. */
  readonly words: readonly string[];
  /** One page; `revision` and `date` are as they were asked for. Throws only when something is broken. */
  find(
    wanted: { word: string; id: string; revision?: string | undefined; date?: string | undefined },
    form: "html" | "jsonld",
    look: PageLook,
  ): Promise<PageFound>;
  /** The page that says why there is none. */
  excuse(found: Extract<PageFound, { is: "missing" | "refused" }>, look: PageLook): string;
  /** The page of the words that JSON-LD has of us. */
  vocabulary(look: PageLook): string;
}

/** What pages look like: their style, and the address of their icon. */
export interface PageLook {
  readonly css: string;
  readonly icon?: string;
}
