package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An index of a table that no constraint has made.
 *
 * @param name its name; empty until a naming convention gives one
 * @param uniqueness whether two rows may have the same key
 * @param parts what it sorts by, at least one, in order
 * @param details what is rarely said
 */
public record Index(
    Optional<Identifier> name, Uniqueness uniqueness, List<IndexPart> parts, Details details) {

  /** Whether two rows may have the same key. */
  public enum Uniqueness {
    /** They may. */
    NOT_UNIQUE,
    /** They may not; nulls are different from each other. */
    UNIQUE,
    /** They may not; nulls are the same. */
    UNIQUE_NULLS_NOT_DISTINCT
  }

  /** Whether the server plans queries with an index. */
  public enum Visibility {
    /** It does. */
    VISIBLE,
    /** It keeps the index up to date and plans without it. */
    INVISIBLE
  }

  /**
   * What is rarely said of an index.
   *
   * @param method the index method as the server names it, such as {@code gin}; empty for the usual
   * @param include columns that are kept in it without sorting by them
   * @param where which rows it holds; empty for all
   * @param visibility whether the server plans with it
   * @param options what only some products know
   */
  public record Details(
      Optional<String> method,
      List<Identifier> include,
      Optional<SqlExpression> where,
      Visibility visibility,
      DialectOptions options) {

    private static final Details NONE =
        new Details(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Visibility.VISIBLE,
            DialectOptions.none());

    /** Copies the list. */
    public Details {
      Objects.requireNonNull(method, "method");
      include = List.copyOf(include);
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(visibility, "visibility");
      Objects.requireNonNull(options, "options");
    }

    /** Returns details that say nothing. */
    public static Details none() {
      return NONE;
    }
  }

  /** Copies the list and checks it. */
  public Index {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(uniqueness, "uniqueness");
    parts = List.copyOf(parts);
    Objects.requireNonNull(details, "details");
    if (parts.isEmpty()) {
      throw new SchemaException("Cannot describe an index: it sorts by nothing.", null);
    }
  }

  /** Returns the same index under a name. */
  public Index withName(Identifier name) {
    return new Index(Optional.of(name), uniqueness, parts, details);
  }

  /** Returns whether two rows may not have the same key. */
  public boolean isUnique() {
    return uniqueness != Uniqueness.NOT_UNIQUE;
  }

  /** Returns the columns it sorts by or includes, without those inside expressions. */
  public List<Identifier> columns() {
    return Stream.concat(
            parts.stream().flatMap(part -> part.column().stream()), details.include().stream())
        .toList();
  }
}
