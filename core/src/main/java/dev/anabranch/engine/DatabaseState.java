package dev.anabranch.engine;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.history.JournalEntry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a database says of itself.
 *
 * @param product the name of the database product
 * @param version the release of the server
 * @param url where it is, without any secret
 * @param versionTable whether there is a version table
 * @param historyTable whether there is a history table; a version table that Alembic made has none
 *     beside it
 * @param rows the rows of the version table, sorted
 * @param unfinished the entry of a revision that was left half-way
 */
public record DatabaseState(
    String product,
    ServerVersion version,
    String url,
    Presence versionTable,
    Presence historyTable,
    List<String> rows,
    Optional<JournalEntry> unfinished) {

  /** Whether something is there. */
  public enum Presence {
    /** It is there. */
    PRESENT,
    /** It is not there. */
    ABSENT;

    static Presence of(Optional<?> content) {
      return content.isPresent() ? PRESENT : ABSENT;
    }
  }

  /** Copies the list. */
  public DatabaseState {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(versionTable, "versionTable");
    Objects.requireNonNull(historyTable, "historyTable");
    rows = List.copyOf(rows);
    Objects.requireNonNull(unfinished, "unfinished");
  }

  /** Returns the state behind a run that ended well: both tables are there, nothing is half-way. */
  DatabaseState with(List<String> newRows) {
    return new DatabaseState(
        product, version, url, Presence.PRESENT, Presence.PRESENT, newRows, Optional.empty());
  }
}
