import { GraphQLScalarType } from "graphql";

export const Slug = new GraphQLScalarType({ name: "Slug" });
