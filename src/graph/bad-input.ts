import { GraphQLError } from "graphql";

/** The error for what a caller gave and cannot be right; `message` says what was expected and what came. */
export const badInput = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
