package dev.anabranch.docs.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A fenced block of a page.
 *
 * @param line the line of the page, from 1, that its content begins at
 * @param language the first word behind the fence, or nothing
 * @param attributes what else stands behind the fence, as in {@code file=anabranch.toml}
 * @param lines its content
 */
public record Block(int line, String language, Map<String, String> attributes, List<String> lines) {
  /** Copies. */
  public Block {
    attributes = Map.copyOf(attributes);
    lines = List.copyOf(lines);
  }

  /** Returns whether it shows commands. */
  public boolean isConsole() {
    return language.equals("console");
  }

  /** Returns the value of an attribute. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  /** Returns the content with a line feed behind each line. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Returns the lines that begin with a sign, without it, each with a line feed. */
  String linesAfter(String sign) {
    return lines.stream()
        .filter(line -> line.startsWith(sign))
        .map(line -> line.substring(sign.length()) + "\n")
        .collect(Collectors.joining());
  }
}
