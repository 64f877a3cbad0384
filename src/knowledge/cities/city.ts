import { Field, InputType, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey } from "typeorm";
import { Latitude, Longitude, Slug } from "../../graph/scalars";
import { Country } from "../countries/country";
import { ExternalId, ExternalIdInput } from "../external-id";
import { Thing } from "../fact";

@ObjectType({ description: "Where a city's centre lies, in WGS 84." })
export class Location {
  @Field(() => Latitude) latitude!: number;
  @Field(() => Longitude) longitude!: number;
}

@ObjectType({ implements: Thing, description: "A city." })
@Entity("cities")
export class City extends Thing {
  @ForeignKey(() => Country, { deferrable: "INITIALLY DEFERRED" })
  @Column("text")
  country!: string;

  @Field(() => Location, { nullable: true, description: "Where it lies; null when not known." })
  @Column("jsonb", { nullable: true })
  location!: Location | null;

  @Field(() => Int, {
    description:
      "How well known it is, to order lists and search by: the population GeoNames gives, 0 where it gives none. Not a figure to cite.",
  })
  @Column("int")
  prominence!: number;

  @Field(() => [ExternalId], { description: "Its ids in other systems." })
  @Column("jsonb")
  externalIds!: ExternalId[];
}

@InputType()
export class LocationInput {
  @Field(() => Latitude) latitude!: number;
  @Field(() => Longitude) longitude!: number;
}

@InputType()
export class CityInput {
  @Field(() => Slug, { description: "`<name>-<iso2>`, with a further word only where a country has two." })
  slug!: string;
  @Field() name!: string;
  @Field(() => [String], { nullable: true }) aliases?: string[];
  @Field(() => Slug) country!: string;
  @Field(() => LocationInput, { nullable: true }) location?: LocationInput;
  @Field(() => Int, { nullable: true }) prominence?: number;
  @Field(() => [ExternalIdInput], { nullable: true }) externalIds?: ExternalIdInput[];
}
