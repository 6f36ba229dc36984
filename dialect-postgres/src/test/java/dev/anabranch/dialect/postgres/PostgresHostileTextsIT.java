package dev.anabranch.dialect.postgres;

import static dev.anabranch.migration.Definitions.check;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.columnComment;
import static dev.anabranch.migration.Definitions.comment;
import static dev.anabranch.migration.Definitions.defaultValue;
import static dev.anabranch.migration.Definitions.foreignKey;
import static dev.anabranch.migration.Definitions.index;
import static dev.anabranch.migration.Definitions.indexOn;
import static dev.anabranch.migration.Definitions.integer;
import static dev.anabranch.migration.Definitions.text;
import static dev.anabranch.migration.Definitions.uniqueIndexOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Condition;
import dev.anabranch.operation.CreateSequence;
import dev.anabranch.operation.CreateTable;
import dev.anabranch.operation.CreateView;
import dev.anabranch.operation.Existence;
import dev.anabranch.operation.Operation;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.EnumType;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.View;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, comments and values of any text arrive at the server unchanged, and nothing else does. */
@RequiresServer("postgresql")
class PostgresHostileTextsIT {

  private static Scratch scratch;

  @BeforeAll
  static void connect(TestDatabase database) throws SQLException {
    scratch = new Scratch(database);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    scratch.close();
  }

  @BeforeEach
  void clear() throws SQLException {
    scratch.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "select",
        "Upper Case",
        "it's",
        "a\"b\"\"",
        "x\"; DROP TABLE victim; --",
        "x'; DROP TABLE victim; --",
        "x') ; DROP TABLE victim; /*",
        "$$; DROP TABLE victim; $$",
        "$anabranch$; END; DROP TABLE victim; $anabranch1$",
        "back\\slash\\",
        "\\'; DROP TABLE victim; --",
        "a.b.c",
        "%s %1$s {0} ${x} ?",
        "{d '2020-01-01'} {fn now()} :name $1 ??",
        "line\nbreak\ttab",
        "\u00fc\u00df\u0131\u6f22 \ud83d\ude00",
        " blanks ",
        "--",
        "/* x",
        "pg_class",
        "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz01234567890",
      })
  void comesBackUnchanged(String text) throws SQLException {
    scratch.apply(op -> op.createTable("victim", column("a", integer())));
    String schema = text.equals("plain") ? "shop" : text;
    // Names that begin with pg_ are the server's.
    String schemaName = schema.startsWith("pg_") ? "s" : schema;
    DatabaseSchema before = scratch.read("public", schemaName);

    scratch.apply(Compiled.operations(op -> everything(op, schemaName, text, Existence.TOLERANT)));
    DatabaseSchema after = scratch.read("public", schemaName);

    Table expected = table(schemaName, text);
    Table read = after.table(expected.name()).orElseThrow();
    assertThat(read.columns()).isEqualTo(expected.columns());
    assertThat(read.constraints()).containsExactlyInAnyOrderElementsOf(expected.constraints());
    assertThat(read.indexes()).containsExactlyElementsOf(expected.indexes());
    assertThat(read.comment()).isEqualTo(expected.comment());
    assertThat(after.sequences()).containsExactly(sequence(schemaName, text));
    assertThat(after.enumTypes()).containsExactly(enumType(schemaName, text));
    assertThat(after.views())
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.name()).isEqualTo(name(schemaName, other(text, "v")));
              assertThat(view.comment()).hasValue(text);
            });
    assertThat(after.table(QualifiedName.of("victim"))).isPresent();

    // What is only created if it is missing has no inverse; the same created in any case has.
    scratch.takeBack(Compiled.operations(op -> everything(op, schemaName, text, Existence.STRICT)));
    assertThat(scratch.read("public", schemaName)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "a\"b",
        "back\\slash\\'",
        "x'; DROP TABLE victim; --",
        "$$ ? ?? {d} :a",
        "\n\t",
        " ",
        "\ud83d\ude00",
        "E'\\x'",
      })
  void changesToAndFromAnyText(String text) throws SQLException {
    scratch.apply(
        op -> {
          op.createTable("victim", column("a", integer()));
          op.createTable(text, column("A", text()), column("n", integer()));
        });
    DatabaseSchema before = scratch.read();
    List<Operation> changes =
        scratch.apply(
            op -> {
              op.tableComment(text, text, "");
              op.alterColumn(
                  text,
                  "A",
                  defaultValue(text).from(ColumnValue.none()),
                  columnComment(text).from(""));
              op.renameColumn(text, "A", text);
              op.createIndex(text, indexOn(text));
              op.addConstraint(text, dev.anabranch.migration.Definitions.unique(text));
              op.renameConstraint(
                  text, TableConstraint.Kind.UNIQUE, "uq_" + text + "_" + text, text + "c");
              op.renameIndex(text, "ix_" + text + "_" + text, text + "i");
              op.addColumn(text, column(text + "2", text()).comment(text));
              op.addColumn(text, column(text + "3", text()).references(text, text));
            });
    scratch.apply(
        op -> {
          op.insertInto(text, text, "n").row(text, 1).row(text + "x", 2).insert();
          op.update(text, java.util.Map.of("n", 3), Condition.equal(text, text));
          op.delete(text, Condition.in(text, text + "x"));
          op.execute(
              "UPDATE "
                  + PostgresDialect.STYLE.quote(Identifier.of(text))
                  + " SET n = n + ? WHERE ? = ?",
              1,
              text,
              text);
        });
    assertThat(
            scratch.query(
                "SELECT "
                    + PostgresDialect.STYLE.quote(Identifier.of(text))
                    + " || n FROM "
                    + PostgresDialect.STYLE.quote(Identifier.of(text))))
        .containsExactly(text + "4");
    assertThat(
            scratch.query(
                "SELECT column_default FROM information_schema.columns WHERE column_default IS NOT NULL"))
        .hasSize(1);
    scratch.apply(op -> op.delete(text, Condition.allRows()));
    scratch.takeBack(changes);
    assertThat(scratch.read()).isEqualTo(before);
    assertThat(scratch.query("SELECT 1 FROM pg_class WHERE relname = 'victim'")).hasSize(1);
  }

  private static void everything(Operations op, String schema, String text, Existence existence) {
    op.createSchema(schema);
    op.record(new dev.anabranch.operation.CreateEnumType(enumType(schema, text), existence));
    op.record(new CreateSequence(sequence(schema, text), existence));
    op.record(new CreateTable(table(schema, text), existence));
    View view =
        new View(
            name(schema, other(text, "v")),
            View.Kind.PLAIN,
            List.of(Identifier.of(text)),
            SqlExpression.of("SELECT 1 -- " + text.replace('\n', ' ') + "\n"),
            Optional.of(text),
            DialectOptions.none());
    op.record(new CreateView(view, existence));
  }

  private static Table table(String schema, String text) {
    List<Operation> recorded =
        Compiled.operations(
            op ->
                op.in(schema)
                    .createTable(
                        text,
                        column(text, text()).notNull().defaultValue(text).comment(text),
                        column(
                                other(text, "e"),
                                new DataType.Enumeration(
                                    name(schema, other(text, "t")), List.of(text, "other")))
                            .comment("it's " + text),
                        comment(text)));
    Table table = ((CreateTable) recorded.get(0)).table();
    List<Operation> parts =
        Compiled.operations(
            op ->
                op.in(schema)
                    .createTable(
                        text,
                        column(text, text()).primaryKey(),
                        check(other(text, "c"), SqlExpression.of("true")),
                        foreignKey(text)
                            .references(name(schema, text), List.of(Identifier.of(text)))
                            .named(other(text, "f")),
                        index(uniqueIndexOn(text).withName(Identifier.of(other(text, "i"))))));
    Table keys = ((CreateTable) parts.get(0)).table();
    return table.withConstraints(keys.constraints()).withIndexes(keys.indexes());
  }

  private static Sequence sequence(String schema, String text) {
    return new Sequence(
        name(schema, other(text, "s")),
        Optional.empty(),
        SequenceOptions.defaults(),
        Optional.of(text));
  }

  private static EnumType enumType(String schema, String text) {
    return new EnumType(name(schema, other(text, "t")), List.of(text, "other"), Optional.of(text));
  }

  private static QualifiedName name(String schema, String name) {
    return QualifiedName.of(schema, name);
  }

  /** Returns another name of the same kind and at most as long. */
  private static String other(String text, String letter) {
    return text.length() > 60 ? text.substring(0, 60) + letter : text + letter;
  }
}
