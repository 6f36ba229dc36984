package dev.anabranch.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with revision files for a test; users see it as {@code revisions}. */
record ScriptFolder(Path directory) {

  ScriptFolder write(String name, String content) {
    return write(name, content.getBytes(StandardCharsets.UTF_8));
  }

  ScriptFolder write(String name, byte[] content) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScriptOptions options() {
    return ScriptOptions.of(location()).withJava(JavaOptions.none());
  }

  ScriptLocation.Folder location() {
    return new ScriptLocation.Folder("revisions", directory);
  }

  RevisionScripts load() {
    return RevisionScripts.load(options(), ScriptFolder.class.getClassLoader());
  }

  /** Reads a folder that holds one file only, whose parents need not exist. */
  SqlRevisionScript loadOnly() {
    return (SqlRevisionScript) loadOnlyScript();
  }

  /** Reads a folder that holds one Java source only, whose parents need not exist. */
  JavaRevisionScript loadOnlyJava() {
    return (JavaRevisionScript) loadOnlyScript();
  }

  private RevisionScript loadOnlyScript() {
    Headers headers = Headers.read(options(), ScriptFolder.class.getClassLoader());
    if (!headers.problems().isEmpty()) {
      throw new InvalidScriptsException(headers.problems());
    }
    if (headers.scripts().size() != 1) {
      throw new AssertionError("expected one file, found " + headers.scripts());
    }
    return headers.scripts().get(0);
  }

  /** Returns one of the files loaded, which is in SQL. */
  static SqlRevisionScript sql(RevisionScripts scripts, int index) {
    return (SqlRevisionScript) scripts.scripts().get(index);
  }

  List<String> check() {
    return check(ScriptChecker.of(options(), ScriptFolder.class.getClassLoader()));
  }

  List<String> check(ScriptChecker checker) {
    return checker.check().stream().map(ScriptFolder::line).toList();
  }

  private static String line(ScriptProblem problem) {
    String line = problem.location().line() + " " + problem.message();
    String file = problem.location().path().replace("revisions/", "");
    return (problem.isError() ? "" : "warning: ") + file + ":" + line;
  }
}
