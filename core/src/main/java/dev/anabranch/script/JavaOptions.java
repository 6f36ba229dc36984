package dev.anabranch.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What revisions in Java are compiled with.
 *
 * @param classPath jars and folders of classes that they use, besides what the program's own class
 *     loader has
 * @param cacheFolder where compiled classes are kept from run to run; absent for nowhere
 * @since 0.1
 */
public record JavaOptions(List<ClassPathEntry> classPath, Optional<Path> cacheFolder) {

  /** Copies the list. */
  public JavaOptions {
    classPath = List.copyOf(classPath);
    Objects.requireNonNull(cacheFolder, "cacheFolder");
  }

  /**
   * Returns options without anything on the class path that keep compiled classes in the user's
   * cache folder, as the environment tells it: {@code $XDG_CACHE_HOME/anabranch}, {@code
   * ~/Library/Caches/anabranch} on macOS, {@code %LOCALAPPDATA%\\anabranch\\cache} on Windows, else
   * {@code ~/.cache/anabranch}.
   */
  public static JavaOptions defaults() {
    return of(System.getenv());
  }

  /**
   * Returns the same as {@link #defaults()} for other environment variables.
   *
   * @param environment the variables
   */
  public static JavaOptions of(Map<String, String> environment) {
    return new JavaOptions(List.of(), UserCache.folder(environment));
  }

  /** Returns options without anything on the class path and without a cache. */
  public static JavaOptions none() {
    return new JavaOptions(List.of(), Optional.empty());
  }

  /** Returns the same options with another class path. */
  public JavaOptions withClassPath(List<ClassPathEntry> entries) {
    return new JavaOptions(entries, cacheFolder);
  }

  /** Returns the same options with another place for compiled classes. */
  public JavaOptions withCacheFolder(Path folder) {
    return new JavaOptions(classPath, Optional.of(folder));
  }

  /** Returns the same options, compiling anew in each run. */
  public JavaOptions withoutCache() {
    return new JavaOptions(classPath, Optional.empty());
  }
}
