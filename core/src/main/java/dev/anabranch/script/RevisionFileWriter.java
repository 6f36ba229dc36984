package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates revision files.
 *
 * <p>A file appears whole or not at all, and never takes the place of another: it is written to a
 * hidden name in the same folder, forced to disk, and given its own name in one step that fails if
 * the name is taken. Of two processes that create the same id at the same time one fails. Immutable
 * and usable by several threads.
 *
 * @since 0.1
 */
public final class RevisionFileWriter {

  private final ScriptOptions options;
  private final ClassLoader classLoader;
  private final Transliterator transliterator;
  private final Clock clock;

  /**
   * Creates a writer.
   *
   * @param options where the project's files stand and how they are named
   * @param classLoader where class path locations are looked up
   * @param transliterator how messages become file names
   * @param clock what time it is
   */
  public RevisionFileWriter(
      ScriptOptions options, ClassLoader classLoader, Transliterator transliterator, Clock clock) {
    this.options = Objects.requireNonNull(options, "options");
    this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
    this.transliterator = Objects.requireNonNull(transliterator, "transliterator");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Creates the file of a new revision with empty sections.
   *
   * @param draft the revision; that it fits the graph has been checked already
   * @param location one of the project's locations, a folder
   * @param dialects the dialects that get sections of their own; empty for plain sections
   * @return the new revision as its file declares it
   * @throws ScriptException if the location is none of the project's folders, something of the
   *     revision cannot be written in a header, the id or a label has been taken meanwhile, or the
   *     file cannot be written; nothing is left behind
   */
  public RevisionScript write(Revision draft, ScriptLocation location, List<String> dialects) {
    ScriptLocation.Folder folder = ownFolder(location);
    Revision revision = withMessage(draft, draft.message().strip());
    for (String dialect : dialects) {
      if (!BodyParser.isDialectName(dialect)) {
        throw unwritable(revision.id(), "\"" + dialect + "\" is no name of a dialect");
      }
    }
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String slug = Slug.of(revision.message(), transliterator);
    String name =
        options.fileNames().fileName(revision.id(), slug, created.atZone(options.timezone()));
    String messageOfName = options.fileNames().messageOf(name, revision.id());
    String text = RevisionTemplate.render(revision, messageOfName, created, dialects);
    Path file = folder.directory().resolve(name);
    SqlRevisionScript script = readBack(text, revision, folder.text() + "/" + name, file);
    NewFile.create(
        file, revision.id(), text.getBytes(StandardCharsets.UTF_8), () -> refuseTaken(revision));
    return script;
  }

  private ScriptLocation.Folder ownFolder(ScriptLocation location) {
    if (!(location instanceof ScriptLocation.Folder folder)) {
      throw new ScriptException(
          ErrorCode.ILLEGAL_LOCATION,
          "Cannot create a revision file in \""
              + location.text()
              + "\": files on the class path cannot be changed.",
          "Name a folder.");
    }
    Path directory = folder.directory().toAbsolutePath().normalize();
    for (ScriptLocation own : options.locations()) {
      if (own instanceof ScriptLocation.Folder ownFolder && holds(ownFolder, directory)) {
        if (!Files.isDirectory(directory)) {
          throw new ScriptException(
              ErrorCode.LOCATION_MISSING,
              "Cannot create a revision file in \""
                  + location.text()
                  + "\": there is no such folder.",
              "Create the folder.");
        }
        return folder;
      }
    }
    throw new ScriptException(
        ErrorCode.ILLEGAL_LOCATION,
        "Cannot create a revision file in \""
            + location.text()
            + "\": the folder is none of the project's locations, the file would not be found there.",
        "Add the folder to the locations of revision files.");
  }

  private boolean holds(ScriptLocation.Folder own, Path directory) {
    Path ownDirectory = own.directory().toAbsolutePath().normalize();
    return options.depth() == ScriptOptions.Depth.RECURSIVE
        ? directory.startsWith(ownDirectory)
        : directory.equals(ownDirectory);
  }

  /**
   * Reads the text as a file would be read: what does not come back the same must not be written.
   */
  private SqlRevisionScript readBack(String text, Revision revision, String shown, Path file) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ScriptSource source = new ScriptSource.OnDisk(shown, file);
    Problems problems = new Problems(shown);
    HeaderParser parser = new HeaderParser(source, options.fileNames(), problems);
    boolean ended = parser.parse(new LineCursor(bytes, 0, bytes.length, true), bytes);
    Header header = parser.finish();
    if (!ended || header == null || !problems.isEmpty() || !isSame(header.revision(), revision)) {
      throw unwritable(revision.id(), "its values would not be read back as they are: " + revision);
    }
    return new SqlRevisionScript(header, source);
  }

  private static boolean isSame(Revision read, Revision meant) {
    return read.id().equals(meant.id())
        && read.downRevisions().equals(meant.downRevisions())
        && read.dependsOn().equals(meant.dependsOn())
        && read.labels().equals(meant.labels())
        && read.message().equals(meant.message());
  }

  private static Revision withMessage(Revision revision, String message) {
    return new Revision(
        revision.id(),
        revision.downRevisions(),
        revision.dependsOn(),
        revision.labels(),
        message,
        revision.source());
  }

  /**
   * Looks again, now that nobody else can create this id: another process may have done so since
   * the graph was built.
   */
  private void refuseTaken(Revision revision) {
    for (RevisionScript other : Headers.read(options, classLoader).scripts()) {
      taken(revision, other.revision())
          .ifPresent(
              name -> {
                throw new ScriptException(
                    ErrorCode.FILE_EXISTS,
                    "Cannot create revision \""
                        + revision.id()
                        + "\": \""
                        + name
                        + "\" has been created by somebody else meanwhile, in \""
                        + other.location().path()
                        + "\".",
                    "Try again with another name.");
              });
    }
  }

  private static Optional<String> taken(Revision revision, Revision other) {
    if (revision.id().equals(other.id())) {
      return Optional.of(revision.id());
    }
    return revision.labels().stream()
        .filter(label -> other.labels().contains(label) || other.id().equals(label))
        .findFirst();
  }

  private static ScriptException unwritable(String id, String reason) {
    return new ScriptException(
        ErrorCode.UNWRITABLE_VALUE,
        "Cannot create revision \"" + id + "\": " + reason + ".",
        "Ids and labels hold no white space and no comma; a message is one line.");
  }
}
