package dev.anabranch.schema;

import dev.anabranch.sql.DialectNames;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.RawSql;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The type of a column.
 *
 * <p>Portable types mean the same on every product as far as it can; what each product makes of
 * them is told in the reference of types. {@link Native} is the server's own text for everything
 * else, and {@link Variant} is one type for most products and another for some.
 */
public sealed interface DataType {

  /** A type without parameters. */
  enum Simple implements DataType {
    /** True or false. */
    BOOLEAN,
    /** A whole number of 16 bits. */
    SMALLINT,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    BIGINT,
    /** A binary floating-point number of 32 bits. */
    REAL,
    /** A binary floating-point number of 64 bits. */
    DOUBLE,
    /** Text of any length. */
    TEXT,
    /** Bytes of any length. */
    BLOB,
    /** A calendar day. */
    DATE,
    /** A universally unique identifier. */
    UUID,
    /** A JSON document. */
    JSON
  }

  /**
   * An exact decimal number.
   *
   * @param precision digits in all, at least 1
   * @param scale digits behind the point, from 0 to {@code precision}
   */
  record Numeric(int precision, int scale) implements DataType {
    /** Checks the digits. */
    public Numeric {
      requirePositive("numeric", "precision", precision);
      if (scale < 0 || scale > precision) {
        throw new SchemaException(
            "Cannot describe numeric(%d, %d): the scale lies between 0 and the precision."
                .formatted(precision, scale),
            null);
      }
    }
  }

  /**
   * Text of a fixed length, filled up with blanks.
   *
   * @param length characters, at least 1
   */
  record Char(int length) implements DataType {
    /** Checks the length. */
    public Char {
      requirePositive("char", "length", length);
    }
  }

  /**
   * Text up to a length.
   *
   * @param length characters, at least 1
   */
  record Varchar(int length) implements DataType {
    /** Checks the length. */
    public Varchar {
      requirePositive("varchar", "length", length);
    }
  }

  /**
   * Bytes of a fixed length.
   *
   * @param length bytes, at least 1
   */
  record Binary(int length) implements DataType {
    /** Checks the length. */
    public Binary {
      requirePositive("binary", "length", length);
    }
  }

  /**
   * Bytes up to a length.
   *
   * @param length bytes, at least 1
   */
  record Varbinary(int length) implements DataType {
    /** Checks the length. */
    public Varbinary {
      requirePositive("varbinary", "length", length);
    }
  }

  /**
   * A time of day without time zone.
   *
   * @param precision digits of a second's fraction, 0 to 9
   */
  record Time(int precision) implements DataType {
    /** Checks the digits. */
    public Time {
      requireFraction("time", precision);
    }
  }

  /**
   * Date and time without time zone.
   *
   * @param precision digits of a second's fraction, 0 to 9
   */
  record Timestamp(int precision) implements DataType {
    /** Checks the digits. */
    public Timestamp {
      requireFraction("timestamp", precision);
    }
  }

  /**
   * A moment, the same everywhere.
   *
   * @param precision digits of a second's fraction, 0 to 9
   */
  record TimestampWithTimeZone(int precision) implements DataType {
    /** Checks the digits. */
    public TimestampWithTimeZone {
      requireFraction("timestamp with time zone", precision);
    }
  }

  /** A span of time. */
  enum Interval implements DataType {
    /** Years and months. */
    YEAR_TO_MONTH,
    /** Days, hours, minutes, seconds with up to six digits of a fraction. */
    DAY_TO_SECOND
  }

  /**
   * One of a fixed list of texts. Products with enum types refer to the type of that name, which is
   * created by itself; others write the list into the column.
   *
   * @param name the name of the enum type
   * @param values the texts in their order, at least one, none twice
   */
  record Enumeration(QualifiedName name, List<String> values) implements DataType {
    /** Copies the list and checks it. */
    public Enumeration {
      Objects.requireNonNull(name, "name");
      values = requireValues(name, values);
    }
  }

  /**
   * A list of values of one type.
   *
   * @param element the type of each
   */
  record Array(DataType element) implements DataType {
    /** Checks the element. */
    public Array {
      if (element instanceof Array) {
        throw new SchemaException(
            "Cannot describe an array of arrays: products differ in what that means.",
            "Use a native type.");
      }
    }
  }

  /**
   * A type as the server writes it.
   *
   * @param text the server's own words, such as {@code tsvector}
   */
  record Native(String text) implements DataType {
    /** Checks that there is a text. */
    public Native {
      if (text.isBlank()) {
        throw new SchemaException("Cannot describe a native type: its text is blank.", null);
      }
      RawSql.of(text);
    }
  }

  /**
   * One type for most products and another for some.
   *
   * @param type what every product gets that has none of its own; no variant itself
   * @param variants by dialect name, lower case, what that one gets instead
   */
  record Variant(DataType type, Map<String, DataType> variants) implements DataType {
    /** Copies the map. */
    public Variant {
      Objects.requireNonNull(type, "type");
      variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
      if (type instanceof Variant
          || variants.values().stream().anyMatch(Variant.class::isInstance)) {
        throw new SchemaException("Cannot describe a variant of a variant.", null);
      }
    }
  }

  /**
   * Returns the same with another type for one dialect.
   *
   * @param dialect the dialect's name, lower case
   * @param other the type that one gets
   */
  default DataType on(String dialect, DataType other) {
    Map<String, DataType> variants = new LinkedHashMap<>();
    DataType base = this;
    if (this instanceof Variant variant) {
      base = variant.type();
      variants.putAll(variant.variants());
    }
    variants.put(DialectNames.require(dialect), other);
    return new Variant(base, variants);
  }

  /**
   * Returns the type a dialect gets, which is no variant.
   *
   * @param dialectNames the names the dialect answers to, the most specific first
   */
  default DataType forDialect(List<String> dialectNames) {
    if (!(this instanceof Variant variant)) {
      return this;
    }
    for (String name : dialectNames) {
      DataType own = variant.variants().get(name);
      if (own != null) {
        return own;
      }
    }
    return variant.type();
  }

  private static void requirePositive(String type, String what, int number) {
    if (number < 1) {
      throw new SchemaException(
          "Cannot describe %s(%d): the %s is at least 1.".formatted(type, number, what), null);
    }
  }

  private static void requireFraction(String type, int precision) {
    if (precision < 0 || precision > 9) {
      throw new SchemaException(
          "Cannot describe %s(%d): a second has 0 to 9 digits behind the point."
              .formatted(type, precision),
          null);
    }
  }

  /** Copies the texts of an enum type and checks that each is there once. */
  static List<String> requireValues(QualifiedName name, List<String> values) {
    if (values.isEmpty()) {
      throw new SchemaException(
          "Cannot describe the enum type %s: it has no values.".formatted(name), null);
    }
    HashSet<String> seen = new HashSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new SchemaException(
            "Cannot describe the enum type %s: it has the value \"%s\" twice."
                .formatted(name, value),
            null);
      }
    }
    return List.copyOf(values);
  }
}
