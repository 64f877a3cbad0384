import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo } from "node:net";
import { Pool } from "pg";
import { questions } from "./questions";

/**
 * What somebody in a hurry would write by hand: node:http, one prepared statement a question, no GraphQL, no limits, no
 * log, no headers. It reads the same request and answers the same JSON.
 */
const pool = new Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });
const statements = new Map(questions.map(({ name, query, sql }) => [query, { name, text: withRevision(sql) }]));

interface Asked {
  query: string;
  variables: { slug: string };
}

interface Answer {
  data: string;
  revision: number;
}

const server = createServer(async (request, response) => {
  try {
    const { query, variables } = JSON.parse(await textOf(request)) as Asked;
    const { rows } = await pool.query<Answer>({ ...statements.get(query)!, values: [variables.slug] });
    const { data, revision } = rows[0]!;
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(`{"data":${data},"extensions":{"revision":${revision}}}`);
  } catch (error) {
    response.statusCode = 500;
    response.end(String(error));
  }
});

function withRevision(sql: string): string {
  return `select q.data, (select max(number) from revisions) as revision from (${sql}) q`;
}

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

server.listen(0, "127.0.0.1", () => {
  console.log(`The bare handler is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

process.once("SIGTERM", () => process.exit());
