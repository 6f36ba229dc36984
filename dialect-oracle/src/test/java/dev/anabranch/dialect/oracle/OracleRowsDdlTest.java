package dev.anabranch.dialect.oracle;

import static dev.anabranch.dialect.oracle.Compiled.assertEverywhere;
import static dev.anabranch.dialect.oracle.Compiled.assertFrom23;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.currentDate;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.sql;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.OnDialects;
import dev.anabranch.operation.ReplaceView;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What operations on views and rows, and all others, become on each release. */
class OracleRowsDdlTest {

  @Nested
  class Views {

    private static View view(View.Kind kind, DialectOptions options, String comment) {
      return new View(
          QualifiedName.of("shop", "v"),
          kind,
          List.of(Identifier.of("a")),
          SqlExpression.of("SELECT id FROM orders"),
          Optional.of(comment),
          options);
    }

    @Test
    void areCreated() {
      assertEverywhere(
          op -> {
            op.createView(view(View.Kind.PLAIN, DialectOptions.none(), "a view"));
            op.createView(
                view(
                    View.Kind.MATERIALIZED,
                    DialectOptions.none()
                        .with("oracle", "build", "deferred")
                        .with("oracle", "refresh", "fast")
                        .with("oracle", "refresh-on", "commit"),
                    "stored"));
          },
          """
          CREATE VIEW "SHOP"."V" ("A") AS
          SELECT id FROM orders
          --
          COMMENT ON TABLE "SHOP"."V" IS 'a view'
          --
          CREATE MATERIALIZED VIEW "SHOP"."V" ("A") BUILD DEFERRED REFRESH FAST ON COMMIT AS
          SELECT id FROM orders
          --
          COMMENT ON MATERIALIZED VIEW "SHOP"."V" IS 'stored'""");
    }

    @Test
    void mayBeThereOrMissing() {
      assertFrom23(
          op -> {
            op.ifNotExists().createView("v", "SELECT 1 FROM dual");
            op.ifExists().dropView("v");
            op.ifExists().dropView(view(View.Kind.MATERIALIZED, DialectOptions.none(), ""));
          },
          """
          BEGIN
            EXECUTE IMMEDIATE 'CREATE VIEW "V" AS
          SELECT 1 FROM dual';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-955) THEN
                RAISE;
              END IF;
          END;
          --
          BEGIN
            EXECUTE IMMEDIATE 'DROP VIEW "V"';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-942) THEN
                RAISE;
              END IF;
          END;
          --
          BEGIN
            EXECUTE IMMEDIATE 'DROP MATERIALIZED VIEW "SHOP"."V"';
          EXCEPTION
            WHEN OTHERS THEN
              IF SQLCODE <> (-12003) THEN
                RAISE;
              END IF;
          END;""",
          """
          CREATE VIEW IF NOT EXISTS "V" AS
          SELECT 1 FROM dual
          --
          DROP VIEW IF EXISTS "V"
          --
          DROP MATERIALIZED VIEW IF EXISTS "SHOP"."V\"""");
    }

    @Test
    void areReplaced() {
      assertEverywhere(
          op -> {
            op.replaceView("v", "SELECT 2 FROM dual");
            op.record(
                new ReplaceView(
                    view(View.Kind.PLAIN, DialectOptions.none(), ""),
                    Optional.of(view(View.Kind.PLAIN, DialectOptions.none(), "before"))));
          },
          """
          CREATE OR REPLACE VIEW "V" AS
          SELECT 2 FROM dual
          --
          CREATE OR REPLACE VIEW "SHOP"."V" ("A") AS
          SELECT id FROM orders
          --
          COMMENT ON TABLE "SHOP"."V" IS ''""");
    }

    @Test
    void whoseRowsAreStoredAreDroppedFirst() {
      View stored = view(View.Kind.MATERIALIZED, DialectOptions.none(), "");
      assertThat(Compiled.sql(23, op -> op.record(new ReplaceView(stored, Optional.of(stored)))))
          .isEqualTo(
              """
              DROP MATERIALIZED VIEW IF EXISTS "SHOP"."V"
              --
              CREATE MATERIALIZED VIEW "SHOP"."V" ("A") AS
              SELECT id FROM orders""");
    }
  }

  @Nested
  class Rows {

    @Test
    void areInsertedOneByOne() {
      assertFrom23(
          op ->
              op.insertInto("orders", "a", "b", "c", "d")
                  .row(1, "it's", true, null)
                  .row(nextValue("s"), "", currentDate(), sql("1 + 1"))
                  .insert(),
          """
          INSERT INTO "ORDERS" ("A", "B", "C", "D") VALUES
          (1, 'it''s', 1, NULL)
          --
          INSERT INTO "ORDERS" ("A", "B", "C", "D") VALUES
          ("S"."NEXTVAL", '', TRUNC(CURRENT_DATE), 1 + 1)""",
          """
          INSERT INTO "ORDERS" ("A", "B", "C", "D") VALUES
          (1, 'it''s', TRUE, NULL)
          --
          INSERT INTO "ORDERS" ("A", "B", "C", "D") VALUES
          ("S"."NEXTVAL", '', TRUNC(CURRENT_DATE), 1 + 1)""");
    }

    @Test
    void areFoundByTheNullThatTheEmptyTextIs() {
      assertEverywhere(
          op -> {
            op.update("orders", Map.of("a", ""), Condition.equal("b", ""));
            op.delete(
                "orders",
                Condition.any(
                    Condition.compare("a", Condition.Comparator.NOT_EQUAL, ""),
                    Condition.in("b", "", "x", ""),
                    Condition.in("c", "")));
          },
          """
          UPDATE "ORDERS" SET "A" = '' WHERE "B" IS NULL
          --
          DELETE FROM "ORDERS" WHERE "A" IS NOT NULL OR ("B" IS NULL OR "B" IN ('x')) OR "C" IS NULL""");
    }

    @Test
    void areFoundByLongListsInPieces() {
      Object[] many = new Object[2_001];
      Arrays.setAll(many, i -> i);
      Consumer<Operations> body = op -> op.delete("orders", Condition.in("id", many));
      assertThat(Compiled.sql(19, body).split(" IN ", -1)).hasSize(4);
      assertThat(Compiled.sql(23, body).split(" IN ", -1)).hasSize(2);
    }

    @Test
    void areTheOnlyThingThatDoesNotCommit() {
      List<DdlStatement> statements =
          Compiled.statements(
              Compiled.dialect(19),
              op -> {
                op.insertInto("a", "b").row(1).insert();
                op.update("a", Map.of("b", 1), Condition.allRows());
                op.delete("a", Condition.allRows());
                op.execute("DELETE FROM a");
                op.dropTable("a");
                op.ifExists().dropTable("a");
                op.tableComment("a", "b");
                op.execute("DROP TABLE a");
              });
      assertThat(statements)
          .extracting(DdlStatement::commit)
          .containsExactly(
              DdlStatement.Commit.WITH_TRANSACTION,
              DdlStatement.Commit.WITH_TRANSACTION,
              DdlStatement.Commit.WITH_TRANSACTION,
              DdlStatement.Commit.WITH_TRANSACTION,
              DdlStatement.Commit.BY_ITSELF,
              DdlStatement.Commit.BY_ITSELF,
              DdlStatement.Commit.BY_ITSELF,
              DdlStatement.Commit.BY_ITSELF);
      assertThat(statements)
          .allSatisfy(
              each ->
                  assertThat(Compiled.dialect(19).commitsImplicitly(each.sql()))
                      .isEqualTo(each.commit() == DdlStatement.Commit.BY_ITSELF));
    }
  }

  @Nested
  class Others {

    @Test
    void enumTypesAreNothing() {
      assertEverywhere(
          op -> {
            op.createEnumType("state", "a");
            op.dropEnumType("state", "a");
          },
          "");
    }

    @Test
    void sqlIsCutAndItsParametersAreFilledIn() {
      assertEverywhere(
          op ->
              op.execute("UPDATE a SET b = ? WHERE c = q'[?]' AND \"d?\" = ? /* ? */", "it's", -5),
          "UPDATE a SET b = 'it''s' WHERE c = q'[?]' AND \"d?\" = (-5)");
      assertEverywhere(
          op -> op.execute("BEGIN p; END;\n/\nDELETE FROM a;"),
          """
          BEGIN p; END;
          --
          DELETE FROM a""");
    }

    @Test
    void blocksAreForSomeProductsOrOutsideTransactions() {
      assertEverywhere(
          op -> {
            op.record(
                new OnDialects(
                    List.of("oracle"),
                    Compiled.recorded(Compiled.dialect(19), in -> in.dropTable("a"))));
            op.record(
                new OnDialects(
                    List.of("h2"),
                    Compiled.recorded(Compiled.dialect(19), in -> in.dropTable("b"))));
          },
          "DROP TABLE \"A\"");
      assertThat(
              Compiled.statements(
                  Compiled.dialect(19), op -> op.outsideTransaction(in -> in.dropTable("a"))))
          .containsExactly(DdlStatement.committing("DROP TABLE \"A\"").outside());
    }
  }
}
