package dev.anabranch.testkit.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Texts that fit a pattern of {@code LIKE} or a regular expression. Which of both a pattern is, and
 * whether the text really fits, is left to who tries it.
 */
final class PatternTexts {

  private PatternTexts() {}

  /** Returns a few texts that may fit a pattern. */
  static List<String> matching(String pattern) {
    List<String> texts = new ArrayList<>();
    for (String fill : List.of("a", "1", "")) {
      texts.add(pattern.replace("%", fill).replace("_", "x"));
    }
    for (int choice = 0; choice < 3; choice++) {
      try {
        texts.add(new Reader(pattern, choice).text());
      } catch (IndexOutOfBoundsException | NumberFormatException e) {
        // A form that is not understood.
      }
    }
    return texts.stream().distinct().toList();
  }

  /** Makes one text of a regular expression. */
  private static final class Reader {

    private final String pattern;
    private final int choice;
    private int at;

    Reader(String pattern, int choice) {
      this.pattern = pattern;
      this.choice = choice;
    }

    String text() {
      return alternatives();
    }

    private String alternatives() {
      List<String> all = new ArrayList<>();
      all.add(sequence());
      while (at < pattern.length() && pattern.charAt(at) == '|') {
        at++;
        all.add(sequence());
      }
      return all.get(choice % all.size());
    }

    private String sequence() {
      StringBuilder text = new StringBuilder();
      while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
        int from = at;
        String atom = atom();
        int end = at;
        int count = count();
        for (int i = 0; i < count; i++) {
          text.append(atom);
        }
        if (at == from && end == from) {
          at++;
        }
      }
      return text.toString();
    }

    private String atom() {
      char c = pattern.charAt(at++);
      switch (c) {
        case '^', '$' -> {
          return "";
        }
        case '.' -> {
          return "x";
        }
        case '(' -> {
          while (at < pattern.length()
              && (pattern.charAt(at) == '?' || pattern.charAt(at) == ':')) {
            at++;
          }
          String inner = alternatives();
          at++;
          return inner;
        }
        case '[' -> {
          return oneOfClass();
        }
        case '\\' -> {
          return escaped(pattern.charAt(at++));
        }
        default -> {
          return String.valueOf(c);
        }
      }
    }

    private static String escaped(char c) {
      return switch (c) {
        case 'd' -> "7";
        case 'w' -> "a";
        case 's' -> " ";
        case 'm', 'M', 'y', 'b', 'A', 'Z' -> "";
        default -> String.valueOf(c);
      };
    }

    private String oneOfClass() {
      int from = at - 1;
      at = pattern.startsWith("^", at) ? at + 1 : at;
      at = pattern.startsWith("]", at) ? at + 1 : at;
      while (pattern.charAt(at) != ']') {
        if (pattern.startsWith("[:", at)) {
          at = pattern.indexOf(":]", at) + 1;
        }
        at += pattern.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
      String named =
          pattern
              .substring(from, at)
              .replace("[:alpha:]", "a-zA-Z")
              .replace("[:digit:]", "0-9")
              .replace("[:alnum:]", "a-zA-Z0-9")
              .replace("[:space:]", "\\s");
      try {
        Pattern one = Pattern.compile(named);
        List<String> fitting = new ArrayList<>();
        for (char c : "aA7x-_.@/ !$%+:,Z0".toCharArray()) {
          if (one.matcher(String.valueOf(c)).matches()) {
            fitting.add(String.valueOf(c));
          }
        }
        return fitting.isEmpty() ? "a" : fitting.get(choice % fitting.size());
      } catch (PatternSyntaxException e) {
        return "a";
      }
    }

    private int count() {
      if (at >= pattern.length()) {
        return 1;
      }
      char c = pattern.charAt(at);
      if (c == '*' || c == '+' || c == '?') {
        at++;
        return c == '+' ? 1 + choice : choice == 0 ? 0 : 1;
      } else if (c == '{') {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = bounds[0].isEmpty() ? 0 : Integer.parseInt(bounds[0].strip());
        boolean more = bounds.length > 1 && !bounds[1].isBlank() && choice > 0;
        return more ? Integer.parseInt(bounds[1].strip()) : least;
      }
      return 1;
    }
  }
}
