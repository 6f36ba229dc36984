package dev.anabranch.testkit.server;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptException;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Databases for tests, migrated by the project's own revisions.
 *
 * <pre>{@code
 * MigratedDatabases databases =
 *     AnabranchServers.shared().migrated("postgresql", "src/main/resources/db/revisions", "heads");
 * try (TestDatabase database = databases.create()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>The revisions run once for each product, place, target and state of the files; every further
 * database is a copy. Safe for use by several threads. With JUnit, {@code @MigratedDatabase} does
 * it all.
 */
public final class AnabranchServers {

  private final TestServers servers;
  private final Map<Key, MigratedDatabases> known = new ConcurrentHashMap<>();

  /** What makes two databases the same. */
  private record Key(
      String product, List<String> locations, String target, String files, ClassLoader loader) {}

  private AnabranchServers(TestServers servers) {
    this.servers = servers;
  }

  /** Returns those of this JVM, on the servers of {@link TestServers#shared()}. */
  public static AnabranchServers shared() {
    return Shared.INSTANCE;
  }

  /** Returns those on servers of the caller's choice; what they keep goes when these stop. */
  public static AnabranchServers on(TestServers servers) {
    return new AnabranchServers(servers);
  }

  /** Returns the servers. */
  public TestServers servers() {
    return servers;
  }

  /**
   * Returns databases that are migrated by the revisions of one place.
   *
   * @param product the product's name, such as {@code postgresql}
   * @param location a folder, relative to the working directory, or {@code classpath:} and one
   * @param target a target expression, such as {@code heads}
   * @throws dev.anabranch.error.AnabranchException as {@link #migrated(String, List, String)}
   */
  public MigratedDatabases migrated(String product, String location, String target) {
    return migrated(product, List.of(location), target);
  }

  /**
   * Returns databases that are migrated by the revisions of some places. The files are read, no
   * server is asked yet.
   *
   * @param product the product's name, such as {@code postgresql}
   * @param locations folders, relative to the working directory, or {@code classpath:} and one
   * @param target a target expression, such as {@code heads}
   * @throws ScriptException if a folder is not there, or there are no revisions
   * @throws dev.anabranch.script.InvalidScriptsException if a revision file is no good
   * @throws dev.anabranch.revision.InvalidGraphException if the revisions do not fit together
   */
  public MigratedDatabases migrated(String product, List<String> locations, String target) {
    ClassLoader loader = loader();
    RevisionScripts scripts = revisions(locations);
    String files =
        scripts.scripts().stream()
            .map(RevisionScript::checksum)
            .sorted()
            .collect(Collectors.joining());
    return known.computeIfAbsent(
        new Key(product, List.copyOf(locations), target, files, loader),
        key -> new MigratedDatabases(servers, product, List.copyOf(locations), target, loader));
  }

  /**
   * Reads the revisions of some places.
   *
   * @param locations folders, relative to the working directory, or {@code classpath:} and one
   * @throws ScriptException if a folder is not there, or there are no revisions
   * @throws dev.anabranch.script.InvalidScriptsException if a revision file is no good
   * @throws dev.anabranch.revision.InvalidGraphException if the revisions do not fit together
   */
  public static RevisionScripts revisions(List<String> locations) {
    Path here = Path.of("").toAbsolutePath();
    List<ScriptLocation> parsed =
        locations.stream().map(location -> ScriptLocation.parse(location, here)).toList();
    for (ScriptLocation location : parsed) {
      if (location instanceof ScriptLocation.Folder folder
          && !Files.isDirectory(folder.directory())) {
        throw new ScriptException(
            ErrorCode.LOCATION_MISSING,
            "Cannot read revisions of \"%s\": there is no folder \"%s\"."
                .formatted(location.text(), folder.directory()),
            "A folder is relative to the working directory, which is the module's for Maven and"
                + " Gradle, and may be another one in an IDE; what stands on the class path is"
                + " written \"classpath:db/revisions\".");
      }
    }
    RevisionScripts scripts = RevisionScripts.load(ScriptOptions.of(parsed), loader());
    if (scripts.scripts().isEmpty()) {
      throw new ScriptException(
          ErrorCode.LOCATION_MISSING,
          "Cannot read revisions of \"%s\": there are none."
              .formatted(String.join("\", \"", locations)),
          "Revisions are files that end in .sql or .java and begin with their header.");
    }
    return scripts;
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : AnabranchServers.class.getClassLoader();
  }

  private static final class Shared {
    static final AnabranchServers INSTANCE = new AnabranchServers(TestServers.shared());
  }
}
