import { Field, InputType, ObjectType } from "type-graphql";
import { Entity } from "typeorm";
import { Slug } from "../../graph/scalars";
import { Thing } from "../fact";

@ObjectType({
  implements: Thing,
  description: "What facts are about that is neither city nor country: the world, a continent, a market.",
})
@Entity("regions")
export class Region extends Thing {}

@InputType()
export class RegionInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
}
