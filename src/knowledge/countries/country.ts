import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Slug } from "../../graph/scalars";
import { Thing } from "../fact";

@ObjectType({ implements: Thing, description: "A country or territory with an ISO 3166 code." })
@Entity("countries")
export class Country extends Thing {
  @Field({ description: "ISO 3166-1 alpha-2, such as `CN`." })
  @Column("text")
  iso2!: string;

  @Field({ description: "ISO 3166-1 alpha-3, such as `CHN`." })
  @Column("text")
  iso3!: string;
}

@InputType()
export class CountryInput {
  @Field(() => Slug, { description: "The two-letter code in lower case." }) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field() iso2!: string;
  @Field() iso3!: string;
}
