import { type RequestListener } from "node:http";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import fastify, { type FastifyInstance } from "fastify";
import { addressBehind } from "./address";
import { createAllowance } from "./allowance";
import { boundBodies } from "./bodies";
import { usualConnections } from "./connections";
import { addExport } from "./export";
import { addressFault, answerFaults, clientFault } from "./faults";
import { createFront } from "./front/front";
import { Known } from "./front/known";
import { ResponseCache } from "./front/response-cache";
import { createSend } from "./front/send";
import { Straight } from "./front/straight";
import { addGraphql } from "./graphql";
import { addHealth } from "./health";
import { addHome } from "./home";
import { createHttpServer } from "./http-server";
import { readJson } from "./json-body";
import { bodyLimit as defaultBodyLimit } from "./limits";
import { addLive } from "./live/live";
import { OneLinePerRequest, requestIdOf, standardOutput, tellServed } from "./logging";
import { createExecute } from "./operations";
import { type ServerParts } from "./parts";
import { addPermalinks } from "./permalinks";
import { PersistedDocuments } from "./persisted";
import { compressOptions, corsOptions, steadyHeaders } from "./policies";
import { openRates } from "./rates/open-rates";
import { createReading } from "./reading";
import { tellRevision } from "./tell-revision";
import { addWeb, openWeb } from "./web";

/** How long a request that is under way may hold up a stop, in milliseconds. */
const grace = 10_000;

/**
 * Builds the HTTP server; the caller listens and closes. Closing finishes what is under way.
 *
 * @throws RedisRefusal if the Redis that is to count what is asked refuses us
 */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { logLevel, bodyLimit = defaultBodyLimit, log, cacheBytes = 0, proxies = 0 } = parts.settings;
  // Whoever comes through a proxy has its connections.
  const byProxy = proxies > 0 ? { perAddress: 0 } : {};
  const limits = { ...usualConnections, ...parts.settings.connections, ...byProxy };
  let isClosing = false;
  let listener: RequestListener = () => undefined;
  const server: FastifyInstance = fastify({
    bodyLimit,
    clientErrorHandler: clientFault,
    frameworkErrors: addressFault,
    genReqId: requestIdOf,
    logController: new OneLinePerRequest(),
    logger: { level: logLevel, stream: log ?? standardOutput() },
    requestIdHeader: false,
    return503OnClosing: false,
    serverFactory: (handle) => {
      listener = handle;
      return createHttpServer(limits, (request, response) => listener(request, response));
    },
  });
  server.addHook("preClose", async () => {
    isClosing = true;
  });
  const web = await openWeb();
  readJson(server);
  answerFaults(server);
  tellRevision(server, parts.revision);
  finishWhatIsUnderWay(server);
  const { shown, posted } = await steadyHeaders();
  const rates = await openRates(parts.settings, server.log);
  server.addHook("onClose", async () => rates?.close());
  const allowance = createAllowance(rates, parts.settings.underWay);
  const answering = {
    known: new Known(),
    persisted: new PersistedDocuments(),
    execute: createExecute(parts, allowance, server.log),
    allowance,
    reading: createReading(rates),
    addressOf: addressBehind(proxies),
  };
  listener = createFront({
    cache: cacheBytes > 0 && parts.latest ? new ResponseCache(cacheBytes, parts.latest) : undefined,
    straight: new Straight({ ...answering, headers: posted }),
    send: createSend({
      isClosing: () => isClosing,
      idle: limits.idle,
      served: (request, served) => tellServed(server, request, served),
    }),
    next: listener,
  });
  server.addHook("onRequest", (request, reply, done) => {
    reply.headers(request.method === "POST" ? posted : shown).header("x-request-id", request.id);
    done();
  });
  boundBodies(server, limits.bodies, answering.addressOf);
  // What a browser asks before it asks is all that is left to look at: the headers of answers are among those above.
  await server.register(async (preflights) => void (await preflights.register(cors, corsOptions)));
  await server.register(compress, compressOptions);
  addHealth(server, parts.ready);
  addHome(server, parts.home, web);
  addWeb(server, web);
  addPermalinks(server, parts.pages, answering, web);
  addLive(server, parts, answering);
  addExport(server, parts.exporter, answering.addressOf, web);
  await addGraphql(server, parts, answering, web);
  return server;
}

/** While closing, an answer ends its connection; what is still open after the grace is cut. */
function finishWhatIsUnderWay(server: FastifyInstance): void {
  let closing: NodeJS.Timeout | undefined;
  server.addHook("preClose", async () => {
    closing = setTimeout(() => server.server.closeAllConnections(), grace).unref();
  });
  server.addHook("onSend", (_request, reply, payload, done) => {
    if (closing) reply.header("connection", "close");
    done(null, payload);
  });
  server.addHook("onClose", async () => clearTimeout(closing));
}
