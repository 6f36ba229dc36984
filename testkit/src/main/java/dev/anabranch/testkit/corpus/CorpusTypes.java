package dev.anabranch.testkit.corpus;

import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The types of the corpus, their defaults, and what they can grow into. */
final class CorpusTypes {

  private final CorpusState state;
  private int next;
  private int nextEverywhere;

  CorpusTypes(CorpusState state) {
    this.state = state;
  }

  /** Returns each portable type in turn, with its numbers by chance. */
  private DataType next() {
    return type(next++ % 25);
  }

  /** Returns the types in turn that every product has. */
  private DataType nextEverywhere() {
    DataType type = type(nextEverywhere++ % 25);
    return type instanceof DataType.Time
            || type instanceof DataType.Interval
            || type instanceof DataType.Array
        ? nextEverywhere()
        : type;
  }

  private DataType type(int kind) {
    int small = 1 + state.below(9);
    return switch (kind) {
      case 0 -> DataType.Simple.BOOLEAN;
      case 1 -> DataType.Simple.SMALLINT;
      case 2 -> DataType.Simple.INTEGER;
      case 3 -> DataType.Simple.BIGINT;
      case 4 -> new DataType.Numeric(small + 5, state.below(5));
      case 5 -> DataType.Simple.REAL;
      case 6 -> DataType.Simple.DOUBLE;
      case 7 -> new DataType.Char(small);
      case 8 -> new DataType.Varchar(10 * small);
      case 9 -> DataType.Simple.TEXT;
      case 10 -> new DataType.Binary(small);
      case 11 -> new DataType.Varbinary(10 * small);
      case 12 -> DataType.Simple.BLOB;
      case 13 -> DataType.Simple.DATE;
      case 14 -> new DataType.Time(state.below(7));
      case 15 -> new DataType.Timestamp(state.below(7));
      case 16 -> new DataType.TimestampWithTimeZone(state.below(7));
      case 17 -> DataType.Interval.YEAR_TO_MONTH;
      case 18 -> DataType.Interval.DAY_TO_SECOND;
      case 19 -> DataType.Simple.UUID;
      case 20 -> DataType.Simple.JSON;
      case 21 -> new DataType.Array(DataType.Simple.INTEGER);
      case 22 -> new DataType.Array(new DataType.Varchar(20));
      case 23 -> DataType.Simple.INTEGER.on("elsewhere", DataType.Simple.TEXT);
      default -> new DataType.Varchar(100);
    };
  }

  /** Returns a column of the next type, with or without a default. */
  Column column() {
    return column(next());
  }

  /** Returns a column of the next type that every product has. */
  Column columnEverywhere() {
    return column(nextEverywhere());
  }

  private Column column(DataType type) {
    Column plain = Column.of(state.name("c"), type);
    Column column = state.oneIn(3) ? plain.withComment(state.words()) : plain;
    Optional<SqlValue> value = state.oneIn(2) ? Optional.empty() : usual(column.type());
    return value.map(given -> column.withValue(new ColumnValue.Default(given))).orElse(column);
  }

  /** Returns a column of whole numbers that SQL can speak of. */
  Column plainInteger() {
    return Column.of(state.plainName("c"), DataType.Simple.INTEGER);
  }

  /** Returns whether keys and indexes can be made of a type everywhere. */
  static boolean isSortable(DataType type) {
    return type == DataType.Simple.SMALLINT
        || type == DataType.Simple.INTEGER
        || type == DataType.Simple.BIGINT
        || type == DataType.Simple.DATE
        || type instanceof DataType.Numeric
        || type instanceof DataType.Timestamp
        || (type instanceof DataType.Varchar text && text.length() <= 100);
  }

  /** Returns a value of a type that a column may have as its default; empty if none may. */
  Optional<SqlValue> usual(DataType type) {
    if (type instanceof DataType.Simple simple) {
      return simple(simple).map(SqlValue::of);
    } else if (type instanceof DataType.Numeric numeric) {
      return Optional.of(
          SqlValue.of(
              new BigDecimal(state.below(100)).movePointLeft(Math.min(1, numeric.scale()))));
    } else if (type instanceof DataType.Char text) {
      return Optional.of(SqlValue.of("x".repeat(text.length())));
    } else if (type instanceof DataType.Varchar) {
      return Optional.of(SqlValue.of(state.one(List.of("it's", "a\"b", "", "Größe", "b\\s"))));
    } else if (type instanceof DataType.Varbinary) {
      return Optional.of(SqlValue.of(new byte[] {1, (byte) state.below(256)}));
    } else if (type instanceof DataType.Time) {
      return Optional.of(SqlValue.of(LocalTime.of(state.below(24), state.below(60))));
    } else if (type instanceof DataType.Timestamp) {
      return Optional.of(SqlValue.of(LocalDateTime.of(2024, 2, 29, state.below(24), 5, 7)));
    } else if (type instanceof DataType.TimestampWithTimeZone) {
      return Optional.of(
          SqlValue.of(Instant.parse("2024-02-29T12:00:00Z").plusSeconds(state.below(1000))));
    }
    return Optional.empty();
  }

  private Optional<Object> simple(DataType.Simple type) {
    return switch (type) {
      case BOOLEAN -> Optional.of(state.oneIn(2));
      case SMALLINT, INTEGER, BIGINT -> Optional.of(state.below(1000) - 500);
      case REAL, DOUBLE -> Optional.of(state.below(100) + 0.5);
      case DATE -> Optional.of(LocalDate.of(2000, 1, 1).plusDays(state.below(9000)));
      case UUID -> Optional.of(new UUID(state.below(1000), 7));
      case TEXT, BLOB, JSON -> Optional.empty();
    };
  }

  /** Returns a type that takes every value of a type and more; empty if there is none. */
  Optional<DataType> wider(DataType type) {
    if (type == DataType.Simple.SMALLINT) {
      return Optional.of(DataType.Simple.INTEGER);
    } else if (type == DataType.Simple.INTEGER) {
      return Optional.of(DataType.Simple.BIGINT);
    } else if (type instanceof DataType.Varchar text) {
      return Optional.of(new DataType.Varchar(text.length() + 10));
    } else if (type instanceof DataType.Numeric numeric) {
      return Optional.of(new DataType.Numeric(numeric.precision() + 3, numeric.scale()));
    }
    return Optional.empty();
  }

  /** Returns the identity column that a table may have as its key everywhere. */
  Column identity() {
    return identity(ColumnValue.Generation.BY_DEFAULT, SequenceOptions.defaults());
  }

  /** Returns an identity column that not every product has. */
  Column unusualIdentity() {
    return state.oneIn(2)
        ? identity(ColumnValue.Generation.ALWAYS, SequenceOptions.defaults())
        : identity(
            ColumnValue.Generation.BY_DEFAULT,
            SequenceOptions.defaults().startWith(100).incrementBy(5));
  }

  private Column identity(ColumnValue.Generation generation, SequenceOptions options) {
    return Column.of(state.plainName("id"), DataType.Simple.BIGINT)
        .withValue(new ColumnValue.Identity(generation, options));
  }

  /** Returns the key of a table that has no identity. */
  Column key() {
    Identifier name = state.name("k");
    return Column.of(name, state.oneIn(2) ? DataType.Simple.INTEGER : new DataType.Varchar(40));
  }
}
