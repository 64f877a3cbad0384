import { type FastifyInstance } from "fastify";

/** `/health/live` says that the process runs, `/health/ready` whether it can answer questions (503 and why, when it cannot). */
export function addHealth(server: FastifyInstance, ready: () => Promise<boolean>): void {
  let closing = false;
  server.addHook("preClose", async () => {
    closing = true;
  });
  server.get("/health/live", async (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "live" }),
  );
  server.get("/health/ready", async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (closing) return reply.code(503).send({ status: "stopping", reason: "The server is stopping" });
    const answers = await ready().catch((error: unknown) => {
      request.log.error({ err: error }, "the store could not be asked");
      return false;
    });
    if (answers) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", reason: "The store does not answer" });
  });
}
