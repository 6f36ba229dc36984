package dev.anabranch.script;

import dev.anabranch.sql.StatementSplitter;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A dialect the revision files have to work for.
 *
 * @param names the names the dialect answers to in sections, the most specific first; at least one
 * @param splitter how its scripts are cut into statements
 * @param controlsTransaction whether a statement begins or ends a transaction, which is not the
 *     author's to do
 * @since 0.1
 */
public record CheckedDialect(
    List<String> names, StatementSplitter splitter, Predicate<String> controlsTransaction) {

  /** Describes a dialect whose statements are not looked at for transactions. */
  public CheckedDialect(List<String> names, StatementSplitter splitter) {
    this(names, splitter, statement -> false);
  }

  /** Copies the list. */
  public CheckedDialect {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a dialect has a name");
    }
    Objects.requireNonNull(splitter, "splitter");
    Objects.requireNonNull(controlsTransaction, "controlsTransaction");
  }

  /** Returns the name the dialect is best known by. */
  public String name() {
    return names.get(0);
  }
}
