import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Numbers are told to their last digit: `28.4 µg/m³`, not `28 µg/m³`. */
export class QuantitiesInWords1700000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(quantityText("value::text::numeric", "FM999,999,999,999,999,999,999,999,999,990.9999999999"));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(quantityText("value::numeric", "FM999,999,999,999,999,990.##########"));
  }
}

const quantityText = (number: string, format: string) => `
  create or replace function quantity_text(value double precision, unit text, qualifier text, status text) returns text
  language sql immutable parallel safe as $$
    select case qualifier when 'AT_LEAST' then 'more than ' when 'AT_MOST' then 'up to ' when 'ABOUT' then 'about ' else '' end
      || rtrim(to_char(${number}, '${format}'), '.') || ' ' || unit
      || case when status = 'MEASURED' then '' else ', ' || lower(status) end
  $$`;
