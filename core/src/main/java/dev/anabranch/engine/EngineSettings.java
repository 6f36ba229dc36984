package dev.anabranch.engine;

import dev.anabranch.dialect.Dialects;
import dev.anabranch.history.JournalEntry.RunIdentity;
import dev.anabranch.schema.NamingConvention;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * What every run of an engine needs to know.
 *
 * @param connections opens connections to the database
 * @param dialects the products on the class path
 * @param versionTable the configured name of the version table
 * @param scope how much runs in one transaction
 * @param lockTimeout how long to wait for the migration lock
 * @param listener hears what a run does
 * @param author who runs, for the history table
 * @param naming names constraints and indexes of operations that have no name
 */
public record EngineSettings(
    ConnectionSource connections,
    Dialects dialects,
    String versionTable,
    TransactionScope scope,
    Duration lockTimeout,
    MigrationListener listener,
    Author author,
    NamingConvention naming) {

  /** Checks that nothing is null. */
  public EngineSettings {
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(dialects, "dialects");
    Objects.requireNonNull(versionTable, "versionTable");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(lockTimeout, "lockTimeout");
    Objects.requireNonNull(listener, "listener");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(naming, "naming");
  }

  /**
   * Who runs migrations, and with what.
   *
   * @param operator who, such as {@code ann@build-7}; cut at 255 characters
   * @param tool the program and its version; cut at 64 characters
   */
  public record Author(String operator, String tool) {

    /** Cuts both texts to what their columns hold. */
    public Author {
      operator = cut(operator, 255);
      tool = cut(tool, 64);
    }

    RunIdentity newRun() {
      return new RunIdentity(UUID.randomUUID().toString(), operator, tool);
    }

    private static String cut(String text, int length) {
      return text.length() <= length ? text : text.substring(0, length);
    }
  }
}
