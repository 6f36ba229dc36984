package dev.anabranch.testkit.verify;

import dev.anabranch.testkit.schema.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that a project allows its products to have differently.
 *
 * @param subject of what, as a regular expression over the whole of {@link Fact#subject()}, such as
 *     {@code table customer column name}
 * @param aspect what of it, as {@link Fact#aspect()} names it, or {@code *} for everything
 * @param reason why that is well
 */
public record ProjectDifference(Pattern subject, String aspect, String reason) {

  private static final String EVERYTHING = "*";

  /** Checks that all parts are there. */
  public ProjectDifference {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(aspect, "aspect");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a difference is allowed for a reason: " + subject);
    }
  }

  /**
   * Reads a list: on each line a subject, an aspect and a reason, parted by {@code |}; blank lines
   * and those that begin with {@code #} say nothing.
   *
   * @param file the file
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if a line is none of these, with its number
   */
  public static List<ProjectDifference> read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the allowed differences in \"" + file + "\": " + e + ".", e);
    }
    List<ProjectDifference> differences = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        differences.add(parse(line, file + ":" + (i + 1)));
      }
    }
    return differences;
  }

  private static ProjectDifference parse(String line, String place) {
    int first = line.indexOf(" | ");
    int second = line.indexOf(" | ", first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException(
          "Cannot read the allowed difference at "
              + place
              + ": it is \"subject | aspect | reason\", not \""
              + line
              + "\".");
    }
    try {
      return new ProjectDifference(
          Pattern.compile(line.substring(0, first).strip()),
          line.substring(first + 3, second).strip(),
          line.substring(second + 3));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "Cannot read the allowed difference at " + place + ": " + e.getDescription() + ".", e);
    }
  }

  boolean allows(Fact fact) {
    return (aspect.equals(EVERYTHING) || aspect.equals(fact.aspect()))
        && subject.matcher(fact.subject()).matches();
  }
}
