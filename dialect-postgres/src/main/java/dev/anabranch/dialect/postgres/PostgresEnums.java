package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.AddEnumValue;
import dev.anabranch.operation.CreateEnumType;
import dev.anabranch.operation.DropEnumType;
import dev.anabranch.operation.Existence;
import dev.anabranch.schema.EnumType;
import dev.anabranch.sql.IdentifierLimit;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Enum types (PostgreSQL 18 documentation, 8.7 and ALTER TYPE). */
final class PostgresEnums {

  private final StandardDdl standard;
  private final UnsupportedOperations unsupported;

  PostgresEnums(StandardDdl standard, UnsupportedOperations unsupported) {
    this.standard = standard;
    this.unsupported = unsupported;
  }

  /** Returns the statements that create a type with its comment. */
  List<String> create(CreateEnumType operation) {
    EnumType type = operation.type();
    type.values().forEach(value -> requireFits(operation.describe(), value));
    List<String> statements = new ArrayList<>();
    statements.add(
        standard
            .writer()
            .keyword("CREATE TYPE")
            .name(type.name())
            .keyword("AS ENUM")
            .parentheses(w -> w.literals(type.values().stream().map(SqlLiteral::text).toList()))
            .toSql());
    type.comment()
        .ifPresent(
            text -> statements.add(standard.comment("type", w -> w.name(type.name()), text)));
    return operation.existence() == Existence.STRICT
        ? statements
        : List.of(PostgresBlocks.unless(PostgresBlocks.findType(type.name()), statements));
  }

  /**
   * Returns the statement that adds a value. It runs inside a transaction, so that it is rolled
   * back with it; the value cannot be used before that is committed, which the server refuses.
   */
  String addValue(AddEnumValue operation) {
    requireFits(operation.describe(), operation.value());
    SqlWriter writer = alter(operation.type()).keyword("ADD VALUE");
    if (operation.existence() == Existence.TOLERANT) {
      writer.keyword("IF NOT EXISTS");
    }
    writer.literal(SqlLiteral.text(operation.value()));
    operation.before().ifPresent(next -> writer.keyword("BEFORE").literal(SqlLiteral.text(next)));
    return writer.toSql();
  }

  /** Returns the statement that drops a type. */
  String drop(DropEnumType operation) {
    return standard.drop("TYPE", operation.existence()).name(operation.name()).toSql();
  }

  private SqlWriter alter(QualifiedName type) {
    return standard.writer().keyword("ALTER TYPE").name(type);
  }

  // A value is kept as a name is.
  private void requireFits(String what, String value) {
    IdentifierLimit limit = PostgresDialect.STYLE.limit();
    int length = value.getBytes(StandardCharsets.UTF_8).length;
    if (length > limit.length()) {
      throw unsupported.refuse(
          what,
          "the value \"%s\" has %d bytes, and it keeps at most %d"
              .formatted(value, length, limit.length()),
          "Use a shorter text.");
    }
  }
}
