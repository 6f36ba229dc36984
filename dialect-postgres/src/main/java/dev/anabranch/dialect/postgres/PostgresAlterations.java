package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardDdl;
import dev.anabranch.dialect.UnsupportedOperations;
import dev.anabranch.operation.AlterColumn;
import dev.anabranch.operation.ColumnChange;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.ColumnValue.Computed;
import dev.anabranch.schema.ColumnValue.Default;
import dev.anabranch.schema.ColumnValue.Identity;
import dev.anabranch.schema.ColumnValue.None;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Nullability;
import dev.anabranch.sql.SqlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The changes of a column as one {@code ALTER TABLE}, which rewrites the table at most once
 * (PostgreSQL 18 documentation, ALTER TABLE). The server sorts the actions by itself: what is
 * dropped goes first, then the type, then what is set.
 */
final class PostgresAlterations {

  private final StandardDdl standard;
  private final PostgresTypes types;
  private final UnsupportedOperations unsupported;

  PostgresAlterations(
      StandardDdl standard, PostgresTypes types, UnsupportedOperations unsupported) {
    this.standard = standard;
    this.types = types;
    this.unsupported = unsupported;
  }

  /** Returns the statements that change everything but the comment; none if that is nothing. */
  List<String> alter(AlterColumn operation) {
    Optional<ColumnChange.Type> type = operation.change(ColumnChange.Type.class);
    Optional<ColumnChange.Value> value = operation.change(ColumnChange.Value.class);
    Optional<Nullability> nullability =
        operation.change(ColumnChange.Null.class).map(ColumnChange.Null::to);
    List<Consumer<SqlWriter>> first = new ArrayList<>();
    List<Consumer<SqlWriter>> actions = new ArrayList<>();
    value.filter(PostgresAlterations::endsUnknown).ifPresent(change -> forget(first));
    value.ifPresent(change -> drop(operation, change, type.isPresent(), actions));
    if (nullability.filter(Nullability.NULLABLE::equals).isPresent()) {
      actions.add(words("DROP NOT NULL"));
    }
    type.ifPresent(change -> actions.add(w -> type(w, operation, change)));
    if (nullability.filter(Nullability.NOT_NULL::equals).isPresent()
        || value.filter(PostgresAlterations::becomesIdentity).isPresent()) {
      actions.add(words("SET NOT NULL"));
    }
    value.ifPresent(change -> set(operation, change, actions));
    return Stream.of(first, actions)
        .filter(some -> !some.isEmpty())
        .map(some -> statement(operation, some))
        .toList();
  }

  private String statement(AlterColumn operation, List<Consumer<SqlWriter>> actions) {
    return standard
        .alterTable(operation.table())
        .list(
            actions,
            (SqlWriter w, Consumer<SqlWriter> action) ->
                action.accept(w.keyword("ALTER COLUMN").name(operation.column())))
        .toSql();
  }

  private static boolean endsUnknown(ColumnChange.Value change) {
    return change.from().isEmpty() && change.to() instanceof None;
  }

  // A statement of its own: one that also drops a default is refused while there is an identity.
  private static void forget(List<Consumer<SqlWriter>> actions) {
    actions.add(words("DROP EXPRESSION IF EXISTS"));
    actions.add(words("DROP IDENTITY IF EXISTS"));
  }

  // An identity needs a column that is not null.
  private static boolean becomesIdentity(ColumnChange.Value change) {
    return change.to() instanceof Identity
        && !(change.from().orElse(ColumnValue.none()) instanceof Identity);
  }

  private void drop(
      AlterColumn operation,
      ColumnChange.Value change,
      boolean typeChanges,
      List<Consumer<SqlWriter>> actions) {
    ColumnValue from = change.from().orElse(null);
    if (change.to() instanceof Computed || sameKind(change)) {
      return;
    }
    if (endsUnknown(change)) {
      actions.add(words("DROP DEFAULT"));
    } else if (from instanceof Identity) {
      actions.add(words("DROP IDENTITY"));
    } else if (from instanceof Computed computed) {
      requireStored(operation, computed);
      actions.add(words("DROP EXPRESSION"));
    } else if (from instanceof Default && !(change.to() instanceof Default)) {
      actions.add(words("DROP DEFAULT"));
    } else if (typeChanges && change.to() instanceof Default) {
      // The server casts a default along with the type, and fails where it cannot.
      actions.add(words("DROP DEFAULT"));
    }
  }

  private static boolean sameKind(ColumnChange.Value change) {
    return change.to() instanceof Identity && change.from().orElse(null) instanceof Identity;
  }

  private void requireStored(AlterColumn operation, Computed computed) {
    if (computed.storage() == ColumnValue.Storage.VIRTUAL) {
      throw refuse(
          operation,
          "it keeps no values of a column that is computed when it is read, so the column cannot stop being computed");
    }
  }

  private void set(
      AlterColumn operation, ColumnChange.Value change, List<Consumer<SqlWriter>> actions) {
    if (change.to() instanceof Default) {
      actions.add(w -> standard.columnValue(w.keyword("SET"), change.to()));
    } else if (change.to() instanceof Computed computed) {
      requireComputed(operation, change, computed);
      actions.add(
          w ->
              w.keyword("SET EXPRESSION AS")
                  .parentheses(e -> standard.expression(e, computed.expression())));
    } else if (change.to() instanceof Identity identity) {
      if (change.from().orElse(null) instanceof Identity before) {
        PostgresIdentity.difference(before, identity).ifPresent(actions::add);
      } else {
        actions.add(w -> standard.columnValue(w.keyword("ADD"), identity));
      }
    }
  }

  private void requireComputed(
      AlterColumn operation, ColumnChange.Value change, Computed computed) {
    Optional<ColumnValue> from = change.from();
    boolean same =
        from.isEmpty()
            || (from.get() instanceof Computed before && before.storage() == computed.storage());
    if (!same) {
      throw refuse(operation, "an existing column cannot become computed, nor be stored otherwise");
    }
    if (!PostgresFeature.SET_EXPRESSION.isIn(unsupported.version())) {
      throw refuse(
          operation,
          "how a column is computed can be changed from PostgreSQL "
              + PostgresFeature.SET_EXPRESSION.since()
              + " on");
    }
  }

  private OperationException refuse(AlterColumn operation, String reason) {
    return unsupported.refuse(
        operation.describe(), reason, "Drop the column and add it again as it is to be.");
  }

  private void type(SqlWriter writer, AlterColumn operation, ColumnChange.Type change) {
    DataType type = change.to().forDialect(List.of(PostgresDialectProvider.PRODUCT));
    types.write(writer.keyword("TYPE"), type);
    if (change.using().isPresent()) {
      standard.expression(writer.keyword("USING"), change.using().get());
    } else if (needsCast(type)) {
      writer
          .keyword("USING")
          .call("CAST", w -> types.write(source(w, operation, type).keyword("AS"), type));
    }
  }

  // An enum type takes text only, not even the values of another enum type.
  private static SqlWriter source(SqlWriter writer, AlterColumn operation, DataType type) {
    return type instanceof DataType.Enumeration
        ? writer.call("CAST", w -> w.name(operation.column()).keyword("AS TEXT"))
        : writer.name(operation.column());
  }

  /**
   * Says whether the server is to be told to cast. By itself it does only what loses nothing, so
   * that text does not become a number. For texts of limited length its own way is right: a cast
   * would cut them where the change of the type fails (PostgreSQL 18 documentation, 8.3).
   */
  private static boolean needsCast(DataType type) {
    return type instanceof DataType.Numeric
        || type instanceof DataType.Time
        || type instanceof DataType.Timestamp
        || type instanceof DataType.TimestampWithTimeZone
        || type instanceof DataType.Interval
        || type instanceof DataType.Enumeration
        || (type instanceof DataType.Simple
            && type != DataType.Simple.TEXT
            && type != DataType.Simple.BLOB);
  }

  private static Consumer<SqlWriter> words(String words) {
    return writer -> writer.keyword(words);
  }
}
