package dev.anabranch.dialect.oracle;

import static dev.anabranch.dialect.oracle.Compiled.assertEverywhere;
import static dev.anabranch.dialect.oracle.Compiled.assertFrom23;
import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.descending;
import static dev.anabranch.migration.Definitions.expression;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.numeric;
import static dev.anabranch.migration.Definitions.primaryKey;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;

import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.TableConstraint.Kind;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What operations on indexes, constraints and sequences become on each release. */
class OracleKeysDdlTest {

  @Nested
  class Indexes {

    private static Index with(Index index, String method, Index.Visibility visibility) {
      return new Index(
          index.name(),
          index.uniqueness(),
          index.parts(),
          new Index.Details(
              Optional.of(method),
              List.of(),
              Optional.empty(),
              visibility,
              DialectOptions.none().with("oracle", "tablespace", "fast")));
    }

    @Test
    void areCreated() {
      assertEverywhere(
          op -> {
            op.createIndex("orders", uniqueIndexOn("customer"));
            op.createIndex("orders", indexOn(descending("at"), expression("UPPER(\"CUSTOMER\")")));
            op.in("shop").online().createIndex("orders", "customer");
            op.createIndex("orders", with(indexOn("paid"), "bitmap", Index.Visibility.INVISIBLE));
            op.createIndex("orders", with(indexOn("id"), "reverse", Index.Visibility.VISIBLE));
          },
          """
          CREATE UNIQUE INDEX "UX_ORDERS_CUSTOMER" ON "ORDERS" ("CUSTOMER")
          --
          CREATE INDEX "IX_ORDERS_AT_B46F688E" ON "ORDERS" ("AT" DESC, UPPER("CUSTOMER"))
          --
          CREATE INDEX "SHOP"."IX_ORDERS_CUSTOMER" ON "SHOP"."ORDERS" ("CUSTOMER") ONLINE
          --
          CREATE BITMAP INDEX "IX_ORDERS_PAID" ON "ORDERS" ("PAID") INVISIBLE TABLESPACE "FAST"
          --
          CREATE INDEX "IX_ORDERS_ID" ON "ORDERS" ("ID") REVERSE TABLESPACE "FAST\"""");
    }

    @Test
    void mayBeThereOrMissing() {
      assertFrom23(
          op -> {
            op.ifNotExists().createIndex("orders", "id");
            op.in("shop").online().ifExists().dropIndex("orders", "i");
          },
          """
          BEGIN
            EXECUTE IMMEDIATE 'CREATE INDEX "IX_ORDERS_ID" ON "ORDERS" ("ID")';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-955) THEN
                RAISE;
              END IF;
          END;
          --
          BEGIN
            EXECUTE IMMEDIATE 'DROP INDEX "SHOP"."I" ONLINE';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-1418) THEN
                RAISE;
              END IF;
          END;""",
          """
          CREATE INDEX IF NOT EXISTS "IX_ORDERS_ID" ON "ORDERS" ("ID")
          --
          DROP INDEX IF EXISTS "SHOP"."I" ONLINE""");
    }

    @Test
    void areDroppedAndRenamed() {
      assertEverywhere(
          op -> {
            op.dropIndex("orders", "i");
            op.in("shop").renameIndex("orders", "i", "j");
          },
          """
          DROP INDEX "I"
          --
          ALTER INDEX "SHOP"."I" RENAME TO "J\"""");
    }
  }

  @Nested
  class Constraints {

    @Test
    void areAdded() {
      assertEverywhere(
          op -> {
            op.in("shop").addConstraint("orders", primaryKey("id"));
            op.addConstraint(
                "orders",
                new UniqueConstraint(
                    Optional.empty(),
                    List.of(Identifier.of("a"), Identifier.of("b")),
                    UniqueConstraint.Nulls.DISTINCT,
                    Deferrability.DEFERRABLE));
            op.addConstraint("orders", check("ck", "a > 0"));
            op.addConstraint(
                "orders",
                foreignKey("a")
                    .references("b", "c")
                    .onDelete(ReferentialAction.SET_NULL)
                    .deferrability(Deferrability.INITIALLY_DEFERRED));
            op.addConstraint(
                "orders",
                foreignKey("a").references("c", "d").onDelete(ReferentialAction.RESTRICT));
          },
          """
          ALTER TABLE "SHOP"."ORDERS" ADD CONSTRAINT "PK_ORDERS" PRIMARY KEY ("ID")
          --
          ALTER TABLE "ORDERS" ADD CONSTRAINT "UQ_ORDERS_A_B" UNIQUE ("A", "B") DEFERRABLE
          --
          ALTER TABLE "ORDERS" ADD CONSTRAINT "CK" CHECK (a > 0)
          --
          ALTER TABLE "ORDERS" ADD CONSTRAINT "FK_ORDERS_A_B" FOREIGN KEY ("A") REFERENCES "B" ("C") ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
          --
          ALTER TABLE "ORDERS" ADD CONSTRAINT "FK_ORDERS_A_C" FOREIGN KEY ("A") REFERENCES "C" ("D")""");
    }

    @Test
    void areDropped() {
      assertEverywhere(
          op -> {
            op.dropConstraint("orders", Kind.CHECK, "ck");
            op.ifExists().dropConstraint("orders", Kind.CHECK, "ck");
          },
          """
          ALTER TABLE "ORDERS" DROP CONSTRAINT "CK"
          --
          BEGIN
            EXECUTE IMMEDIATE 'ALTER TABLE "ORDERS" DROP CONSTRAINT "CK"';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-2443) THEN
                RAISE;
              END IF;
          END;""");
    }

    @Test
    void areRenamedTogetherWithTheIndexThatTheyMade() {
      assertEverywhere(
          op -> {
            op.renameConstraint("orders", Kind.CHECK, "a", "b");
            op.in("shop").renameConstraint("orders", Kind.UNIQUE, "a", "b");
          },
          """
          ALTER TABLE "ORDERS" RENAME CONSTRAINT "A" TO "B"
          --
          ALTER TABLE "SHOP"."ORDERS" RENAME CONSTRAINT "A" TO "B"
          --
          BEGIN
            FOR FOUND IN (
              SELECT INDEX_NAME FROM ALL_CONSTRAINTS
              WHERE OWNER = 'SHOP'
              AND TABLE_NAME = 'ORDERS'
              AND CONSTRAINT_NAME = 'B'
              AND INDEX_NAME = 'A'
            ) LOOP
              EXECUTE IMMEDIATE 'ALTER INDEX "SHOP"."A" RENAME TO "B"';
            END LOOP;
          END;""");
    }
  }

  @Nested
  class Sequences {

    @Test
    void areCreated() {
      assertEverywhere(
          op -> {
            op.createSequence(
                "s",
                SequenceOptions.defaults()
                    .startWith(3)
                    .incrementBy(2)
                    .minValue(1)
                    .maxValue(9)
                    .cache(4)
                    .cycle());
            op.record(
                new CreateSequence(
                    new Sequence(
                        QualifiedName.of("t"),
                        Optional.of(integer()),
                        SequenceOptions.defaults().cache(1),
                        Optional.empty()),
                    Existence.STRICT));
            op.record(
                new CreateSequence(
                    new Sequence(
                        QualifiedName.of("u"),
                        Optional.of(numeric(3, 0)),
                        SequenceOptions.defaults().incrementBy(-1),
                        Optional.empty()),
                    Existence.STRICT));
          },
          """
          CREATE SEQUENCE "S" START WITH 3 INCREMENT BY 2 MINVALUE 1 MAXVALUE 9 CACHE 4 CYCLE
          --
          CREATE SEQUENCE "T" MAXVALUE 2147483647 NOCACHE
          --
          CREATE SEQUENCE "U" INCREMENT BY -1 MINVALUE -999""");
    }

    @Test
    void areAlteredAsFarAsAnythingIsSaid() {
      assertEverywhere(
          op -> {
            op.alterSequence("s", SequenceOptions.defaults());
            op.alterSequence("s", SequenceOptions.defaults().incrementBy(5).cache(1));
            op.alterSequence("s", SequenceOptions.defaults().startWith(100).cycle());
            op.alterSequence("s", SequenceOptions.defaults(), SequenceOptions.defaults().cycle());
          },
          """
          ALTER SEQUENCE "S" INCREMENT BY 5 NOCACHE
          --
          ALTER SEQUENCE "S" CYCLE RESTART START WITH 100
          --
          ALTER SEQUENCE "S" NOCYCLE""");
    }

    @Test
    void mayBeThereOrMissing() {
      assertFrom23(
          op -> {
            op.ifNotExists().createSequence("s", SequenceOptions.defaults());
            op.ifExists().dropSequence("s");
          },
          """
          BEGIN
            EXECUTE IMMEDIATE 'CREATE SEQUENCE "S"';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-955) THEN
                RAISE;
              END IF;
          END;
          --
          BEGIN
            EXECUTE IMMEDIATE 'DROP SEQUENCE "S"';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-2289) THEN
                RAISE;
              END IF;
          END;""",
          """
          CREATE SEQUENCE IF NOT EXISTS "S"
          --
          DROP SEQUENCE IF EXISTS "S\"""");
    }

    @Test
    void areRenamedByTheirOwner() {
      assertEverywhere(op -> op.renameSequence("s", "t"), "RENAME \"S\" TO \"T\"");
    }
  }
}
