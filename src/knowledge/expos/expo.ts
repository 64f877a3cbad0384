import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug, Url } from "../../graph/scalars";
import { Thing } from "../fact";
import { Organisation } from "../organisations/organisation";

@ObjectType({ implements: Thing, description: "A series of exhibitions or congresses." })
@Entity("expos")
export class Expo extends Thing {
  @ForeignKey(() => Organisation, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  organiser!: string | null;

  @Field(() => String, { nullable: true, description: "What it is about." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => Url, { nullable: true, description: "Its home page." })
  @Column("text", { nullable: true })
  url!: string | null;
}

@InputType()
export class ExpoInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug, { nullable: true }) organiser?: string;
  @Field(() => String, { nullable: true }) description?: string;
  @Field(() => Url, { nullable: true }) url?: string;
}
