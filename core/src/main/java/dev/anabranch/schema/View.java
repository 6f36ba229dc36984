package dev.anabranch.schema;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import dev.anabranch.sql.SqlExpression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A view.
 *
 * @param name its name
 * @param kind whether its rows are stored
 * @param columns the names of its columns; empty for those of the query
 * @param query the query
 * @param comment what people say of it; never empty text
 * @param options what only some products know
 */
public record View(
    QualifiedName name,
    Kind kind,
    List<Identifier> columns,
    SqlExpression query,
    Optional<String> comment,
    DialectOptions options) {

  /** Whether the rows of a view are stored. */
  public enum Kind {
    /** They are computed when the view is read. */
    PLAIN,
    /** They are stored until the view is refreshed. */
    MATERIALIZED
  }

  /** Copies the list. */
  public View {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    columns = List.copyOf(columns);
    Objects.requireNonNull(query, "query");
    comment = comment.filter(text -> !text.isEmpty());
    Objects.requireNonNull(options, "options");
  }

  /** Returns a plain view with the columns of its query. */
  public static View of(QualifiedName name, SqlExpression query) {
    return new View(name, Kind.PLAIN, List.of(), query, Optional.empty(), DialectOptions.none());
  }

  /** Returns the same view with its rows stored. */
  public View materialized() {
    return new View(name, Kind.MATERIALIZED, columns, query, comment, options);
  }
}
