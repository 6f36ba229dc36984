package dev.anabranch.testkit.fault;

import static dev.anabranch.testkit.fault.Products.ALL;
import static dev.anabranch.testkit.verify.VerificationCheck.DOWNGRADE;
import static dev.anabranch.testkit.verify.VerificationCheck.SECOND_UPGRADE;

import java.util.List;

/** Downgrades that bring something back otherwise than it was. */
final class OtherReturns {

  private static final String AGAIN =
      "upgrade failed after a downgrade: Cannot upgrade to b1: statement # of # (...) failed: ...";

  // A unique index is a unique constraint there.
  private static final String UNIQUE =
      "after downgrade of b1: unique constraint ix_customer of customer is still there";
  private static final String NOT_UNIQUE =
      "after downgrade of b1: index ix_customer of customer is gone";

  private OtherReturns() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.of("a downgrade that brings back another type", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP COLUMN age;
                -- @downgrade
                ALTER TABLE customer ADD COLUMN age BIGINT;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.age: type is bigint and was integer"),
        PlantedFault.of("a downgrade that brings back another length", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP COLUMN city;
                -- @downgrade
                ALTER TABLE customer ADD COLUMN city VARCHAR(10);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.city: type is varchar(10) and was"
                    + " varchar(20)"),
        PlantedFault.of("a downgrade that brings back another precision", ALL)
            .before("ALTER TABLE customer ADD COLUMN owes NUMERIC(10, 2);", "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP COLUMN owes;
                -- @downgrade
                ALTER TABLE customer ADD COLUMN owes NUMERIC(12, 4);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.owes: type is numeric(12, 4) and was"
                    + " numeric(10, 2)"),
        PlantedFault.of("a downgrade that brings back another default", ALL)
            .before("ALTER TABLE customer ALTER COLUMN city SET DEFAULT 'Bonn';", "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer ALTER COLUMN city DROP DEFAULT;
                -- @downgrade
                ALTER TABLE customer ALTER COLUMN city SET DEFAULT 'Berlin';
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.city: default is 'Berlin' and was 'Bonn'"),
        PlantedFault.of("a downgrade that brings back another name of a column", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer RENAME COLUMN city TO town;
                -- @upgrade h2
                ALTER TABLE customer ALTER COLUMN city RENAME TO town;
                -- @downgrade
                ALTER TABLE customer RENAME COLUMN town TO place;
                -- @downgrade h2
                ALTER TABLE customer ALTER COLUMN town RENAME TO place;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: column customer.city is now named place")
            .fails(SECOND_UPGRADE, AGAIN),
        PlantedFault.of("a downgrade that brings back another name of an index", ALL)
            .before("CREATE INDEX ix_customer_name ON customer (name);", "")
            .b1(
                """
                -- @upgrade
                DROP INDEX ix_customer_name;
                -- @upgrade mysql
                DROP INDEX ix_customer_name ON customer;
                -- @downgrade
                CREATE INDEX customer_name_ix ON customer (name);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer_name of customer is now named"
                    + " customer_name_ix")
            .fails(SECOND_UPGRADE, AGAIN),
        index("a downgrade that brings back another order of an index", ALL)
            .b1(indexAgain("CREATE INDEX ix_customer ON customer (name, city)"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer: column list is name, city"
                    + " and was city, name"),
        index("a downgrade that brings back an index the other way round", ALL)
            .b1(indexAgain("CREATE INDEX ix_customer ON customer (city DESC, name)"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer: column list is city descending,"
                    + " name and was city, name"),
        index("a downgrade that brings back an index as a unique one", ALL)
            .b1(indexAgain("CREATE UNIQUE INDEX ix_customer ON customer (city, name)"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer is unique and was not"
                    + " unique")
            .failsOn("mysql", DOWNGRADE, UNIQUE)
            .failsOn("mysql", DOWNGRADE, NOT_UNIQUE)
            .failsOn("mariadb", DOWNGRADE, UNIQUE)
            .failsOn("mariadb", DOWNGRADE, NOT_UNIQUE),
        index("a downgrade that brings back an index for some rows only", "postgresql")
            .b1(indexAgain("CREATE INDEX ix_customer ON customer (city, name) WHERE age > 17"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer: condition \"(age > 17)\" is"
                    + " still there"),
        index("a downgrade that brings back an index with another column included", "postgresql")
            .b1(indexAgain("CREATE INDEX ix_customer ON customer (city, name) INCLUDE (age)"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer: included column list age is"
                    + " still there"),
        index("a downgrade that brings back an index of another method", "postgresql")
            .before("CREATE INDEX ix_customer ON customer (city);", "")
            .b1(indexAgain("CREATE INDEX ix_customer ON customer USING hash (city)"))
            .fails(
                DOWNGRADE,
                "after downgrade of b1: index ix_customer of customer: method is hash and was as"
                    + " by default"),
        PlantedFault.of("a downgrade that brings back another action of a foreign key", ALL)
            .before(
                """
                ALTER TABLE customer ADD CONSTRAINT fk_customer_age
                  FOREIGN KEY (age) REFERENCES customer (id) ON DELETE SET NULL;
                """,
                "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP CONSTRAINT fk_customer_age;
                -- @upgrade mysql
                ALTER TABLE customer DROP FOREIGN KEY fk_customer_age;
                -- @downgrade
                ALTER TABLE customer ADD CONSTRAINT fk_customer_age
                  FOREIGN KEY (age) REFERENCES customer (id) ON DELETE CASCADE;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: foreign key fk_customer_age of customer: on delete is"
                    + " cascade and was set null"),
        PlantedFault.of("a downgrade that brings back another query of a view", ALL)
            .before(
                "CREATE VIEW grown_up AS SELECT name FROM customer WHERE age > 17;",
                "DROP VIEW grown_up;")
            .b1(
                """
                -- @upgrade
                DROP VIEW grown_up;
                -- @downgrade
                CREATE VIEW grown_up AS SELECT name FROM customer WHERE age > 20;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: view grown_up: query is ... and was ..."),
        PlantedFault.of("a downgrade that brings a column back as a nullable one", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP COLUMN name;
                -- @downgrade
                ALTER TABLE customer ADD COLUMN name VARCHAR(40);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column customer.name is nullable and was not null"),
        PlantedFault.of("a downgrade that brings back another condition of a check", ALL)
            .before("ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age > 0);", "")
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP CONSTRAINT ck_customer_age;
                -- @downgrade
                ALTER TABLE customer ADD CONSTRAINT ck_customer_age CHECK (age >= 0);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: check constraint ck_customer_age of customer: condition"
                    + " is ... and was ..."),
        PlantedFault.of(
                "a downgrade that brings back another step of a sequence",
                "h2",
                "postgresql",
                "mariadb")
            .before(
                "CREATE SEQUENCE customer_number INCREMENT BY 10;",
                "DROP SEQUENCE customer_number;")
            .b1(
                """
                -- @upgrade
                DROP SEQUENCE customer_number;
                -- @downgrade
                CREATE SEQUENCE customer_number;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: sequence customer_number: increment is as by default and was 10"),
        PlantedFault.of("a downgrade that brings back another primary key", ALL)
            .b1(
                """
                -- @upgrade
                ALTER TABLE customer DROP CONSTRAINT customer_pkey;
                -- @upgrade h2, mysql
                ALTER TABLE customer DROP PRIMARY KEY;
                -- @downgrade
                ALTER TABLE customer ADD CONSTRAINT customer_pkey PRIMARY KEY (id, name);
                -- @downgrade h2, mysql
                ALTER TABLE customer ADD PRIMARY KEY (id, name);
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: primary key...of customer: column list is id, name and"
                    + " was id"),
        PlantedFault.of(
                "a downgrade that brings back another body of a trigger",
                "postgresql",
                "mysql",
                "mariadb")
            .before(
                """
                CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS
                  $$BEGIN NEW.name = OLD.name; RETURN NEW; END$$;
                CREATE TRIGGER keep BEFORE UPDATE ON customer
                  FOR EACH ROW EXECUTE FUNCTION keep();
                -- @upgrade mysql
                CREATE TABLE customer (
                  id INTEGER NOT NULL PRIMARY KEY,
                  name VARCHAR(40) NOT NULL,
                  city VARCHAR(20));
                CREATE TRIGGER keep BEFORE UPDATE ON customer FOR EACH ROW SET NEW.name = OLD.name;
                """,
                """
                DROP TABLE customer;
                DROP FUNCTION keep();
                -- @downgrade mysql
                """)
            .b1(
                """
                -- @upgrade
                DROP TRIGGER keep ON customer;
                -- @upgrade mysql
                DROP TRIGGER keep;
                -- @downgrade
                CREATE TRIGGER keep BEFORE UPDATE OF name ON customer
                  FOR EACH ROW EXECUTE FUNCTION keep();
                -- @downgrade mysql
                CREATE TRIGGER keep BEFORE UPDATE ON customer FOR EACH ROW SET NEW.city = OLD.city;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: trigger keep of customer: definition is ... and was ..."),
        PlantedFault.of(
                "a downgrade that brings back another body of a function",
                "postgresql",
                "mysql",
                "mariadb")
            .before(
                """
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER LANGUAGE sql AS $$SELECT n * 2$$;
                -- @upgrade mysql
                CREATE TABLE customer (
                  id INTEGER NOT NULL PRIMARY KEY,
                  name VARCHAR(40) NOT NULL,
                  city VARCHAR(20));
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER DETERMINISTIC RETURN n * 2;
                """,
                """
                DROP FUNCTION twice;
                """)
            .b1(
                """
                -- @upgrade
                DROP FUNCTION twice;
                -- @downgrade
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER LANGUAGE sql AS $$SELECT n + 2$$;
                -- @downgrade mysql
                CREATE FUNCTION twice(n INTEGER) RETURNS INTEGER DETERMINISTIC RETURN n + 2;
                """)
            .fails(DOWNGRADE, "after downgrade of b1: function ...: definition is ... and was ..."),
        PlantedFault.of("a downgrade that brings back another kind of identity", "h2", "postgresql")
            .before(
                "CREATE TABLE note (id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY);",
                "DROP TABLE note;")
            .b1(
                """
                -- @upgrade
                ALTER TABLE note ALTER COLUMN id DROP IDENTITY;
                -- @downgrade
                ALTER TABLE note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
                -- @downgrade h2
                ALTER TABLE note ALTER COLUMN id SET GENERATED BY DEFAULT;
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: column note.id: identity is by default and was always"),
        PlantedFault.of("a downgrade that brings back another comment", ALL)
            .before(
                """
                COMMENT ON TABLE customer IS 'those who buy';
                -- @upgrade mysql
                CREATE TABLE customer (id INTEGER NOT NULL PRIMARY KEY) COMMENT = 'those who buy';
                """,
                "")
            .b1(
                """
                -- @upgrade
                COMMENT ON TABLE customer IS '';
                -- @upgrade mysql
                ALTER TABLE customer COMMENT = '';
                -- @downgrade
                COMMENT ON TABLE customer IS 'those who sell';
                -- @downgrade mysql
                ALTER TABLE customer COMMENT = 'those who sell';
                """)
            .fails(
                DOWNGRADE,
                "after downgrade of b1: table customer: comment is \"those who sell\" and was"
                    + " \"those who buy\""));
  }

  private static PlantedFault index(String kind, String... products) {
    return PlantedFault.of(kind, products)
        .before("CREATE INDEX ix_customer ON customer (city, name);", "");
  }

  private static String indexAgain(String statement) {
    return """
        -- @upgrade
        DROP INDEX ix_customer;
        -- @upgrade mysql
        DROP INDEX ix_customer ON customer;
        -- @downgrade
        """
        + statement
        + ";\n";
  }
}
