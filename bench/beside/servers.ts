import { keeps, keepsNone, type Server, shotOf } from "./citegraph";
import { newerNode, peer, versionOf } from "./install";
import { apolloServer, bareFastify, bareHttp, byHand, mercurius, postgraphile, yoga } from "./names";
import { translated, translations } from "./postgraphile";

const bare: NonNullable<Server["shot"]> = (question, variables, at) => ({
  ...shotOf(question, variables),
  path: `/${question.name}/${at}`,
});

/** Everybody, in the order of the table. Versions are read from what is installed. */
export function servers(): readonly Server[] {
  return [
    keepsNone,
    keeps,
    {
      name: apolloServer,
      script: peer("apollo/main.js"),
      what: `${versionOf("@apollo/server")}, type-graphql ${versionOf("type-graphql")}, TypeORM ${versionOf("typeorm")}, DataLoader`,
    },
    {
      name: mercurius,
      script: peer("mercurius.js"),
      what: `${versionOf("mercurius")} with jit, pg and DataLoader`,
    },
    {
      name: yoga,
      script: peer("yoga.js"),
      what: `${versionOf("graphql-yoga")} with its response cache, pg and DataLoader`,
    },
    {
      name: postgraphile,
      script: peer("postgraphile.js"),
      manner: { node: newerNode() },
      what: `${versionOf("postgraphile")} on a Node of its own; a list below a prominence (Q2, Q4), the search (Q3) and the order by an indicator (Q6) it cannot do by itself: it calls functions in SQL that are written by hand`,
      shot: ({ name }, variables) => shotOf({ name, query: translations[name]!.query }, translated(variables)),
      shape: ({ name }, data) => translations[name]!.shape?.(data) ?? data,
    },
    {
      name: byHand,
      script: peer("by-hand.js"),
      what: `node:http, prepared statements of pg ${versionOf("pg")}, JSON.stringify; no GraphQL`,
    },
    {
      name: bareFastify,
      script: peer("bare-fastify.js"),
      what: `${versionOf("fastify")}, the bytes of Citegraph's answers`,
      shot: bare,
    },
    { name: bareHttp, script: peer("bare-http.js"), what: "the same bytes", shot: bare },
  ];
}
