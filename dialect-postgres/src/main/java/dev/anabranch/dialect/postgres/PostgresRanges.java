package dev.anabranch.dialect.postgres;

import dev.anabranch.dialect.StandardRanges;
import dev.anabranch.dialect.ValueRange;
import dev.anabranch.dialect.ValueRange.Bytes;
import dev.anabranch.dialect.ValueRange.Numbers;
import dev.anabranch.dialect.ValueRange.Samples;
import dev.anabranch.dialect.ValueRange.Texts;
import dev.anabranch.dialect.ValueRange.Unknown;
import dev.anabranch.dialect.ValueRanges;
import dev.anabranch.schema.Column;
import dev.anabranch.schema.DataType;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.schema.OtherObject;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the types of PostgreSQL hold (PostgreSQL 18 documentation, chapter 8). The server makes a
 * value of any type of a text, so that texts stand for all that no portable type describes.
 */
enum PostgresRanges implements ValueRanges {
  INSTANCE;

  private static final int FRACTION = 6;

  private static final StandardRanges STANDARD =
      new StandardRanges(PostgresDialect.STYLE, List.of(PostgresDialectProvider.PRODUCT), FRACTION);

  private static final Pattern SIZED = Pattern.compile("([a-z \"]+?)\\((-?\\d+)(?:,(-?\\d+))?\\)");
  private static final Pattern CHECK =
      Pattern.compile(
          "\\bCHECK (\\(.*?\\))(?: NOT VALID)?(?= CONSTRAINT \\S+ CHECK |$)", Pattern.DOTALL);
  private static final Pattern END_OF_BASE =
      Pattern.compile(" (?:COLLATE|DEFAULT|NOT NULL|CONSTRAINT)\\b");

  private static final Map<String, ValueRange> PLAIN =
      Map.ofEntries(
          Map.entry("numeric", Numbers.ofDigits(30, 10)),
          Map.entry("money", Numbers.ofDigits(16, 2)),
          Map.entry("oid", Numbers.ofUnsignedBits(32)),
          Map.entry("character varying", Texts.upTo(StandardRanges.LONG)),
          Map.entry("bpchar", Texts.upTo(StandardRanges.LONG)),
          Map.entry("citext", Texts.upTo(StandardRanges.LONG)),
          Map.entry("name", new Texts(63, ValueRange.Characters.ASCII)),
          Map.entry("\"char\"", new Texts(1, ValueRange.Characters.ASCII)),
          Map.entry("json", Samples.of(List.of("{\"a\": 1}", "{}", "[]", "{\"\u00e9\": null}"))),
          Map.entry("jsonpath", Samples.of(List.of("$.\"a\"", "$"))),
          Map.entry("xml", Samples.of(List.of("<a>1</a>", "<a/>", "<a b=\"'\">\u00e9</a>"))),
          Map.entry("tsvector", Samples.of(List.of("'cat':1 'rat':2", "", "'it''s'"))),
          Map.entry("tsquery", Samples.of(List.of("'cat' & 'rat'", "!'a'"))),
          Map.entry("hstore", Samples.of(List.of("\"a\"=>\"1\"", "", "\"a\"=>NULL"))),
          Map.entry("ltree", counted("top.n%s")),
          Map.entry("pg_lsn", counted("0/%s")),
          Map.entry("inet", counted("10.0.%s.1", "0.0.0.0", "::1", "192.168.0.0/16")),
          Map.entry("cidr", counted("10.0.%s.0/24", "0.0.0.0/0", "::/0")),
          Map.entry("macaddr", counted("08:00:2b:01:02:%s")),
          Map.entry("macaddr8", counted("08:00:2b:01:02:03:04:%s")),
          Map.entry("bit varying", counted("1%s", "0", "")),
          Map.entry(
              "time with time zone",
              Samples.of(List.of("12:00:00+00", "00:00:00+14", "23:59:59-12"))),
          Map.entry(
              "interval",
              counted(
                  "%s hours",
                  "0", "178000000 years", "-178000000 years", "1 mon -1 day 00:00:00.000001")),
          Map.entry("point", counted("(%s,1)", "(0,0)", "(-1e300,1e300)")),
          Map.entry("line", counted("{1,2,%s}")),
          Map.entry("lseg", counted("[(0,0),(1,%s)]")),
          Map.entry("box", counted("(%s,1),(%s,0)")),
          Map.entry("path", counted("[(0,0),(1,%s)]")),
          Map.entry("polygon", counted("((0,0),(1,%s),(2,0))")),
          Map.entry("circle", counted("<(0,%s),1>")),
          Map.entry("int4range", counted("[%s0,%s5)")),
          Map.entry("int8range", counted("[%s0,%s5)")),
          Map.entry("numrange", counted("[%s0,%s5.5]")),
          Map.entry("daterange", counted("[20%s-01-01,20%s-02-01)")),
          Map.entry("tsrange", counted("[20%s-01-01 00:00,20%s-02-01 12:00)")),
          Map.entry("tstzrange", counted("[20%s-01-01 00:00+00,20%s-02-01 12:00+00)")),
          Map.entry("int4multirange", counted("{[%s0,%s5)}")),
          Map.entry("int8multirange", counted("{[%s0,%s5)}")),
          Map.entry("nummultirange", counted("{[%s0,%s5)}")),
          Map.entry("datemultirange", counted("{[20%s-01-01,20%s-02-01)}")),
          Map.entry("tsmultirange", counted("{[20%s-01-01 00:00,20%s-02-01 12:00)}")),
          Map.entry("tstzmultirange", counted("{[20%s-01-01 00:00+00,20%s-02-01 12:00+00)}")));

  // Ninety of a form, so that a key can be made of them, with two digits each.
  private static ValueRange counted(String form, String... edges) {
    List<String> texts = new ArrayList<>();
    texts.add(form.replace("%s", "10"));
    texts.addAll(List.of(edges));
    for (int i = 11; i < 100; i++) {
      texts.add(form.replace("%s", Integer.toString(i)));
    }
    return Samples.of(texts);
  }

  @Override
  public ValueRange of(Column column, DatabaseSchema schema) {
    return of(column.type(), schema);
  }

  private ValueRange of(DataType type, DatabaseSchema schema) {
    if (type instanceof DataType.Native own) {
      return ofText(own.text(), schema);
    } else if (type instanceof DataType.Array array) {
      ValueRange element = of(array.element(), schema);
      return element instanceof Unknown ? element : new ValueRange.Lists(element);
    } else if (type instanceof DataType.Interval interval) {
      return interval == DataType.Interval.YEAR_TO_MONTH
          ? Samples.of(List.of("1-2", "0-0", "178000000-0", "-10-5"))
          : Samples.of(List.of("1 02:03:04", "0 00:00:00", "99999 23:59:59.999999", "-1 00:00:00"));
    } else if (type instanceof DataType.Binary bytes) {
      return new Bytes(bytes.length(), bytes.length());
    }
    return STANDARD.of(type);
  }

  private ValueRange ofText(String text, DatabaseSchema schema) {
    ValueRange plain = PLAIN.get(text);
    if (plain != null) {
      return plain;
    }
    if (text.endsWith("[]")) {
      ValueRange element = of(PostgresTypes.read(text.substring(0, text.length() - 2)), schema);
      return element instanceof Unknown ? element : new ValueRange.Lists(element);
    }
    return sized(text)
        .or(() -> made(text, schema))
        .orElseGet(() -> new Unknown(new DataType.Native(text)));
  }

  private static Optional<ValueRange> sized(String text) {
    Matcher sized = SIZED.matcher(text);
    if (!sized.matches()) {
      return text.startsWith("interval") ? Optional.of(counted("10")) : Optional.empty();
    }
    int size = Integer.parseInt(sized.group(2));
    return switch (sized.group(1)) {
      case "bit" -> Optional.of(bits(size));
      case "bit varying" -> Optional.of(Samples.of(List.of("1", "", "0", "1".repeat(size))));
      case "numeric" ->
          Optional.of(
              Numbers.ofDigits(
                  size, sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3))));
      case "interval" -> Optional.ofNullable(PLAIN.get("interval"));
      case "character" -> Optional.of(Texts.upTo(size));
      default -> Optional.empty();
    };
  }

  private static ValueRange bits(int size) {
    List<String> texts = new ArrayList<>();
    int count = 1 << Math.min(size, FRACTION);
    for (int i = 0; i < count; i++) {
      String digits = Integer.toBinaryString(i);
      texts.add("0".repeat(size - digits.length()) + digits);
    }
    texts.add("1".repeat(size));
    return Samples.of(texts.stream().distinct().toList());
  }

  // What format_type writes has quotes where they are needed; the names of schemas have none.
  private Optional<ValueRange> made(String text, DatabaseSchema schema) {
    String name = text.replace("\"", "");
    for (OtherObject each : schema.others()) {
      if (each.name().toString().equals(name)) {
        switch (each.kind()) {
          case "domain" -> {
            return domain(each.definition(), schema);
          }
          case "composite type" -> {
            return Optional.of(Samples.of(List.of(emptyRow(each.definition()))));
          }
          default -> {
            // Something else of the same name.
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<ValueRange> domain(String definition, DatabaseSchema schema) {
    Matcher end = END_OF_BASE.matcher(definition);
    String base = end.find() ? definition.substring(0, end.start()) : definition;
    ValueRange range = of(PostgresTypes.read(base), schema);
    List<SqlExpression> conditions = new ArrayList<>();
    if (range instanceof ValueRange.Restricted inner) {
      conditions.addAll(inner.conditions());
      range = inner.range();
    }
    int checks = definition.indexOf(" CONSTRAINT ");
    if (definition.substring(0, checks < 0 ? definition.length() : checks).contains(" NOT NULL")) {
      conditions.add(SqlExpression.of("VALUE IS NOT NULL"));
    }
    CHECK
        .matcher(definition)
        .results()
        .forEach(found -> conditions.add(SqlExpression.of(found.group(1))));
    return Optional.of(
        range instanceof Unknown || conditions.isEmpty()
            ? range
            : new ValueRange.Restricted(range, conditions));
  }

  private static String emptyRow(String definition) {
    int depth = 0;
    StringBuilder row = new StringBuilder("(");
    for (int i = 0; i < definition.length(); i++) {
      char c = definition.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        row.append(',');
      }
    }
    return row.append(')').toString();
  }

  /** Returns {@code {"..."}} as a text, which fits every type of array. */
  @Override
  public SqlValue list(List<SqlValue> elements) {
    StringJoiner list = new StringJoiner(",", "{", "}");
    for (SqlValue each : elements) {
      list.add(element(((SqlValue.Constant) each).literal()));
    }
    return SqlValue.of(list.toString());
  }

  private static String element(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Null) {
      return "NULL";
    }
    String text = text(literal);
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String text(SqlLiteral literal) {
    if (literal instanceof SqlLiteral.Text text) {
      return text.value();
    } else if (literal instanceof SqlLiteral.Number number) {
      BigDecimal value = number.value();
      return value.toPlainString();
    } else if (literal instanceof SqlLiteral.Truth truth) {
      return Boolean.toString(truth.value());
    } else if (literal instanceof SqlLiteral.Date date) {
      return date.value().toString();
    } else if (literal instanceof SqlLiteral.Timestamp timestamp) {
      return timestamp.value().toString();
    } else if (literal instanceof SqlLiteral.Moment moment) {
      return moment.value().toString();
    } else if (literal instanceof SqlLiteral.Time time) {
      return time.value().toString();
    } else if (literal instanceof SqlLiteral.Binary binary) {
      return "\\x" + binary.hex();
    } else if (literal instanceof SqlLiteral.Uuid uuid) {
      return uuid.value().toString();
    } else if (literal instanceof SqlLiteral.Json json) {
      return json.value();
    }
    throw new IllegalArgumentException(
        "no element of a list: " + literal.getClass().getSimpleName().toLowerCase(Locale.ROOT));
  }
}
