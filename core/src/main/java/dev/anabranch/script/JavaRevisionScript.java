package dev.anabranch.script;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.migration.Migration;
import dev.anabranch.revision.Revision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision that is written in Java: a source file of a folder, or a class of the class path.
 *
 * @since 0.1
 */
public final class JavaRevisionScript implements RevisionScript {

  private final Header header;
  private final String className;
  private final JavaCode code;

  JavaRevisionScript(Header header, String className, JavaCode code) {
    this.header = header;
    this.className = className;
    this.code = code;
  }

  @Override
  public Revision revision() {
    return header.revision();
  }

  @Override
  public SourceLocation location() {
    return header.revision().source().orElseThrow();
  }

  @Override
  public Optional<Path> file() {
    return code.file();
  }

  @Override
  public String description() {
    return header.description();
  }

  @Override
  public Optional<Instant> created() {
    return header.created();
  }

  @Override
  public List<String> losses() {
    return header.losses();
  }

  @Override
  public Optional<String> irreversibleReason() {
    return header.irreversibleReason();
  }

  /** Returns the binary name of the class, such as {@code com.acme.CreateCustomer}. */
  public String className() {
    return className;
  }

  /**
   * Returns the SHA-256 of the source in 64 lower-case hex digits; line endings and a byte order
   * mark make no difference. Of a class on the class path it is that of the source as the build saw
   * it, or of the class file where the build could not tell.
   *
   * @throws InvalidScriptsException if the file cannot be read
   */
  @Override
  public String checksum() {
    return code.checksum();
  }

  /**
   * Returns a new instance of the revision's class. The first call for any revision of a project
   * compiles all that are written in Java.
   *
   * @throws InvalidScriptsException if the sources do not compile, with file, line and source line
   *     of every mistake; if there is no compiler; or if the class cannot be used
   */
  public Migration migration() {
    return code.migration();
  }

  void check(Problems problems) {
    code.check(problems);
  }

  /** Returns the id and the file. */
  @Override
  public String toString() {
    return revision().id() + " (" + location().path() + ")";
  }
}
