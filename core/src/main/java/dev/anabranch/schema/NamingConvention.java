package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives names to constraints and indexes that have none.
 *
 * <p>A pattern holds {@code {table}}, {@code {columns}} (with underscores between) and, for foreign
 * keys, {@code {referred}}. The same description gets the same name on every machine. A name that a
 * server cannot keep is cut and ends in the first eight hexadecimal digits of the SHA-256 of the
 * whole name.
 *
 * @param patterns by what is named
 */
public record NamingConvention(Map<Named, String> patterns) {

  /** What gets a name. */
  public enum Named {
    /** A primary key. */
    PRIMARY_KEY,
    /** A unique constraint. */
    UNIQUE,
    /** A foreign key. */
    FOREIGN_KEY,
    /** A check constraint. */
    CHECK,
    /** An exclusion constraint. */
    EXCLUSION,
    /** An index. */
    INDEX,
    /** A unique index. */
    UNIQUE_INDEX
  }

  private static final int HASH_DIGITS = 8;

  private static final Pattern PLACEHOLDERS = Pattern.compile("\\{(table|columns|referred)}");

  private static final NamingConvention STANDARD =
      new NamingConvention(
          Map.of(
              Named.PRIMARY_KEY, "pk_{table}",
              Named.UNIQUE, "uq_{table}_{columns}",
              Named.FOREIGN_KEY, "fk_{table}_{columns}_{referred}",
              Named.CHECK, "ck_{table}_{columns}",
              Named.EXCLUSION, "ex_{table}_{columns}",
              Named.INDEX, "ix_{table}_{columns}",
              Named.UNIQUE_INDEX, "ux_{table}_{columns}"));

  /** Copies the map and checks that nothing is left without a pattern. */
  public NamingConvention {
    EnumMap<Named, String> copy = new EnumMap<>(Named.class);
    copy.putAll(patterns);
    for (Named named : Named.values()) {
      String pattern = copy.get(named);
      if (pattern != null && PLACEHOLDERS.matcher(pattern).replaceAll("").matches(".*[{}].*")) {
        throw new SchemaException(
            "Cannot use a naming convention: its pattern for "
                + named
                + " has braces around something else than a placeholder.",
            "Placeholders are {table}, {columns} and {referred}.");
      }
      if (pattern == null || !pattern.contains("{table}")) {
        throw new SchemaException(
            "Cannot use a naming convention: its pattern for "
                + named
                + " is missing or has no {table} in it.",
            "Two tables would get the same names.");
      }
    }
    patterns = Collections.unmodifiableMap(copy);
  }

  /** Returns the convention that is used unless a project has its own. */
  public static NamingConvention standard() {
    return STANDARD;
  }

  /** Returns the same convention with another pattern. */
  public NamingConvention with(Named named, String pattern) {
    EnumMap<Named, String> changed = new EnumMap<>(patterns);
    changed.put(named, pattern);
    return new NamingConvention(changed);
  }

  /**
   * Returns the constraint with a name; one that has a name keeps it.
   *
   * @param table its table
   * @param constraint the constraint
   * @param fits whether the server can keep a name
   */
  public TableConstraint name(
      QualifiedName table, TableConstraint constraint, Predicate<Identifier> fits) {
    if (constraint.name().isPresent()) {
      return constraint;
    }
    String referred =
        constraint instanceof ForeignKey key ? key.referredTable().name().value() : "";
    return constraint.withName(
        fitting(
            Named.valueOf(constraint.kind().name()),
            table,
            distinguishing(constraint),
            referred,
            fits));
  }

  /**
   * Returns the index with a name; one that has a name keeps it.
   *
   * @param table its table
   * @param index the index
   * @param fits whether the server can keep a name
   */
  public Index name(QualifiedName table, Index index, Predicate<Identifier> fits) {
    if (index.name().isPresent()) {
      return index;
    }
    String parts =
        index.parts().stream()
            .map(NamingConvention::distinguishing)
            .collect(Collectors.joining("_"));
    return index.withName(
        fitting(index.isUnique() ? Named.UNIQUE_INDEX : Named.INDEX, table, parts, "", fits));
  }

  /**
   * Returns the table with a name for each of its constraints and indexes.
   *
   * @param table the table
   * @param fits whether the server can keep a name
   */
  public Table name(Table table, Predicate<Identifier> fits) {
    List<TableConstraint> constraints =
        table.constraints().stream().map(each -> name(table.name(), each, fits)).toList();
    List<Index> indexes =
        table.indexes().stream().map(each -> name(table.name(), each, fits)).toList();
    return table.withConstraints(constraints).withIndexes(indexes);
  }

  // A condition has no columns to be told by, so its text stands for them.
  private static String distinguishing(TableConstraint constraint) {
    if (constraint instanceof CheckConstraint check) {
      return hash(check.condition().text().text());
    }
    if (constraint instanceof ExclusionConstraint exclusion) {
      return exclusion.elements().stream()
          .map(element -> distinguishing(element.part()))
          .collect(Collectors.joining("_"));
    }
    return constraint.columns().stream().map(Identifier::value).collect(Collectors.joining("_"));
  }

  private static String distinguishing(IndexPart part) {
    return part.key() instanceof IndexPart.ColumnKey key
        ? key.column().value()
        : hash(((IndexPart.ExpressionKey) part.key()).expression().text().text());
  }

  private Identifier fitting(
      Named named,
      QualifiedName table,
      String columns,
      String referred,
      Predicate<Identifier> fits) {
    String whole =
        patterns
            .getOrDefault(named, "")
            .replace("{columns}", columns)
            .replace("{referred}", referred)
            .replace("{table}", table.name().value());
    if (fits.test(Identifier.of(whole))) {
      return Identifier.of(whole);
    }
    String end = "_" + hash(whole);
    int length = whole.length();
    Identifier shorter;
    do {
      length = whole.offsetByCodePoints(length, -1);
      shorter = Identifier.of(whole.substring(0, length) + end);
    } while (length > 1 && !fits.test(shorter));
    return shorter;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
