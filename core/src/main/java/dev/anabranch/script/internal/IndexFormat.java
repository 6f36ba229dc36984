package dev.anabranch.script.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of an index: a first line that tells the format, then a line for each revision, made of
 * {@code key=value} parted by tabs. Two indexes one behind the other are an index, as tools that
 * put jars together make them.
 */
public final class IndexFormat {

  /** The resource that holds an index. */
  public static final String RESOURCE = "META-INF/anabranch/revisions.index";

  private static final String HEADING = "# anabranch revisions ";
  private static final String VERSION = "1";
  private static final String LIST_SEPARATOR = ",";

  private IndexFormat() {}

  /** Says that a line cannot be used. */
  public static final class BrokenLine extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, in words that complete "The line"
     */
    BrokenLine(String message) {
      super(message);
    }
  }

  /**
   * Returns the text of an index.
   *
   * @param entries the revisions, in the order in which they are to stand there
   */
  public static String write(Iterable<IndexEntry> entries) {
    StringBuilder text = new StringBuilder(HEADING).append(VERSION).append('\n');
    for (IndexEntry entry : entries) {
      text.append(line(entry)).append('\n');
    }
    return text.toString();
  }

  private static String line(IndexEntry entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("class", entry.className());
    fields.put("id", entry.id());
    fields.put("revises", String.join(LIST_SEPARATOR, entry.links().revises()));
    fields.put("labels", String.join(LIST_SEPARATOR, entry.links().labels()));
    fields.put("depends-on", String.join(LIST_SEPARATOR, entry.links().dependsOn()));
    fields.put("loses", String.join(LIST_SEPARATOR, entry.losses()));
    fields.put("message", entry.words().message());
    fields.put("created", entry.words().created());
    fields.put("irreversible", entry.words().irreversible());
    fields.put("description", entry.words().description());
    fields.put("file", entry.origin().file());
    fields.put("line", Integer.toString(entry.origin().line()));
    fields.put("checksum", entry.origin().checksum());
    List<String> written = new ArrayList<>();
    fields.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            written.add(key + "=" + escape(value));
          }
        });
    return String.join("\t", written);
  }

  /**
   * Returns whether a line holds no revision: the format, a comment, or nothing.
   *
   * @throws BrokenLine if it tells a format that is not known
   */
  public static boolean isComment(String line) throws BrokenLine {
    if (line.startsWith(HEADING) && !line.equals(HEADING + VERSION)) {
      throw new BrokenLine(
          "begins an index of format "
              + line.substring(HEADING.length())
              + ", and this release knows "
              + VERSION);
    }
    return line.isBlank() || line.startsWith("#");
  }

  /**
   * Reads the line of a revision. Keys that are not known are passed over.
   *
   * @param line a line that is no comment
   * @throws BrokenLine if something is missing or no value of its kind
   */
  public static IndexEntry read(String line) throws BrokenLine {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : line.split("\t", -1)) {
      int equals = field.indexOf('=');
      if (equals <= 0) {
        throw new BrokenLine("holds \"" + field + "\", which is no key and value");
      }
      fields.put(field.substring(0, equals), unescape(field.substring(equals + 1)));
    }
    return new IndexEntry(
        required(fields, "class"),
        required(fields, "id"),
        new IndexEntry.Links(
            list(fields, "revises"), list(fields, "labels"), list(fields, "depends-on")),
        new IndexEntry.Words(
            fields.getOrDefault("message", ""),
            fields.getOrDefault("description", ""),
            fields.getOrDefault("created", ""),
            fields.getOrDefault("irreversible", "")),
        // Not written before revisions could declare losses.
        list(fields, "loses"),
        new IndexEntry.Origin(
            fields.getOrDefault("file", ""),
            number(fields.getOrDefault("line", "0")),
            fields.getOrDefault("checksum", "")));
  }

  private static String required(Map<String, String> fields, String key) throws BrokenLine {
    String value = fields.getOrDefault(key, "");
    if (value.isEmpty()) {
      throw new BrokenLine("tells no " + key);
    }
    return value;
  }

  private static List<String> list(Map<String, String> fields, String key) {
    String value = fields.getOrDefault(key, "");
    return value.isEmpty() ? List.of() : List.of(value.split(LIST_SEPARATOR, -1));
  }

  private static int number(String text) throws BrokenLine {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new BrokenLine("has the line \"" + text + "\", which is no number");
    }
  }

  private static String escape(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String value) throws BrokenLine {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    boolean escaped = false;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (escaped) {
        text.append(meaning(c));
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else {
        text.append(c);
      }
    }
    if (escaped) {
      throw new BrokenLine("ends within an escape");
    }
    return text.toString();
  }

  private static char meaning(char escaped) throws BrokenLine {
    return switch (escaped) {
      case '\\' -> '\\';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> throw new BrokenLine("holds an escape that is not known");
    };
  }
}
