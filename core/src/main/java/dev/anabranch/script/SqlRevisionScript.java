package dev.anabranch.script;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Direction;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision whose statements are written in SQL.
 *
 * <p>Everything below the header is read from the file each time it is asked for and kept by the
 * caller only; who needs several things at once asks for the {@link #body()} once.
 *
 * @since 0.1
 */
public final class SqlRevisionScript implements RevisionScript {

  private final Header header;
  private final ScriptSource source;

  SqlRevisionScript(Header header, ScriptSource source) {
    this.header = header;
    this.source = source;
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
    return source.file();
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

  /**
   * Reads what stands below the header.
   *
   * @throws InvalidScriptsException if the file cannot be read or its body breaks the format, with
   *     every problem in it
   */
  public ScriptBody body() {
    Problems problems = new Problems(source.shown());
    ScriptBody body = BodyReader.read(source, problems);
    if (!problems.isEmpty()) {
      throw new InvalidScriptsException(problems.found());
    }
    return body;
  }

  @Override
  public String checksum() {
    try (InputStream in = source.open()) {
      return Checksum.of(in);
    } catch (IOException e) {
      Problems problems = new Problems(source.shown());
      HeaderReader.unreadable(source, e, problems);
      throw new InvalidScriptsException(problems.found());
    }
  }

  /**
   * Reads the sections in the order of the file.
   *
   * @throws InvalidScriptsException as {@link #body()}
   */
  public List<ScriptSection> sections() {
    return body().sections();
  }

  /**
   * Reads the section a database gets.
   *
   * @param direction which way
   * @param dialectNames the names the dialect answers to, the most specific first
   * @return the section named for the dialect, else the plain one; absent if there is neither
   * @throws InvalidScriptsException as {@link #body()}
   */
  public Optional<ScriptSection> section(Direction direction, List<String> dialectNames) {
    return body().section(direction, dialectNames);
  }

  /**
   * Reads why there is no way back, if the file says so, in the header or in place of a section. A
   * dialect that has a downgrade section of its own has a way back nevertheless.
   *
   * @throws InvalidScriptsException as {@link #body()}
   */
  @Override
  public Optional<String> irreversibleReason() {
    return body().irreversibleReason();
  }

  ScriptSource source() {
    return source;
  }

  /** Returns the id and the file. */
  @Override
  public String toString() {
    return revision().id() + " (" + source.shown() + ")";
  }
}
