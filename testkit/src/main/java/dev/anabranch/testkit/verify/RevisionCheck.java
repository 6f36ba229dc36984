package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.revision.Revision;
import dev.anabranch.schema.DatabaseSchema;
import java.sql.Connection;

/**
 * A check of the user's own, made at each revision: after its first upgrade, and after its
 * downgrade where there is one.
 */
public interface RevisionCheck {

  /** Returns its name in reports, such as {@code every table has a comment}. */
  String name();

  /**
   * Checks.
   *
   * @param state what is there
   * @throws AssertionError if something is wrong; its message is told
   * @throws Exception if it could not be checked, which counts as a failure
   */
  void check(State state) throws Exception;

  /**
   * A database at a revision.
   *
   * @param revision the revision
   * @param moment {@link Moment#AFTER_UPGRADE} or {@link Moment#AFTER_DOWNGRADE}
   * @param schema what the database consists of
   * @param connection a connection to it, in auto-commit mode; what the check changes has to be
   *     taken back by it
   * @param dialect the product
   */
  record State(
      Revision revision,
      Moment moment,
      DatabaseSchema schema,
      Connection connection,
      Dialect dialect) {}

  /**
   * Returns a check with a name.
   *
   * @param name its name in reports
   * @param body what it does
   */
  static RevisionCheck of(String name, Body body) {
    return new RevisionCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void check(State state) throws Exception {
        body.check(state);
      }
    };
  }

  /** What a check does. */
  @FunctionalInterface
  interface Body {
    /** Checks, as {@link RevisionCheck#check}. */
    void check(State state) throws Exception;
  }
}
