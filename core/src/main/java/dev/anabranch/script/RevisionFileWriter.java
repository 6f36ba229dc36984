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
import org.jspecify.annotations.Nullable;

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
   * Creates the SQL file of a new revision with empty sections.
   *
   * @param draft the revision; that it fits the graph has been checked already
   * @param location one of the project's locations, a folder
   * @param dialects the dialects that get sections of their own; empty for plain sections
   * @return the new revision as its file declares it
   * @throws ScriptException if the location is none of the project's folders, something of the
   *     revision cannot be written in a header, the id or a label has been taken meanwhile, or the
   *     file cannot be written; nothing is left behind
   */
  public SqlRevisionScript write(Revision draft, ScriptLocation location, List<String> dialects) {
    NewRevisionFile file = newFile(draft, location, ".sql");
    for (String dialect : dialects) {
      if (!BodyParser.isDialectName(dialect)) {
        throw unwritable(file.revision().id(), "\"" + dialect + "\" is no name of a dialect");
      }
    }
    String text =
        RevisionTemplate.render(file.revision(), file.messageOfName(), file.created(), dialects);
    SqlRevisionScript script = readBack(text, file);
    create(file, text, () -> refuseTaken(file.revision(), Headers.read(options, classLoader)));
    return script;
  }

  /**
   * Creates the Java file of a new revision with empty methods. The class is named after the
   * message, with a number behind it where another file of the project has that name.
   *
   * @param draft the revision; that it fits the graph has been checked already
   * @param location one of the project's locations, a folder
   * @return the new revision as its file declares it
   * @throws ScriptException as {@link #write}
   */
  public JavaRevisionScript writeJava(Revision draft, ScriptLocation location) {
    NewRevisionFile file = newFile(draft, location, ".java");
    Headers before = Headers.read(options, classLoader);
    String className = ClassNames.free(file.slug(), file.revision().id(), before.java().classes());
    String text =
        JavaTemplate.render(file.revision(), file.messageOfName(), file.created(), className);
    JavaRevisionScript script = readBackJava(text, file, className);
    create(
        file,
        text,
        () -> {
          Headers now = Headers.read(options, classLoader);
          refuseTaken(file.revision(), now);
          if (now.java().classes().contains(className)) {
            throw takenMeanwhile(file.revision(), className, file.folder().text());
          }
        });
    return script;
  }

  /**
   * A file that is to be created.
   *
   * @param revision what its header declares
   * @param folder where it goes
   * @param name its name
   * @param slug what of the message stands in its name
   * @param messageOfName the message that its name stands for
   * @param created when
   */
  private record NewRevisionFile(
      Revision revision,
      ScriptLocation.Folder folder,
      String name,
      String slug,
      String messageOfName,
      Instant created) {

    Path path() {
      return folder.directory().resolve(name);
    }

    ScriptSource source() {
      return new ScriptSource.OnDisk(folder.text() + "/" + name, path());
    }
  }

  private NewRevisionFile newFile(Revision draft, ScriptLocation location, String ending) {
    ScriptLocation.Folder folder = ownFolder(location);
    Revision revision = withMessage(draft, draft.message().strip());
    Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String slug = Slug.of(revision.message(), transliterator);
    FileNameTemplate template = options.fileNames();
    String name =
        template.fileName(revision.id(), slug, created.atZone(options.timezone()), ending);
    return new NewRevisionFile(
        revision, folder, name, slug, template.messageOf(name, revision.id()), created);
  }

  private static void create(NewRevisionFile file, String text, Runnable lastCheck) {
    NewFile.create(
        file.path(), file.revision().id(), text.getBytes(StandardCharsets.UTF_8), lastCheck);
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
  private SqlRevisionScript readBack(String text, NewRevisionFile file) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems(file.source().shown());
    HeaderParser parser = new HeaderParser(file.source(), options.fileNames(), problems);
    boolean ended = parser.parse(new LineCursor(bytes, 0, bytes.length, true), bytes);
    return new SqlRevisionScript(
        same(ended ? parser.finish() : null, file, problems), file.source());
  }

  private JavaRevisionScript readBackJava(String text, NewRevisionFile file, String className) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems(file.source().shown());
    JavaHeaderParser parser = new JavaHeaderParser(bytes, 0, bytes.length, true, problems);
    parser.parse();
    HeaderReader.Beginning beginning = JavaHeaders.of(parser, file.source(), options.fileNames());
    Header header = same(beginning.header(), file, problems);
    HeaderLoader.Loaded loaded = new HeaderLoader.Loaded(file.source(), beginning, List.of());
    JavaProject project = new JavaProject(List.of(loaded), options.java(), classLoader);
    return new JavaRevisionScript(
        header, className, new SourceCode(project, file.source(), header, className));
  }

  private static Header same(@Nullable Header read, NewRevisionFile file, Problems problems) {
    Revision revision = file.revision();
    if (read == null || !problems.isEmpty() || !isSame(read.revision(), revision)) {
      throw unwritable(revision.id(), "its values would not be read back as they are: " + revision);
    }
    return read;
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
  private static void refuseTaken(Revision revision, Headers now) {
    for (RevisionScript other : now.scripts()) {
      taken(revision, other.revision())
          .ifPresent(
              name -> {
                throw takenMeanwhile(revision, name, other.location().path());
              });
    }
  }

  private static ScriptException takenMeanwhile(Revision revision, String name, String place) {
    return new ScriptException(
        ErrorCode.FILE_EXISTS,
        "Cannot create revision \""
            + revision.id()
            + "\": \""
            + name
            + "\" has been created by somebody else meanwhile, in \""
            + place
            + "\".",
        "Try again with another name.");
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
