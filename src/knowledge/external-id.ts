import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";

export enum IdScheme {
  GEONAMES = "GEONAMES",
  WIKIDATA = "WIKIDATA",
  ISO_3166_2 = "ISO_3166_2",
  ROR = "ROR",
}
registerEnumType(IdScheme, { name: "IdScheme", description: "A system that gives ids to things." });

@ObjectType({ description: "The id of a thing in another system." })
export class ExternalId {
  @Field(() => IdScheme) scheme!: IdScheme;
  @Field(() => String, { description: "The id as that system writes it, such as `1796236` or `Q8686`." }) id!: string;
}

@InputType()
export class ExternalIdInput {
  @Field(() => IdScheme) scheme!: IdScheme;
  @Field(() => String) id!: string;
}
