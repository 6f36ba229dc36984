package dev.anabranch.script;

import dev.anabranch.revision.Direction;
import java.util.List;
import java.util.Objects;

/**
 * The statements of a revision for one direction, either for every dialect or for some that are
 * named.
 *
 * @param direction which way the statements go
 * @param dialects the dialects the section is named for, lower case, as written; empty for the
 *     plain section
 * @param sql the text of the section, lines ended by a line feed whatever the file has; possibly
 *     empty
 * @param firstLine the line of the file on which {@code sql} begins, counted from 1
 * @param transaction what the section says about transactions
 * @since 0.1
 */
public record ScriptSection(
    Direction direction,
    List<String> dialects,
    String sql,
    int firstLine,
    SectionTransaction transaction) {

  /** Copies the list. */
  public ScriptSection {
    Objects.requireNonNull(direction, "direction");
    dialects = List.copyOf(dialects);
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(transaction, "transaction");
  }

  /** Returns whether the section is for every dialect that has none of its own. */
  public boolean isPlain() {
    return dialects.isEmpty();
  }

  /**
   * Returns whether the statements may run inside a transaction, which is so unless the section
   * forbids it.
   */
  public boolean transactional() {
    return transaction != SectionTransaction.OFF;
  }

  /** Returns whether nothing but blank lines and line comments stands here. */
  public boolean isBlank() {
    return sql.lines().allMatch(line -> line.isBlank() || line.stripLeading().startsWith("--"));
  }
}
