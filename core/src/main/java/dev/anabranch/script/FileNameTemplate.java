package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.NearestNames;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the name of a new revision file is made, such as {@code {year}-{month}-{day}_{id}_{slug}}.
 *
 * <p>The words in braces are {@code id}, {@code slug} (the message as a file name), {@code year},
 * {@code month}, {@code day}, {@code hour}, {@code minute}, {@code second} and {@code epoch}
 * (seconds since 1970). The ending {@code .sql} or {@code .java} is added. Reading does not need
 * the template, a file may have any name; it only helps to make a message of a name.
 *
 * @since 0.1
 */
public final class FileNameTemplate {

  /** The template used where none is configured: {@code {id}_{slug}}. */
  public static final FileNameTemplate DEFAULT = parse("{id}_{slug}");

  private static final String SEPARATORS = "_-. ";

  /** A piece of a template: literal text, or a word in braces. */
  sealed interface Part {
    record Literal(String text) implements Part {}

    record Field(FileNameField field) implements Part {}
  }

  private final String text;
  private final List<Part> parts;

  /** The parts of a name without a slug, which lacks a separator as well. */
  private final List<Part> withoutSlug;

  private FileNameTemplate(String text, List<Part> parts) {
    this.text = text;
    this.parts = parts;
    this.withoutSlug = withoutSlug(parts);
  }

  /**
   * Reads a template.
   *
   * @throws ScriptException if a word in braces is unknown, {@code {id}} is missing, a brace is not
   *     closed, or a character cannot stand in a file name on every system
   */
  public static FileNameTemplate parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('{', at);
      int literalEnd = open < 0 ? text.length() : open;
      if (literalEnd > at) {
        parts.add(new Part.Literal(literal(text, text.substring(at, literalEnd))));
      }
      if (open < 0) {
        break;
      }
      int close = text.indexOf('}', open);
      if (close < 0) {
        throw illegal(
            text, "a brace is not closed", "Write the words in braces, as in \"{id}_{slug}\".");
      }
      parts.add(new Part.Field(field(text, text.substring(open + 1, close))));
      at = close + 1;
    }
    if (!parts.contains(new Part.Field(FileNameField.ID))) {
      throw illegal(text, "it does not contain {id}", "Add {id}: two files must not get one name.");
    }
    return new FileNameTemplate(text, List.copyOf(parts));
  }

  /** Returns the template as written. */
  public String text() {
    return text;
  }

  /**
   * Returns the name of a new file, its ending included. A name stays below what every file system
   * allows, holds no separator of folders, and is no device of Windows.
   *
   * @param id the id of the revision; what cannot stand in a file name becomes an underscore
   * @param slug the message as made by {@link Slug}; if it is empty, so is the separator before or
   *     behind it
   * @param created when the revision was created, in the time zone of file names
   * @param ending what the name ends in, such as {@code .sql}
   */
  String fileName(String id, String slug, ZonedDateTime created, String ending) {
    StringBuilder stem = new StringBuilder();
    for (Part part : slug.isEmpty() ? withoutSlug : parts) {
      if (part instanceof Part.Field field) {
        stem.append(
            switch (field.field()) {
              case ID -> FileNames.safeId(id);
              case SLUG -> slug;
              default -> field.field().number(created);
            });
      } else if (part instanceof Part.Literal literal) {
        stem.append(literal.text());
      }
    }
    return FileNames.safeStem(stem.toString()) + ending;
  }

  private static List<Part> withoutSlug(List<Part> parts) {
    List<Part> kept = new ArrayList<>(parts);
    int slugAt = kept.indexOf(new Part.Field(FileNameField.SLUG));
    if (slugAt < 0) {
      return kept;
    }
    kept.remove(slugAt);
    if (slugAt > 0 && isSeparator(kept.get(slugAt - 1))) {
      kept.remove(slugAt - 1);
    } else if (slugAt < kept.size() && isSeparator(kept.get(slugAt))) {
      kept.remove(slugAt);
    }
    return List.copyOf(kept);
  }

  private static boolean isSeparator(Part part) {
    return part instanceof Part.Literal literal
        && literal.text().chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0);
  }

  /**
   * Returns the message a file name stands for: its slug with blanks for underscores; possibly
   * empty.
   */
  String messageOf(String fileName, String id) {
    int dot = fileName.lastIndexOf('.');
    String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
    String slug = slugOf(stem, id);
    return slug.replace('_', ' ').strip();
  }

  private String slugOf(String stem, String writtenId) {
    String id = stem.contains(writtenId) ? writtenId : FileNames.safeId(writtenId);
    if (skipAll(withoutSlug, stem, id) == stem.length()) {
      return "";
    }
    int slugAt = parts.indexOf(new Part.Field(FileNameField.SLUG));
    if (slugAt >= 0) {
      int from = skipAll(parts.subList(0, slugAt), stem, id);
      int to = stem.length();
      for (int i = parts.size() - 1; i > slugAt && to >= 0; i--) {
        to = skipBackward(parts.get(i), stem, to, id);
      }
      if (from >= 0 && to > from) {
        return stem.substring(from, to);
      }
    }
    return withoutId(stem, id);
  }

  /**
   * Returns where the parts end at the start of a name, or -1 if the name does not begin with them.
   */
  private static int skipAll(List<Part> parts, String stem, String id) {
    int at = 0;
    for (int i = 0; i < parts.size() && at >= 0; i++) {
      at = skipForward(parts.get(i), stem, at, id);
    }
    return at;
  }

  /** Takes the id off a name that was not made by this template. */
  private static String withoutId(String stem, String id) {
    if (stem.equals(id)) {
      return "";
    }
    int length = id.length();
    if (stem.startsWith(id) && SEPARATORS.indexOf(stem.charAt(length)) >= 0) {
      return stem.substring(length + 1);
    }
    int before = stem.length() - length - 1;
    if (stem.endsWith(id) && SEPARATORS.indexOf(stem.charAt(before)) >= 0) {
      return stem.substring(0, before);
    }
    return stem;
  }

  private static int skipForward(Part part, String stem, int from, String id) {
    if (part instanceof Part.Field field && field.field().isNumber()) {
      int at = from;
      while (at < stem.length() && isDigit(stem.charAt(at)) && at - from < field.field().width()) {
        at++;
      }
      return at > from ? at : -1;
    }
    String expected = part instanceof Part.Literal literal ? literal.text() : id;
    return stem.startsWith(expected, from) ? from + expected.length() : -1;
  }

  private static int skipBackward(Part part, String stem, int to, String id) {
    if (part instanceof Part.Field field && field.field().isNumber()) {
      int at = to;
      while (at > 0 && isDigit(stem.charAt(at - 1)) && to - at < field.field().width()) {
        at--;
      }
      return at < to ? at : -1;
    }
    String expected = part instanceof Part.Literal literal ? literal.text() : id;
    int at = to - expected.length();
    return at >= 0 && stem.startsWith(expected, at) ? at : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String literal(String template, String literal) {
    for (int at = 0; at < literal.length(); at++) {
      char c = literal.charAt(at);
      if (c == '/' || c == '\\') {
        throw illegal(
            template,
            "it contains \"" + c + "\"",
            "Files are never put into folders of their own.");
      }
      if (c < ' ' || "<>:\"|?*}".indexOf(c) >= 0) {
        throw illegal(
            template,
            "\"" + c + "\" cannot stand in a file name on every system",
            "Use letters, digits, \"_\", \"-\" and \".\".");
      }
    }
    return literal;
  }

  private static FileNameField field(String template, String word) {
    List<String> words = new ArrayList<>();
    for (FileNameField field : FileNameField.values()) {
      if (field.word().equals(word)) {
        return field;
      }
      words.add(field.word());
    }
    String nearest =
        NearestNames.nearest(word, words).map(w -> "Did you mean {" + w + "}? ").orElse("");
    throw illegal(
        template,
        "{" + word + "} is unknown",
        nearest + "The known words are " + String.join(", ", words) + ".");
  }

  private static ScriptException illegal(String template, String reason, String hint) {
    return new ScriptException(
        ErrorCode.ILLEGAL_FILE_NAME_TEMPLATE,
        "Cannot use \"" + template + "\" as a template of file names: " + reason + ".",
        hint);
  }

  /** Returns whether the other is a template with the same text. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FileNameTemplate template && template.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** Returns the template as written. */
  @Override
  public String toString() {
    return text;
  }
}
