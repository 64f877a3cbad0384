import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { auditServer } from "graphql-http";
import { open } from "../parts";

let server: FastifyInstance;
beforeAll(async () => {
  server = await open();
  await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

test("the audit of GraphQL over HTTP is passed in all its points", async () => {
  const { port } = server.server.address() as AddressInfo;
  const audits = await auditServer({ url: `http://127.0.0.1:${port}/graphql` });
  for (const { status, id, name } of audits) process.stdout.write(`${status} ${id} ${name}\n`);
  const failed = audits.flatMap((audit) =>
    audit.status === "ok" ? [] : [`${audit.status} ${audit.id} ${audit.name}: ${audit.reason}`],
  );
  process.stdout.write(`GraphQL over HTTP: ${audits.length - failed.length} of ${audits.length} audits\n`);
  expect({ failed, count: audits.length }).toEqual({ failed: [], count: 61 });
});
