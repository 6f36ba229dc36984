package dev.anabranch.dialect;

import java.util.List;
import java.util.Objects;

/**
 * One statement that an operation becomes on a product.
 *
 * @param sql the text, without terminator
 * @param placement where it may run
 * @param commit what becomes of the open transaction
 * @param preparation statements that change nothing but the session, such as those that put the
 *     text together which this one runs: they run right before it, each time that it is tried
 */
public record DdlStatement(
    String sql, Placement placement, Commit commit, List<String> preparation) {

  /** Where a statement may run. */
  public enum Placement {
    /** In a transaction or outside of one. */
    ANYWHERE,
    /** Outside a transaction only. */
    OUTSIDE_TRANSACTION
  }

  /** What a statement does to the open transaction. */
  public enum Commit {
    /** Nothing: it is committed or rolled back with it. */
    WITH_TRANSACTION,
    /** The server commits the statement and everything before it. */
    BY_ITSELF
  }

  /** Checks that all parts are there. */
  public DdlStatement {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(commit, "commit");
    preparation = List.copyOf(preparation);
  }

  /**
   * Returns a statement that may run anywhere and is committed or rolled back with its transaction.
   */
  public static DdlStatement of(String sql) {
    return new DdlStatement(sql, Placement.ANYWHERE, Commit.WITH_TRANSACTION, List.of());
  }

  /** Returns a statement that may run anywhere and that the server commits by itself. */
  public static DdlStatement committing(String sql) {
    return new DdlStatement(sql, Placement.ANYWHERE, Commit.BY_ITSELF, List.of());
  }

  /** Returns the same statement, to run outside a transaction only. */
  public DdlStatement outside() {
    return new DdlStatement(sql, Placement.OUTSIDE_TRANSACTION, commit, preparation);
  }

  /** Returns the same statement behind others that prepare the session for it. */
  public DdlStatement preparedBy(List<String> statements) {
    return new DdlStatement(sql, placement, commit, statements);
  }
}
