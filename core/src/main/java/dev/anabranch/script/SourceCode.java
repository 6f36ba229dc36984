package dev.anabranch.script;

import dev.anabranch.migration.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** The code of a revision whose source stands in a folder. */
final class SourceCode implements JavaCode {

  private final JavaProject project;
  private final ScriptSource source;
  private final Header header;
  private final String className;

  SourceCode(JavaProject project, ScriptSource source, Header header, String className) {
    this.project = project;
    this.source = source;
    this.header = header;
    this.className = className;
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }

  @Override
  public String checksum() {
    Optional<String> compiled = project.checksumOfCompiled(source);
    if (compiled.isPresent()) {
      // What was compiled may run, whatever the file says by now.
      return compiled.get();
    }
    try (InputStream in = source.open()) {
      return Checksum.of(in);
    } catch (IOException e) {
      Problems problems = new Problems(source.shown());
      HeaderReader.unreadable(source, e, problems);
      throw new InvalidScriptsException(problems.found());
    }
  }

  @Override
  public Migration migration() {
    return new MigrationClass(className, header).create(project.classLoader());
  }

  @Override
  public void check(Problems problems) {
    problems.addAll(project.problems());
    if (problems.isEmpty()) {
      new MigrationClass(className, header).check(project.classLoader(), problems);
    }
  }
}
