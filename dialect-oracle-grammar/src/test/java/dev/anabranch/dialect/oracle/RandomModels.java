package dev.anabranch.dialect.oracle;

import dev.anabranch.schema.CheckConstraint;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.ColumnValue;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.Deferrability;
import dev.anabranch.schema.DialectOptions;
import dev.anabranch.schema.ForeignKey;
import dev.anabranch.schema.Index;
import dev.anabranch.schema.IndexPart;
import dev.anabranch.schema.Nullability;
import dev.anabranch.schema.PrimaryKey;
import dev.anabranch.schema.ReferentialAction;
import dev.anabranch.schema.Sequence;
import dev.anabranch.schema.SequenceOptions;
import dev.anabranch.schema.Table;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.schema.UniqueConstraint;
import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random tables, columns, keys, indexes and sequences that Oracle can have. */
final class RandomModels {

  private static final String[] NAMES = {
    "a",
    "customer",
    "order",
    "date",
    "level",
    "Mixed",
    "two words",
    "it's",
    "semi;colon",
    "dash--dash",
    "sl/ash",
    "x_1$",
    "\u00e4\u00f6\u00fc",
    "\u0418\u043c\u044f",
    "100%",
    "&x",
    "a.b",
    "(p)",
    "c".repeat(60)
  };

  private static final String[] TEXTS = {
    "", "x", "it's", "';--", "a\nb", "\u00e4\u20ac", "NULL", "/* */", "q'[x]'", "&y"
  };

  private static final String[] EXPRESSIONS = {
    "1 + 1", "UPPER('it''s')", "SYSDATE - 1", "COALESCE(NULL, 'a', 'b)')", "(2 * (3 + 4))"
  };

  private RandomModels() {}

  static Arbitrary<Identifier> names() {
    return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.integers().between(0, 9))
        .as((name, exact) -> exact == 0 ? Identifier.exact(name) : Identifier.of(name));
  }

  static Arbitrary<QualifiedName> qualifiedNames() {
    return Combinators.combine(names().optional(0.3), names()).as(QualifiedName::new);
  }

  // Types with the defaults that fit them.

  static Arbitrary<DataType> types() {
    Arbitrary<Integer> digits = Arbitraries.integers().between(0, 9);
    return Arbitraries.oneOf(
        Arbitraries.of(DataType.Simple.class),
        Arbitraries.of(DataType.Interval.class),
        Arbitraries.integers()
            .between(1, 38)
            .flatMap(
                precision ->
                    Arbitraries.integers()
                        .between(0, precision)
                        .map(scale -> new DataType.Numeric(precision, scale))),
        Arbitraries.integers().between(1, 2000).map(DataType.Char::new),
        Arbitraries.integers().between(1, 4000).map(DataType.Varchar::new),
        Arbitraries.integers().between(1, 2000).map(DataType.Binary::new),
        Arbitraries.integers().between(1, 2000).map(DataType.Varbinary::new),
        digits.map(DataType.Timestamp::new),
        digits.map(DataType.TimestampWithTimeZone::new),
        Arbitraries.of(TEXTS)
            .filter(text -> !text.isEmpty())
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(values -> new DataType.Enumeration(QualifiedName.of("e"), List.copyOf(values))),
        Arbitraries.of("XMLTYPE", "SDO_GEOMETRY", "NVARCHAR2(7)", "NUMBER", "LONG")
            .map(DataType.Native::new));
  }

  private static Arbitrary<SqlLiteral> constants(DataType type) {
    if (type == DataType.Simple.BOOLEAN) {
      return Arbitraries.of(true, false).map(SqlLiteral::truth);
    } else if (type == DataType.Simple.UUID) {
      return Arbitraries.create(() -> SqlLiteral.uuid(new UUID(5, 7)));
    } else if (type == DataType.Simple.JSON) {
      return Arbitraries.of(SqlLiteral.json("{\"a\": \"it's\"}"), SqlLiteral.text("[]"));
    } else if (type == DataType.Simple.DATE) {
      return Arbitraries.of(SqlLiteral.date(LocalDate.of(2026, 2, 28)));
    } else if (type instanceof DataType.Timestamp) {
      return Arbitraries.of(
          SqlLiteral.timestamp(LocalDateTime.of(2026, 1, 2, 3, 4, 5)),
          SqlLiteral.timestamp(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000)));
    } else if (type instanceof DataType.TimestampWithTimeZone) {
      return Arbitraries.of(SqlLiteral.moment(Instant.parse("2026-01-02T03:04:05.678Z")));
    } else if (type instanceof DataType.Binary || type instanceof DataType.Varbinary) {
      return Arbitraries.of(SqlLiteral.bytes(new byte[] {0, -1}));
    } else if (type instanceof DataType.Numeric
        || type == DataType.Simple.SMALLINT
        || type == DataType.Simple.INTEGER
        || type == DataType.Simple.BIGINT) {
      return Arbitraries.bigDecimals()
          .between(new BigDecimal("-1000"), new BigDecimal("1000"))
          .map(SqlLiteral::number);
    }
    return Arbitraries.of(TEXTS).map(SqlLiteral::text);
  }

  private static Arbitrary<ColumnValue> values(DataType type) {
    boolean whole = type == DataType.Simple.INTEGER || type == DataType.Simple.BIGINT;
    Arbitrary<ColumnValue> defaults =
        constants(type).map(each -> new ColumnValue.Default(new SqlValue.Constant(each)));
    Arbitrary<ColumnValue> expressions =
        Arbitraries.of(EXPRESSIONS).map(each -> new ColumnValue.Default(computed(each)));
    List<Arbitrary<ColumnValue>> all = new ArrayList<>();
    all.add(Arbitraries.just(ColumnValue.none()));
    all.add(defaults);
    all.add(expressions);
    all.add(
        Arbitraries.of(SqlValue.Current.DATE, SqlValue.Current.TIMESTAMP)
            .map(ColumnValue.Default::new));
    all.add(qualifiedNames().map(name -> new ColumnValue.Default(new SqlValue.NextValue(name))));
    all.add(
        Arbitraries.of(EXPRESSIONS)
            .map(
                each ->
                    new ColumnValue.Computed(SqlExpression.of(each), ColumnValue.Storage.VIRTUAL)));
    if (whole) {
      all.add(
          Combinators.combine(Arbitraries.of(ColumnValue.Generation.class), sequenceOptions())
              .as(ColumnValue.Identity::new));
    }
    return Arbitraries.oneOf(all);
  }

  private static SqlValue computed(String text) {
    return new SqlValue.Computed(SqlExpression.of(text));
  }

  static Arbitrary<Column> columns() {
    return types()
        .flatMap(
            type ->
                Combinators.combine(
                        names(),
                        values(type),
                        Arbitraries.of(Nullability.class),
                        Arbitraries.of(TEXTS),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                    .as(
                        (name, value, nullability, comment, hidden, onNull) ->
                            Column.of(name, type)
                                .withNullability(nullability)
                                .withValue(value)
                                .withComment(comment)
                                .withOptions(options(value, hidden, onNull))));
  }

  private static DialectOptions options(ColumnValue value, boolean hidden, boolean onNull) {
    boolean given =
        value instanceof ColumnValue.Default
            || (value instanceof ColumnValue.Identity identity
                && identity.generation() == ColumnValue.Generation.BY_DEFAULT);
    DialectOptions options = DialectOptions.none();
    options = hidden ? options.with("oracle", "visibility", "invisible") : options;
    return onNull && given ? options.with("oracle", "on-null", "default") : options;
  }

  // Constraints and indexes over some columns.

  static Arbitrary<TableConstraint> constraints(List<Identifier> columns) {
    Arbitrary<List<Identifier>> some =
        Arbitraries.of(columns).set().ofMinSize(1).ofMaxSize(columns.size()).map(List::copyOf);
    Arbitrary<Optional<Identifier>> name = names().optional(0.7);
    Arbitrary<Deferrability> deferrability = Arbitraries.of(Deferrability.class);
    return Arbitraries.oneOf(
        Combinators.combine(name, some, deferrability).as(PrimaryKey::new),
        Combinators.combine(name, some, deferrability)
            .as((n, c, d) -> new UniqueConstraint(n, c, UniqueConstraint.Nulls.DISTINCT, d)),
        Combinators.combine(
                name,
                some,
                qualifiedNames(),
                Arbitraries.of(
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.RESTRICT,
                    ReferentialAction.CASCADE,
                    ReferentialAction.SET_NULL),
                deferrability)
            .as(
                (n, c, referred, action, d) ->
                    new ForeignKey(
                        n,
                        c,
                        referred,
                        c,
                        new ForeignKey.Rules(
                            action, ReferentialAction.NO_ACTION, ForeignKey.Match.SIMPLE, d))),
        Combinators.combine(name, Arbitraries.of(EXPRESSIONS))
            .as((n, text) -> new CheckConstraint(n, SqlExpression.of(text + " IS NOT NULL"))));
  }

  static Arbitrary<Index> indexes(List<Identifier> columns) {
    Arbitrary<IndexPart> part =
        Combinators.combine(
                Arbitraries.oneOf(
                    Arbitraries.of(columns).map(IndexPart::column),
                    Arbitraries.of("UPPER(x)", "x + 1", "SUBSTR(\"a b\", 1, 3)")
                        .map(text -> IndexPart.expression(SqlExpression.of(text)))),
                Arbitraries.of(true, false))
            .as((each, down) -> down ? each.descending() : each);
    return Combinators.combine(
            names(),
            Arbitraries.of(Index.Uniqueness.NOT_UNIQUE, Index.Uniqueness.UNIQUE),
            part.list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of("", "reverse", "bitmap"),
            Arbitraries.of(Index.Visibility.class))
        .as(
            (name, uniqueness, parts, method, visibility) ->
                new Index(
                    Optional.of(name),
                    method.equals("bitmap") ? Index.Uniqueness.NOT_UNIQUE : uniqueness,
                    parts,
                    new Index.Details(
                        Optional.of(method).filter(word -> !word.isEmpty()),
                        List.of(),
                        Optional.empty(),
                        visibility,
                        DialectOptions.none())));
  }

  static Arbitrary<Table> tables() {
    return columns()
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .uniqueElements(column -> column.name().value().toUpperCase(java.util.Locale.ROOT))
        .map(RandomModels::withOneIdentity)
        .flatMap(
            columns -> {
              List<Identifier> names = columns.stream().map(Column::name).toList();
              return Combinators.combine(
                      qualifiedNames(),
                      constraints(names).list().ofMaxSize(3).map(RandomModels::withDistinctNames),
                      indexes(names).list().ofMaxSize(2).uniqueElements(Index::name),
                      Arbitraries.of(TEXTS),
                      Arbitraries.of("", "delete-rows", "preserve-rows"))
                  .as(
                      (name, constraints, indexes, comment, kept) ->
                          new Table(
                              name,
                              columns,
                              constraints,
                              indexes,
                              Optional.of(comment),
                              kept.isEmpty()
                                  ? DialectOptions.none()
                                  : DialectOptions.none().with("oracle", "on-commit", kept)));
            });
  }

  private static List<Column> withOneIdentity(List<Column> columns) {
    List<Column> result = new ArrayList<>();
    boolean found = false;
    for (Column column : columns) {
      boolean identity = column.value() instanceof ColumnValue.Identity;
      result.add(
          identity && found
              ? column.withValue(ColumnValue.none()).withOptions(DialectOptions.none())
              : column);
      found |= identity;
    }
    return result;
  }

  private static List<TableConstraint> withDistinctNames(List<TableConstraint> constraints) {
    List<TableConstraint> result = new ArrayList<>();
    for (TableConstraint each : constraints) {
      boolean same =
          result.stream()
              .anyMatch(
                  other ->
                      (other.name().isPresent() && other.name().equals(each.name()))
                          || (other instanceof PrimaryKey && each instanceof PrimaryKey));
      if (!same) {
        result.add(each);
      }
    }
    return result;
  }

  // Sequences.

  private static Arbitrary<SequenceOptions> sequenceOptions() {
    Arbitrary<Boolean> any = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.longs().between(-50, 50).optional(),
            Arbitraries.longs().between(-9, 9).filter(step -> step != 0).optional(),
            any,
            any,
            Arbitraries.longs().between(1, 99).optional(),
            any)
        .as(
            (start, step, least, most, cache, cycle) -> {
              SequenceOptions options = SequenceOptions.defaults();
              options = start.isPresent() ? options.startWith(start.get()) : options;
              options = step.isPresent() ? options.incrementBy(step.get()) : options;
              options = least ? options.minValue(-1_000) : options;
              options = most ? options.maxValue(1_000) : options;
              options = cache.isPresent() ? options.cache(cache.get()) : options;
              return cycle ? options.cycle() : options;
            });
  }

  static Arbitrary<Sequence> sequences() {
    return Combinators.combine(qualifiedNames(), sequenceOptions())
        .as((name, options) -> Sequence.of(name).withOptions(options));
  }
}
