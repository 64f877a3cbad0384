import { type ClassType, Field, Float, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { City, ExpoEdition, Observation, Placement, Win } from "./entities";
import { Slug } from "./scalars";

/** Rows with how many there are in all. */
function connectionOf<Row extends object>(name: string, row: ClassType<Row>) {
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [row]) nodes!: Row[];
    @Field(() => Int) totalCount?: number;
  }
  return Connection;
}

export const PlacementConnection = connectionOf("Placement", Placement);
export const WinConnection = connectionOf("Win", Win);
export const ExpoEditionConnection = connectionOf("ExpoEdition", ExpoEdition);
export const ObservationConnection = connectionOf("Observation", Observation);
export const SearchConnection = connectionOf("Search", City);

@ObjectType()
export class Figure {
  @Field(() => Float) value!: number;
  @Field() period!: string;
}

@ObjectType()
export class CityEdge {
  @Field(() => City) node!: City;
  @Field(() => Figure, { nullable: true }) figure!: Figure | null;
}

@ObjectType()
export class CityConnection {
  @Field(() => [City]) nodes!: City[];
  @Field(() => [CityEdge]) edges?: CityEdge[];
}

export enum SearchKind {
  City = "City",
}
export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}
export enum ObservationOrderField {
  PERIOD = "PERIOD",
}
registerEnumType(SearchKind, { name: "SearchKind" });
registerEnumType(OrderDirection, { name: "OrderDirection" });
registerEnumType(ObservationOrderField, { name: "ObservationOrderField" });

@InputType()
export class IntFilter {
  @Field(() => Int, { nullable: true }) lte?: number;
}

@InputType()
export class CityFilter {
  @Field(() => IntFilter, { nullable: true }) prominence?: IntFilter;
}

@InputType()
export class CityOrder {
  @Field(() => Slug, { nullable: true }) indicator?: string;
  @Field(() => OrderDirection, { nullable: true }) direction?: OrderDirection;
}

@InputType()
export class ObservationOrder {
  @Field(() => ObservationOrderField, { nullable: true }) field?: ObservationOrderField;
  @Field(() => OrderDirection, { nullable: true }) direction?: OrderDirection;
}
