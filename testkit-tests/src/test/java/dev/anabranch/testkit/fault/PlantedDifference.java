package dev.anabranch.testkit.fault;

import java.util.List;

/**
 * A revision {@code b1} that leads to something else on one product than on the other, and what has
 * to be said of it.
 *
 * @param kind what differs
 * @param common what it does on PostgreSQL
 * @param other what it does on H2
 * @param said what has to be said, and nothing else
 */
record PlantedDifference(String kind, String common, String other, List<String> said) {

  /** Returns all of them. */
  static List<PlantedDifference> all() {
    return List.of(
        of(
            "another type on one product",
            "ALTER TABLE customer ADD COLUMN email VARCHAR(80);",
            "ALTER TABLE customer ADD COLUMN email VARCHAR(90);",
            "table customer column email: column type is varchar(80) on postgresql and"
                + " varchar(90) on h2"),
        of(
            "a column that may be null on one product",
            "ALTER TABLE customer ADD COLUMN email VARCHAR(80) DEFAULT 'x' NOT NULL;",
            "ALTER TABLE customer ADD COLUMN email VARCHAR(80) DEFAULT 'x';",
            "table customer column email: column nullability is not null on postgresql and nullable"
                + " on h2"),
        of(
            "another default on one product",
            "ALTER TABLE customer ADD COLUMN points INTEGER DEFAULT 1;",
            "ALTER TABLE customer ADD COLUMN points INTEGER DEFAULT 2;",
            "table customer column points: column value is default constant 1 on postgresql and"
                + " default constant 2 on h2"),
        of(
            "an index that one product lacks",
            "CREATE INDEX ix_customer_name ON customer (name);",
            "ALTER TABLE customer ALTER COLUMN name SET NOT NULL;",
            "table customer index ix_customer_name is there on postgresql and not there on h2"),
        of(
            "a column that one product lacks",
            "ALTER TABLE customer ADD COLUMN email VARCHAR(80);",
            "ALTER TABLE customer ALTER COLUMN name SET NOT NULL;",
            "table customer column email is there on postgresql and not there on h2"),
        of(
            "a table that one product lacks",
            "CREATE TABLE note (id INTEGER NOT NULL, CONSTRAINT pk_note PRIMARY KEY (id));",
            "ALTER TABLE customer ALTER COLUMN name SET NOT NULL;",
            "table note is there on postgresql and not there on h2"),
        of(
            "another action of a foreign key on one product",
            """
            ALTER TABLE customer ADD CONSTRAINT fk_customer_age
              FOREIGN KEY (age) REFERENCES customer (id) ON DELETE CASCADE;
            """,
            """
            ALTER TABLE customer ADD CONSTRAINT fk_customer_age
              FOREIGN KEY (age) REFERENCES customer (id) ON DELETE SET NULL;
            """,
            "table customer foreign key fk_customer_age: foreign key on delete is cascade on postgresql"
                + " and set null on h2"),
        of(
            "a check with another condition on one product",
            "ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age > 0);",
            "ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age > 1);",
            "table customer check ck_customer_age: check condition is age>0 on postgresql and age>1 on"
                + " h2"),
        of(
            "a unique constraint that one product has as an index",
            "ALTER TABLE customer ADD CONSTRAINT uq_customer_name UNIQUE (name);",
            "CREATE UNIQUE INDEX uq_customer_name ON customer (name);",
            "table customer index uq_customer_name is not there on postgresql and there on h2",
            "table customer unique uq_customer_name is there on postgresql and not there on h2"));
  }

  private static PlantedDifference of(String kind, String common, String other, String... said) {
    return new PlantedDifference(kind, common, other, List.of(said));
  }

  /** Returns the text of the revision. */
  String revision() {
    return """
        -- @revision b1
        -- @revises a1
        -- @upgrade
        %s
        -- @upgrade h2
        %s
        -- @irreversible only the way up is of interest
        """
        .formatted(common.strip(), other.strip());
  }

  @Override
  public String toString() {
    return kind;
  }
}
