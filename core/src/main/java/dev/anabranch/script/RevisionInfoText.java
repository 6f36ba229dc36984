package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.JavaScanner.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an {@code @RevisionInfo} in a source says, as far as it can be used. For one thread. */
final class RevisionInfoText {

  private static final Set<String> TEXTS = Set.of("id", "message", "created", "irreversible");
  private static final Set<String> LISTS = Set.of("revises", "labels", "dependsOn", "loses");
  private static final List<String> NAMES =
      List.of(
          "id", "revises", "labels", "dependsOn", "loses", "message", "created", "irreversible");
  private static final int HEX_DIGITS = 4;

  private final int line;
  private final Problems problems;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  RevisionInfoText(int line, Problems problems) {
    this.line = line;
    this.problems = problems;
  }

  /** Returns the line of the annotation. */
  int line() {
    return line;
  }

  /** Takes up an attribute that has one text. */
  void text(String name, String value, int attributeLine) {
    // A list of one may be written without braces.
    put(name, List.of(value), attributeLine);
  }

  /** Takes up an attribute that has texts in braces. */
  void list(String name, List<String> texts, int attributeLine) {
    if (TEXTS.contains(name)) {
      invalid("\"" + name + "\" of @RevisionInfo has braces.", attributeLine, example(name));
      lines.putIfAbsent(name, attributeLine);
      return;
    }
    put(name, texts, attributeLine);
  }

  private void put(String name, List<String> texts, int attributeLine) {
    if (!NAMES.contains(name)) {
      String nearest =
          NearestNames.nearest(name, NAMES).map(n -> "Did you mean \"" + n + "\"? ").orElse("");
      invalid(
          "@RevisionInfo has no \"" + name + "\".",
          attributeLine,
          nearest + "It knows " + String.join(", ", NAMES) + ".");
      return;
    }
    Integer first = lines.putIfAbsent(name, attributeLine);
    if (first != null) {
      invalid(
          "\"" + name + "\" of @RevisionInfo is repeated; it stands on line " + first + " already.",
          attributeLine,
          "Keep one of the two.");
      return;
    }
    if (LISTS.contains(name) && texts.contains("")) {
      invalid(
          "\"" + name + "\" of @RevisionInfo holds an empty text.",
          attributeLine,
          "Take it out; nothing at all is {}.");
      return;
    }
    values.put(name, texts);
  }

  /** Reports a value that is no text in quotes. */
  void noPlainText(String name, String excerpt, Kind kind, int valueLine) {
    lines.putIfAbsent(name, valueLine);
    String what =
        switch (kind) {
          case TEXT_BLOCK -> "a text block";
          case UNCLOSED -> "a text that is not closed";
          case STRING -> "a text put together of several, " + excerpt;
          default -> excerpt.isEmpty() ? "nothing" : excerpt;
        };
    invalid(
        "\"" + name + "\" of @RevisionInfo has " + what + ", where a text in quotes is wanted.",
        valueLine,
        "The header is read without compiling. " + example(name));
  }

  /** Reports a value without a name in front. */
  void nameless(int valueLine) {
    invalid(
        "@RevisionInfo has a value without a name.",
        valueLine,
        "Write it as in @RevisionInfo(id = \"1975ea83b712\").");
  }

  /** Returns a text as Java reads it, or null, with a problem reported, if it cannot stand here. */
  @Nullable String unquoted(String name, String written, int valueLine) {
    try {
      String text = unicode(written).translateEscapes();
      if (text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t')) {
        return text;
      }
      problems.error(
          ErrorCode.ILLEGAL_CHARACTER,
          valueLine,
          "\"" + name + "\" of @RevisionInfo holds a control character, such as a line break.",
          "Write it in one line.");
    } catch (IllegalArgumentException e) {
      invalid(
          "\"" + name + "\" of @RevisionInfo holds an escape that Java does not know.",
          valueLine,
          "A backslash is written twice.");
    }
    lines.putIfAbsent(name, valueLine);
    return null;
  }

  /** Replaces escapes such as {@code \}{@code u00e9}, which Java reads before anything else. */
  private static String unicode(String written) {
    if (!written.contains("\\u")) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    for (int at = 0; at < written.length(); at++) {
      char c = written.charAt(at);
      if (c != '\\' || at + 1 == written.length()) {
        text.append(c);
      } else if (written.charAt(at + 1) != 'u') {
        text.append(c).append(written.charAt(++at));
      } else {
        int digits = at + 1;
        while (digits < written.length() && written.charAt(digits) == 'u') {
          digits++;
        }
        text.append(character(written, digits));
        at = digits + HEX_DIGITS - 1;
      }
    }
    return text.toString();
  }

  private static char character(String written, int from) {
    if (from + HEX_DIGITS > written.length()) {
      throw new IllegalArgumentException("too few digits");
    }
    char c = (char) Integer.parseInt(written, from, from + HEX_DIGITS, 16);
    if (c == '"' || c == '\\' || written.charAt(from) == '+' || written.charAt(from) == '-') {
      // A quote would end the text, a backslash would begin an escape.
      throw new IllegalArgumentException("no character of a text");
    }
    return c;
  }

  /**
   * Returns the header, or null if the annotation does not say which revision it is.
   *
   * @param source the file
   * @param message the message where none is written
   * @param description the free text
   */
  @Nullable Header header(ScriptSource source, Messages message, String description) {
    String id = one("id");
    if (id.isEmpty()) {
      if (!lines.containsKey("id") || values.containsKey("id")) {
        invalid("@RevisionInfo does not tell the revision's id.", line, example("id"));
      }
      return null;
    }
    String title = one("message").strip();
    Revision revision =
        new Revision(
            id,
            all("revises"),
            all("dependsOn"),
            all("labels"),
            title.isEmpty() ? message.of(id) : title,
            Optional.of(new SourceLocation(source.shown(), line)));
    return new Header(
        revision,
        description,
        created(),
        losses(),
        Optional.of(one("irreversible")).filter(s -> !s.isBlank()));
  }

  /** Makes a message for a revision that has none of its own. */
  @FunctionalInterface
  interface Messages {
    String of(String id);
  }

  private Optional<Instant> created() {
    String written = one("created");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> instant = Values.instant(written);
    if (instant.isEmpty()) {
      invalid(
          "\"created\" of @RevisionInfo is \"" + written + "\", which is no point in time.",
          lines.getOrDefault("created", line),
          example("created"));
    }
    return instant;
  }

  private List<String> losses() {
    List<String> names = all("loses");
    for (String name : names) {
      if (!ObjectNames.isTableOrColumn(name)) {
        invalid(
            "\"loses\" of @RevisionInfo has \""
                + name
                + "\", which is no name of a table or column.",
            lines.getOrDefault("loses", line),
            ObjectNames.HINT);
      }
    }
    return names;
  }

  private String one(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }

  private List<String> all(String name) {
    return new ArrayList<>(values.getOrDefault(name, List.of()));
  }

  private void invalid(String message, int at, String hint) {
    problems.error(ErrorCode.INVALID_JAVA_HEADER, at, message, hint);
  }

  private static String example(String name) {
    String value =
        switch (name) {
          case "id" -> "\"1975ea83b712\"";
          case "created" -> "\"2026-11-22T16:40:00Z\"";
          case "revises", "dependsOn" -> "{\"1975ea83b712\"}";
          case "labels" -> "{\"billing\"}";
          case "loses" -> "{\"customer.last_order\"}";
          default -> "\"...\"";
        };
    return "Write it as in " + (NAMES.contains(name) ? name : "id") + " = " + value + ".";
  }
}
