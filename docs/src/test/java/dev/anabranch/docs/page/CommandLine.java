package dev.anabranch.docs.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as a shell takes it, as far as pages use one: words, quotes, and {@code >file} at the end,
 * comments.
 *
 * @param words the program and its arguments
 * @param output the file that standard output goes to
 */
public record CommandLine(List<String> words, Optional<String> output) {
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private static final Pattern REDIRECTED = Pattern.compile("(.*\\s)>\\s*(\\S+)\\s*");

  /** Reads a line. */
  public static CommandLine parse(String text) {
    String line = text.replaceFirst("\\s+#.*", "");
    Matcher redirected = REDIRECTED.matcher(line);
    boolean toFile = redirected.matches();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(toFile ? redirected.group(1) : line);
    while (word.find()) {
      words.add(word.group().replaceAll("[\"']", ""));
    }
    return new CommandLine(words, toFile ? Optional.of(redirected.group(2)) : Optional.empty());
  }
}
