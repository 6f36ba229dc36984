package dev.anabranch.script;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision whose statements are written in SQL.
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

  ScriptSource source() {
    return source;
  }

  /** Returns the id and the file. */
  @Override
  public String toString() {
    return revision().id() + " (" + source.shown() + ")";
  }
}
