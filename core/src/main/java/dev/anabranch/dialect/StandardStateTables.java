package dev.anabranch.dialect;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlStyle;
import dev.anabranch.sql.SqlWriter;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The state tables in standard SQL, for every product that knows {@code IF NOT EXISTS}, identity
 * columns, {@code VARCHAR} and {@code TIMESTAMP}.
 *
 * @param style how the product writes names and values
 * @param folding how the server keeps a name that is written without quotes
 * @param utcNow the expression for the present moment in UTC, without time zone
 */
public record StandardStateTables(SqlStyle style, UnaryOperator<String> folding, RawSql utcNow)
    implements StateTables {

  private static final int ID_LENGTH = 255;

  /** Checks that nothing is null. */
  public StandardStateTables {
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(folding, "folding");
    Objects.requireNonNull(utcNow, "utcNow");
  }

  @Override
  public SqlWriter writer() {
    return style.writer();
  }

  @Override
  public Identifier fold(String unquoted) {
    return Identifier.of(folding.apply(unquoted));
  }

  @Override
  public String createVersionTable(QualifiedName table) {
    List<Consumer<SqlWriter>> parts =
        List.of(
            varchar("version_num", ID_LENGTH, true),
            w ->
                w.keyword("CONSTRAINT")
                    .name(Identifier.of(table.name().value() + folding.apply("_pkc")))
                    .keyword("PRIMARY KEY")
                    .parentheses(key -> key.name(fold("version_num"))));
    return create(table, parts);
  }

  @Override
  public String createHistoryTable(QualifiedName table) {
    List<Consumer<SqlWriter>> parts =
        List.of(
            w ->
                w.name(fold("entry"))
                    .keyword("BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL PRIMARY KEY"),
            column("format", "INTEGER NOT NULL"),
            varchar("run_id", 36, true),
            varchar("revision", ID_LENGTH, true),
            varchar("action", 16, true),
            varchar("outcome", 16, true),
            column("statements_done", "INTEGER NOT NULL"),
            column("statements_total", "INTEGER NOT NULL"),
            varchar("checksum", 64, false),
            varchar("done_checksum", 64, false),
            timestamp("started_at"),
            timestamp("finished_at"),
            varchar("operator", 255, true),
            varchar("tool", 64, true),
            varchar("detail", 255, false));
    return create(table, parts);
  }

  private String create(QualifiedName table, List<Consumer<SqlWriter>> parts) {
    return writer()
        .keyword("CREATE TABLE IF NOT EXISTS")
        .name(table)
        .lines(parts, (writer, part) -> part.accept(writer))
        .toSql();
  }

  private Consumer<SqlWriter> column(String name, String type) {
    return w -> w.name(fold(name)).keyword(type);
  }

  private Consumer<SqlWriter> varchar(String name, int length, boolean required) {
    return w -> {
      w.name(fold(name)).call("VARCHAR", arguments -> arguments.number(length));
      if (required) {
        w.keyword("NOT NULL");
      }
    };
  }

  private Consumer<SqlWriter> timestamp(String name) {
    return w ->
        w.name(fold(name)).call("TIMESTAMP", arguments -> arguments.number(3)).keyword("NOT NULL");
  }
}
