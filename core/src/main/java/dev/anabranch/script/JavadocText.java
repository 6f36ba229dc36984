package dev.anabranch.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes plain text of a documentation comment. */
final class JavadocText {

  private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s*([^{}]*)\\}");
  private static final Pattern PARAGRAPH = Pattern.compile("(?i)\\s*</?p>\\s*");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

  private JavadocText() {}

  /**
   * Returns the text above the first block tag, lines joined by a line feed; inline tags and markup
   * are replaced by what they hold.
   *
   * @param comment the comment with its marks, or without them as a compiler gives it
   */
  static String of(String comment) {
    if (comment.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (String line : bare(comment).lines().toList()) {
      String text = line.strip();
      if (text.startsWith("@")) {
        break;
      }
      lines.add(text);
    }
    String text = String.join("\n", lines).strip();
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    String before;
    do {
      before = text;
      text =
          INLINE_TAG.matcher(before).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
    } while (!text.equals(before));
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** Takes the marks of a comment off its lines. */
  private static String bare(String comment) {
    boolean block = comment.startsWith("/**");
    boolean slashes = comment.startsWith("///");
    if (!block && !slashes) {
      return comment;
    }
    String inside = block ? comment.substring(3, comment.length() - 2) : comment;
    List<String> lines = new ArrayList<>();
    for (String line : inside.lines().toList()) {
      String stripped = line.stripLeading();
      String mark = block ? "*" : "///";
      lines.add(
          stripped.startsWith(mark) && (slashes || !lines.isEmpty())
              ? stripped.substring(mark.length())
              : line);
    }
    return String.join("\n", lines);
  }
}
