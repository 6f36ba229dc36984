package dev.anabranch.script;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * Where revision files stand and how new ones are named.
 *
 * @param locations the places to look, in the order in which they are listed to users; new files go
 *     to the first
 * @param depth whether folders inside a location are looked into
 * @param fileNames how the name of a new file is made
 * @param timezone the time zone of dates in file names
 * @param java what revisions in Java are compiled with
 * @since 0.1
 */
public record ScriptOptions(
    List<ScriptLocation> locations,
    Depth depth,
    FileNameTemplate fileNames,
    ZoneId timezone,
    JavaOptions java) {

  /** Whether folders inside a location are looked into. */
  public enum Depth {
    /** Only files that stand directly in a location. */
    FLAT,
    /** Files in folders below a location as well. */
    RECURSIVE
  }

  /** Copies the list. */
  public ScriptOptions {
    locations = List.copyOf(locations);
    Objects.requireNonNull(depth, "depth");
    Objects.requireNonNull(fileNames, "fileNames");
    Objects.requireNonNull(timezone, "timezone");
    Objects.requireNonNull(java, "java");
  }

  /**
   * Returns options for some locations, everything else as by default: flat, {@code {id}_{slug}},
   * UTC, {@link JavaOptions#defaults()}.
   */
  public static ScriptOptions of(List<ScriptLocation> locations) {
    return new ScriptOptions(
        locations, Depth.FLAT, FileNameTemplate.DEFAULT, ZoneOffset.UTC, JavaOptions.defaults());
  }

  /**
   * Returns options for some locations, everything else as by default: flat, {@code {id}_{slug}},
   * UTC, {@link JavaOptions#defaults()}.
   */
  public static ScriptOptions of(ScriptLocation... locations) {
    return of(List.of(locations));
  }

  /** Returns the same options with another depth. */
  public ScriptOptions withDepth(Depth depth) {
    return new ScriptOptions(locations, depth, fileNames, timezone, java);
  }

  /** Returns the same options with another template of file names. */
  public ScriptOptions withFileNames(FileNameTemplate fileNames) {
    return new ScriptOptions(locations, depth, fileNames, timezone, java);
  }

  /** Returns the same options with another time zone of dates in file names. */
  public ScriptOptions withTimezone(ZoneId timezone) {
    return new ScriptOptions(locations, depth, fileNames, timezone, java);
  }

  /** Returns the same options with others for revisions in Java. */
  public ScriptOptions withJava(JavaOptions java) {
    return new ScriptOptions(locations, depth, fileNames, timezone, java);
  }
}
