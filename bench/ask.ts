import { Agent, request } from "node:http";

/** Asks a server questions over one connection, one after the other. */
export interface Asker {
  /** The body of the answer. Throws Error unless it came with status 200 and without errors. */
  ask(body: string): Promise<string>;
  close(): void;
}

export function openAsker(origin: string): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { "content-type": "application/json" };
  const ask = (body: string) =>
    new Promise<string>((resolve, reject) => {
      const asking = request(`${origin}/graphql`, { method: "POST", agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          if (response.statusCode === 200 && !text.startsWith('{"errors"')) resolve(text);
          else reject(new Error(`asked ${body}, got ${response.statusCode} ${text}`));
        });
      });
      asking.on("error", reject);
      asking.end(body);
    });
  return { ask, close: () => agent.destroy() };
}

/** What came of one request, over a connection of its own. */
export interface Posted {
  readonly status: number;
  readonly text: string;
  /** From asking to the last byte, in milliseconds. */
  readonly time: number;
}

/** Asks a server once, whatever comes of it. */
export function post(origin: string, body: string): Promise<Posted> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json" };
    const asking = request(`${origin}/graphql`, { method: "POST", agent: false, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode!, text, time: performance.now() - started });
      });
    });
    asking.on("error", reject);
    asking.end(body);
  });
}
