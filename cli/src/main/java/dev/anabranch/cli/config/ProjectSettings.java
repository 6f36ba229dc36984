package dev.anabranch.cli.config;

import dev.anabranch.schema.NamingConvention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a project says about its revisions and their running, checked.
 *
 * @param directory the folder relative locations start from
 * @param revisions the locations of revision files
 * @param recursive whether folders inside them are read too
 * @param fileName how a new file is named
 * @param timezone the time zone of dates in new files
 * @param classPath the jars and folders that revisions in Java use
 * @param versionTable the table of heads
 * @param transaction what one transaction covers, in the word of the file
 * @param lockTimeout how long to wait for another run
 * @param naming how constraints and indexes are named that operations give no name
 */
public record ProjectSettings(
    Path directory,
    List<String> revisions,
    boolean recursive,
    String fileName,
    ZoneId timezone,
    List<String> classPath,
    String versionTable,
    String transaction,
    Duration lockTimeout,
    NamingConvention naming) {
  /** Copies the lists. */
  public ProjectSettings {
    Objects.requireNonNull(directory, "directory");
    revisions = List.copyOf(revisions);
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(timezone, "timezone");
    classPath = List.copyOf(classPath);
    Objects.requireNonNull(versionTable, "versionTable");
    Objects.requireNonNull(transaction, "transaction");
    Objects.requireNonNull(lockTimeout, "lockTimeout");
    Objects.requireNonNull(naming, "naming");
  }
}
