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
