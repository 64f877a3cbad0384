import { Field, InputType, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Slug, Url } from "../../graph/scalars";
import { Country } from "../countries/country";
import { ExternalId, ExternalIdInput } from "../external-id";
import { Thing } from "../fact";

@ObjectType({ implements: Thing, description: "A publisher, an organiser, a forecaster, an authority." })
@Entity("organisations")
export class Organisation extends Thing {
  @ForeignKey(() => Country, { deferrable: "INITIALLY DEFERRED" })
  @Column("text", { nullable: true })
  country!: string | null;

  @Field(() => Url, { nullable: true, description: "Its home page." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => [ExternalId], { description: "Its ids in other systems." })
  @Column("jsonb")
  externalIds!: ExternalId[];
}

@InputType()
export class OrganisationInput {
  @Field(() => Slug) slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug, { nullable: true }) country?: string;
  @Field(() => Url, { nullable: true }) url?: string;
  @Field(() => [ExternalIdInput], { nullable: true }) externalIds?: ExternalIdInput[];
}
