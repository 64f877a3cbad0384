import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { listen } from "./listen";

/** Bare node:http, which takes the same requests unread and answers bytes that it holds already. */
const answers = JSON.parse(readFileSync(process.env["ANSWERS"]!, "utf8")) as Record<string, string>;
const bodies = new Map(Object.entries(answers).map(([path, text]) => [path, Buffer.from(text)]));

listen(
  createServer((request, response) => {
    request.resume();
    const body = bodies.get(request.url!)!;
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": body.length })
      .end(body);
  }),
);
