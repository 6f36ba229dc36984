package dev.anabranch.diff;

import dev.anabranch.sql.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * The thing that differs.
 *
 * @param kind what it is, lower case, such as {@code index}
 * @param name its name as people read it; for what has none, what it says
 * @param table the table or view it belongs to, if it belongs to one
 */
public record Subject(String kind, String name, Optional<QualifiedName> table) {

  static final String COLUMN = "column";

  /** Checks that all parts are there. */
  public Subject {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(table, "table");
  }

  static Subject of(String kind, QualifiedName name) {
    return new Subject(kind, Words.name(name), Optional.empty());
  }

  static Subject of(String kind, String name, QualifiedName table) {
    return new Subject(kind, name, Optional.of(table));
  }

  /**
   * Returns the thing in words on one line: {@code table customer}, {@code column customer.name},
   * {@code index ix_customer_email of customer}.
   */
  public String describe() {
    String owner = table.map(Words::name).orElse("");
    String words =
        table.isPresent() && kind.equals(COLUMN)
            ? kind + " " + owner + "." + name
            : kind + (name.isEmpty() ? "" : " " + name) + (owner.isEmpty() ? "" : " of " + owner);
    return Excerpt.line(words);
  }
}
