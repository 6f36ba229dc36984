package dev.anabranch.docs.page;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command said, on the page and in truth.
 *
 * @param line the line of the page that the command stands in
 * @param command the command
 * @param compared whether the page shows what the command says
 * @param shown what the page shows
 * @param actual what the command said, with a last line {@code [exit N]} where it did not end with
 *     0
 */
public record Said(
    int line, String command, boolean compared, List<String> shown, List<String> actual) {
  /** A line of the page that stands for any number of lines. */
  public static final String LEFT_OUT = "...";

  /** Copies. */
  public Said {
    shown = List.copyOf(shown);
    actual = List.copyOf(actual);
  }

  /** Returns whether the page is right. */
  public boolean agrees() {
    if (!compared) {
      return actual.stream().noneMatch(text -> text.startsWith("[exit "));
    }
    String pattern =
        Arrays.stream(steady(shown).split("(?m)^\\.\\.\\.\n", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(?:.*\n)*"));
    return Pattern.matches(pattern, steady(actual));
  }

  /** Replaces what differs from run to run and from machine to machine. */
  private static String steady(List<String> lines) {
    return lines.stream()
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining())
        .replaceAll("\\d+(\\.\\d+)? (ms|s|min)\\b", "TIME")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "INSTANT")
        .replaceAll("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", "RUN")
        .replaceAll("\\b[0-9a-f]{64}\\b", "CHECKSUM")
        .replaceAll("\\b[0-9a-f]{12}(?![0-9a-zA-Z])", "ID")
        .replaceAll(
            "\\banabranch (\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?|development)", "anabranch VERSION")
        .replaceAll("\\b(h2|postgresql) \\d+\\.[\\d.]+( \\([^)]*\\))?", "$1 VERSION");
  }
}
