import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { PartialDate, Slug, Url } from "../../graph/scalars";
import { City } from "../cities/city";
import { Thing } from "../fact";

@ObjectType({ implements: Thing, description: "Something a city runs." })
@Entity("initiatives")
export class Initiative extends Thing {
  @ForeignKey(() => City, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  city!: string;

  @Field(() => String, { nullable: true, description: "Its field, such as `e-government`; null when not known." })
  @Column("text", { nullable: true })
  type!: string | null;

  @Field(() => PartialDate, { nullable: true, description: "When it began, as far as it is known." })
  @Column("text", { nullable: true })
  started!: string | null;

  @Field(() => String, { nullable: true, description: "What it is." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => Url, { nullable: true, description: "Its home page." })
  @Column("text", { nullable: true })
  url!: string | null;
}

@InputType()
export class InitiativeInput {
  @Field(() => Slug, { description: "`<name>-<city>`." }) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug) city!: string;
  @Field(() => String, { nullable: true }) type?: string;
  @Field(() => PartialDate, { nullable: true }) started?: string;
  @Field(() => String, { nullable: true }) description?: string;
  @Field(() => Url, { nullable: true }) url?: string;
}
