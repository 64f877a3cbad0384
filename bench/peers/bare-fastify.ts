import { readFileSync } from "node:fs";
import Fastify from "fastify";
import { tellReady } from "./listen";

/** Bare Fastify, which takes the same requests and answers bytes that it holds already. */
const answers = JSON.parse(readFileSync(process.env["ANSWERS"]!, "utf8")) as Record<string, string>;
const app = Fastify();
for (const [path, text] of Object.entries(answers)) {
  const body = Buffer.from(text);
  app.post(path, (_request, reply) => reply.type("application/json; charset=utf-8").send(body));
}
void app.listen({ port: 0, host: "127.0.0.1" }).then(() => tellReady((app.server.address() as { port: number }).port));
