package dev.anabranch.script;

import dev.anabranch.migration.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The code of a revision that a build has compiled onto the class path. */
final class BuiltCode implements JavaCode {

  private final IndexedSource source;
  private final Header header;

  BuiltCode(IndexedSource source, Header header) {
    this.source = source;
    this.header = header;
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public String checksum() {
    String ofSource = source.entry().origin().checksum();
    if (!ofSource.isEmpty()) {
      return ofSource;
    }
    try (InputStream in = source.open()) {
      return Checksum.ofBinary(in.readAllBytes());
    } catch (IOException e) {
      Problems problems = new Problems(source.shown());
      HeaderReader.unreadable(source, e, problems);
      throw new InvalidScriptsException(problems.found(), e);
    }
  }

  @Override
  public Migration migration() {
    return migrationClass().create(source.classLoader());
  }

  @Override
  public void check(Problems problems) {
    migrationClass().check(source.classLoader(), problems);
  }

  private MigrationClass migrationClass() {
    return new MigrationClass(source.entry().className(), header);
  }
}
