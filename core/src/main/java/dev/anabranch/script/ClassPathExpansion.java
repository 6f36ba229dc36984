package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the jars and folders that an entry of the class path stands for. */
final class ClassPathExpansion {

  private ClassPathExpansion() {}

  /**
   * Returns the files in the order of their names; what is not there is a problem, except for a
   * pattern that fits nothing in a folder that is there.
   */
  static List<Path> of(ClassPathEntry entry, List<ScriptProblem> problems) {
    if (entry.pattern().isEmpty()) {
      if (!Files.exists(entry.place())) {
        problem(entry, "There is no such file or folder.", problems);
        return List.of();
      }
      return List.of(entry.place().toAbsolutePath());
    }
    Pattern pattern = regex(entry.pattern().get());
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(entry.place())) {
      for (Path file : files) {
        if (pattern.matcher(file.getFileName().toString()).matches()) {
          found.add(file.toAbsolutePath());
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      problem(entry, "The folder \"" + entry.place() + "\" cannot be listed.", problems);
    }
    Collections.sort(found);
    return found;
  }

  private static Pattern regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString());
  }

  private static void problem(ClassPathEntry entry, String message, List<ScriptProblem> problems) {
    problems.add(
        ScriptProblem.error(
            ErrorCode.ILLEGAL_CLASS_PATH,
            new SourceLocation(entry.text(), 0),
            message,
            "Mend the entry of class-path, or build what it names."));
  }
}
