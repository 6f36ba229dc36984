package dev.anabranch.engine;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.sql.ScriptSplitException;

/** Says that the statements of a revision cannot be told apart, with file and line. */
public final class StatementSplitException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final transient SourceLocation location;

  StatementSplitException(SourceLocation location, ScriptSplitException cause) {
    super(cause.code(), location + ": " + cause.getMessage(), cause.hint().orElse(null), cause);
    this.location = location;
  }

  /** Returns the place. */
  public SourceLocation location() {
    return location;
  }
}
