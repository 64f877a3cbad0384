import { type DocumentNode, GraphQLError, type OperationDefinitionNode, parse } from "graphql";
import { type Question } from "../answer";
import { type Asking, type Work } from "../reckoned";
import { dataOf, type ReadAt, readAt } from "./at-revision";
import { fill } from "./fill";
import { Fitting } from "./fit";
import { type Licence, withLicences } from "./licences";
import { type Memory } from "./memory";
import { type Document } from "./selection";

/** What one question's reckoning is part of. */
export interface Setting {
  readonly question: Question;
  readonly document: Document;
  readonly operation: OperationDefinitionNode;
  readonly revision: number;
  readonly isPast: boolean;
  readonly tellsLicences: boolean;
  readonly publicUrl: string;
  /** Documents written for this operation before. */
  readonly known: Map<string, DocumentNode>;
  readonly work: Work;
  readonly memory: Memory;
  ask: ReadAt;
}

/** One question's reckoning: all that it reads is of one revision. */
export class Reckoning {
  readonly asking: Asking;
  readonly fitting: Fitting;
  /** The licences of what was read for it, where they are to be told. */
  licences: readonly Licence[] = [];
  private readonly read: ReadAt;

  constructor(private readonly setting: Setting) {
    const { revision, isPast, publicUrl, work, question, ask, tellsLicences } = setting;
    const asker = question.who === undefined ? {} : { who: question.who };
    const at = readAt(ask, revision, isPast);
    this.read = async (asked) => {
      const answer = await at({ ...asked, ...asker, licences: tellsLicences });
      if (tellsLicences)
        this.licences = withLicences(this.licences, (answer.extensions?.["licences"] ?? []) as Licence[]);
      return answer;
    };
    this.asking = {
      revision,
      publicUrl,
      read: async <Data>(query: string, variables = {}) =>
        dataOf(await this.read({ document: parsed(query), variables })) as Data,
      work: <Result>(task: string, input: unknown) =>
        work(task, input, question.gone?.(), question.who) as Promise<Result>,
      remember: (key, make) => this.remember(key, make),
    };
    this.fitting = new Fitting(setting.document, this.asking);
  }

  /** With what was made goes what it was read from, so that everybody who uses it tells its licences. */
  private async remember<Made>(key: string, make: (asking: Asking) => Promise<Made>): Promise<Made> {
    const { setting } = this;
    const { revision, tellsLicences, memory } = setting;
    const { made, licences } = await memory.once(`${revision} ${tellsLicences} ${key}`, async () => {
      const { gone: _, ...question } = setting.question;
      const own = new Reckoning({ ...setting, question });
      return { made: await make(own.asking), licences: own.licences };
    });
    this.licences = withLicences(this.licences, licences);
    return made;
  }

  /** Waits for all, puts stored rows in their places in `data`, and tells what went wrong. */
  async done(data: Record<string, unknown>): Promise<GraphQLError[]> {
    const { fitting, setting, read } = this;
    await fitting.settled();
    await fill(fitting.stored, setting.document, setting.operation, setting.question.variables, read, setting.known);
    return fitting.failures.map(({ error, holder, key }) => {
      const { message, extensions } = error;
      return new GraphQLError(message, { path: pathTo(data, holder, key) ?? null, extensions });
    });
  }
}

/** The keys and numbers from `within` down to `holder[key]`. */
function pathTo(within: unknown, holder: unknown, key: string): (string | number)[] | undefined {
  if (typeof within !== "object" || within === null) return undefined;
  const isList = Array.isArray(within);
  if (within === holder) return [isList ? Number(key) : key];
  for (const [name, value] of Object.entries(within)) {
    const path = pathTo(value, holder, key);
    if (path) return [isList ? Number(name) : name, ...path];
  }
  return undefined;
}

const documents = new Map<string, DocumentNode>();
const mostDocuments = 200;

/** Queries of reckonings are few, and keep their plans as long as their documents are kept. */
function parsed(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query, { noLocation: true });
  if (documents.size >= mostDocuments) documents.delete(documents.keys().next().value!);
  documents.set(query, known);
  return known;
}
