package dev.anabranch.engine;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.history.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Says that an earlier run stopped inside a revision, which has to be finished first. */
public final class UnfinishedMigrationException extends MigrationException {

  private static final long serialVersionUID = 1L;

  private final transient JournalEntry entry;

  UnfinishedMigrationException(
      ErrorCode code, JournalEntry entry, String reason, @Nullable String hint) {
    super(
        code,
        "Cannot go on: the "
            + entry.action().text()
            + " of "
            + entry.revision()
            + " was left half-way, with "
            + entry.progress()
            + " statements done; "
            + reason,
        hint,
        null);
    this.entry = entry;
  }

  /** Returns the newest entry of the history table, which says how far the revision came. */
  public JournalEntry entry() {
    return entry;
  }
}
