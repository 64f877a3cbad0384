import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";

export enum IdScheme {
  GEONAMES = "GEONAMES",
  WIKIDATA = "WIKIDATA",
  ISO_3166_2 = "ISO_3166_2",
  ROR = "ROR",
}
registerEnumType(IdScheme, {
  name: "IdScheme",
  description: "A system that gives ids to things.",
  valuesConfig: {
    GEONAMES: { description: "GeoNames: a number, such as `1796236`." },
    WIKIDATA: { description: "Wikidata: an item, such as `Q8686`." },
    ISO_3166_2: { description: "ISO 3166-2, subdivisions of countries: such as `CN-SH`." },
    ROR: { description: "The Research Organization Registry: such as `02nr0ka47`." },
  },
});

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
