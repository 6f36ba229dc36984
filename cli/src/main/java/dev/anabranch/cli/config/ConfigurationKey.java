package dev.anabranch.cli.config;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of {@code anabranch.toml}. */
public enum ConfigurationKey {
  /** The folders and class path locations of revision files. */
  REVISIONS(
      "revisions",
      Kind.LIST,
      "revisions",
      "Folders of revision files, relative to the configuration file, or classpath: locations."
          + " New files go to the first one unless told otherwise."),
  /** Whether folders inside those folders are read too. */
  RECURSIVE(
      "recursive", Kind.BOOLEAN, "false", "Whether folders inside those folders are read too."),
  /** How a new revision file is named. */
  FILE_NAME(
      "file-name",
      Kind.TEXT,
      "{id}_{slug}",
      "How a new revision file is named; also {year} {month} {day} {hour} {minute} {second}"
          + " {epoch}."),
  /** The time zone of dates in file names and headers. */
  TIMEZONE("timezone", Kind.TEXT, "UTC", "The time zone of dates in file names and headers."),
  /** The jars and folders of classes that revisions in Java use. */
  CLASS_PATH(
      "class-path",
      Kind.LIST,
      null,
      "Jars and folders of classes that revisions in Java use, relative to the configuration file;"
          + " lib/*.jar names several."),
  /** The table that holds the heads of a database. */
  VERSION_TABLE(
      "version-table",
      Kind.TEXT,
      "anabranch_version",
      "The table that holds the heads of the database, with its schema if wanted. A table of the"
          + " same shape made by Alembic can be named."),
  /** What one transaction covers. */
  TRANSACTION(
      "transaction",
      Kind.TRANSACTION,
      "revision",
      "What one transaction covers: each revision, all of a run, or none."),
  /** How long to wait for another run to end. */
  LOCK_TIMEOUT(
      "lock-timeout",
      Kind.DURATION,
      "60s",
      "How long to wait for another run to end: a number of seconds, or 500ms, 90s, 5m, 1h."),
  /** How a primary key is named that an operation gives no name. */
  NAME_PRIMARY_KEY(
      "name-primary-key",
      Kind.TEXT,
      "pk_{table}",
      "How a primary key is named that an operation gives no name."),
  /** How a unique constraint is named that an operation gives no name. */
  NAME_UNIQUE(
      "name-unique",
      Kind.TEXT,
      "uq_{table}_{columns}",
      "How a unique constraint is named that an operation gives no name."),
  /** How a foreign key is named that an operation gives no name. */
  NAME_FOREIGN_KEY(
      "name-foreign-key",
      Kind.TEXT,
      "fk_{table}_{columns}_{referred}",
      "How a foreign key is named that an operation gives no name."),
  /** How a check constraint is named that an operation gives no name. */
  NAME_CHECK(
      "name-check",
      Kind.TEXT,
      "ck_{table}_{columns}",
      "How a check constraint is named that an operation gives no name."),
  /** How an exclusion constraint is named that an operation gives no name. */
  NAME_EXCLUSION(
      "name-exclusion",
      Kind.TEXT,
      "ex_{table}_{columns}",
      "How an exclusion constraint is named that an operation gives no name."),
  /** How an index is named that an operation gives no name. */
  NAME_INDEX(
      "name-index",
      Kind.TEXT,
      "ix_{table}_{columns}",
      "How an index is named that an operation gives no name."),
  /** How a unique index is named that an operation gives no name. */
  NAME_UNIQUE_INDEX(
      "name-unique-index",
      Kind.TEXT,
      "ux_{table}_{columns}",
      "How a unique index is named that an operation gives no name."),
  /** The JDBC URL. */
  URL("url", Kind.TEXT, null, "The JDBC URL of the database."),
  /** The user to connect as. */
  USER("user", Kind.TEXT, null, "The user to connect as."),
  /** The user's password. */
  PASSWORD("password", Kind.SECRET, null, "The user's password; best given as ${NAME}."),
  /** The dialect, where no URL tells it. */
  DIALECT(
      "dialect",
      Kind.TEXT,
      null,
      "The dialect, such as postgresql, for scripts written without a URL.");

  /** What a value looks like. */
  public enum Kind {
    /** A string. */
    TEXT,
    /** A string that is never shown. */
    SECRET,
    /** A string or a list of strings; commas part them in a variable. */
    LIST,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code revision}, {@code all} or {@code none}. */
    TRANSACTION,
    /** A number of seconds, or a string with a unit. */
    DURATION
  }

  private final String name;
  private final Kind kind;
  private final Optional<String> defaultValue;
  private final String summary;

  ConfigurationKey(String name, Kind kind, @Nullable String defaultValue, String summary) {
    this.name = name;
    this.kind = kind;
    this.defaultValue = Optional.ofNullable(defaultValue);
    this.summary = summary;
  }

  /** Returns the key as the file writes it. */
  public String key() {
    return name;
  }

  /** Returns what its values look like. */
  public Kind kind() {
    return kind;
  }

  /** Returns the value where nothing is said, as text. */
  public Optional<String> defaultValue() {
    return defaultValue;
  }

  /** Returns what the key is for. */
  public String summary() {
    return summary;
  }

  /** Returns whether the key says how to reach a database, and so stands in {@code [database]}. */
  public boolean isConnection() {
    return compareTo(URL) >= 0;
  }

  /**
   * Returns the path of the key for all databases, such as {@code database.url} or {@code
   * revisions}.
   */
  public String path() {
    return isConnection() ? "database." + name : name;
  }

  /** Returns the path of the key for one database, such as {@code database.reporting.url}. */
  public String path(String database) {
    return "database." + database + "." + name;
  }

  /** Returns the environment variable of a path, such as {@code ANABRANCH_DATABASE_URL}. */
  public static String variable(String path) {
    return "ANABRANCH_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
