package dev.anabranch.testkit.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML and HTML: every element is ended, and whatever is no markup is escaped. For one
 * thread.
 */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param name its name
   * @param attributes names and values by turns
   */
  Markup start(String name, String... attributes) {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  /** Ends the element that was begun last. */
  Markup end() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element without content. */
  Markup empty(String name, String... attributes) {
    return start(name, attributes).end();
  }

  /** Writes an element that holds nothing but text. */
  Markup element(String name, String text, String... attributes) {
    return start(name, attributes).text(text).end();
  }

  /** Writes an element of HTML that has no end, such as {@code meta}. */
  Markup single(String name, String... attributes) {
    tag(name, attributes);
    return this;
  }

  /** Writes text. */
  Markup text(String text) {
    escape(text, false);
    return this;
  }

  /** Writes a line break, which means nothing but keeps lines short. */
  Markup line() {
    out.append('\n');
    return this;
  }

  /** Writes what is markup already, or the content of a style or a script. */
  Markup raw(String text) {
    out.append(text);
    return this;
  }

  private void tag(String name, String[] attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], true);
      out.append('"');
    }
    out.append('>');
  }

  /**
   * Escapes; characters that XML 1.0 knows no way to write (section 2.2) are replaced, since a
   * message of a server may hold them.
   */
  private void escape(String text, boolean attribute) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\'' -> out.append("&#39;");
                case '\t', '\n', '\r' -> {
                  if (attribute || c == '\r') {
                    out.append("&#").append(c).append(';');
                  } else {
                    out.appendCodePoint(c);
                  }
                }
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
              }
            });
  }

  private static boolean isCharacter(int c) {
    return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }

  /** Returns what was written; every element has to be ended. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not ended: " + open);
    }
    return out.toString();
  }
}
