package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a file up to its first section. Every problem in them is collected; reading
 * goes on behind one. For one file and one thread.
 */
final class HeaderParser {

  private final ScriptSource source;
  private final FileNameTemplate fileNames;
  private final Problems problems;
  private final Map<DirectiveWord, Integer> lines = new EnumMap<>(DirectiveWord.class);
  private final List<String> description = new ArrayList<>();
  private String id = "";
  private List<String> revises = List.of();
  private List<String> dependsOn = List.of();
  private List<String> labels = List.of();
  private List<String> losses = List.of();
  private String message = "";
  private @Nullable Instant created;
  private @Nullable String irreversibleReason;
  private int textLine;
  private int idLineBelowText;

  HeaderParser(ScriptSource source, FileNameTemplate fileNames, Problems problems) {
    this.source = source;
    this.fileNames = fileNames;
    this.problems = problems;
  }

  /**
   * Reads the header.
   *
   * @param cursor before the first line; afterwards on the line of the first section, or on the
   *     first line that cannot stand in a header
   * @param bytes what the cursor walks over
   * @return whether the end of the header was reached; if not, more of the file is needed and
   *     reading has to start again with a new parser
   */
  boolean parse(LineCursor cursor, byte[] bytes) {
    while (cursor.advance()) {
      switch (cursor.kind()) {
        case BLANK -> describe("");
        case COMMENT -> describe(text(cursor, bytes, cursor.commentText()));
        case ESCAPED -> describe(text(cursor, bytes, cursor.start() + 4));
        case NEAR_DIRECTIVE -> problems.nearDirective(cursor.nearDirectiveWord(), cursor.line());
        case DIRECTIVE -> {
          DirectiveWord word = DirectiveWord.of(cursor.directiveWord());
          if (word == null) {
            problems.unknownDirective(cursor.directiveWord(), cursor.line());
          } else if (word.startsSection()) {
            return true;
          } else {
            directive(word, text(cursor, bytes, cursor.directiveValue()), cursor.line());
          }
        }
        case TEXT -> {
          textLine = cursor.line();
          if (!lines.containsKey(DirectiveWord.REVISION)) {
            idLineBelowText = revisionLineBelow(cursor);
          }
          return true;
        }
      }
    }
    return false;
  }

  /** Returns what was read, or null if the file does not say which revision it is. */
  @Nullable Header finish() {
    Integer idLine = lines.get(DirectiveWord.REVISION);
    if (idLine == null && idLineBelowText > 0) {
      problems.error(
          ErrorCode.TEXT_OUTSIDE_SECTION,
          textLine,
          "Text stands above the header, which begins on line " + idLineBelowText + ".",
          "Move the lines that begin with \"-- @\" to the start of the file.");
      return null;
    }
    if (idLine == null) {
      problems.error(
          ErrorCode.MISSING_REVISION_DIRECTIVE,
          textLine,
          "No line \"-- @revision ID\" stands at the start of the file.",
          "Begin the file with \"-- @revision ID\", or move it to a folder that holds no revisions.");
      return null;
    }
    if (textLine > 0) {
      problems.error(
          ErrorCode.TEXT_OUTSIDE_SECTION,
          textLine,
          "Text stands above the first section.",
          "Put the line \"-- @upgrade\" above it.");
    }
    if (id.isEmpty()) {
      return null;
    }
    String title = message.isEmpty() ? fileNames.messageOf(source.fileName(), id) : message;
    SourceLocation location = new SourceLocation(source.shown(), idLine);
    return new Header(
        new Revision(id, revises, dependsOn, labels, title, Optional.of(location)),
        String.join("\n", description).strip(),
        Optional.ofNullable(created),
        losses,
        Optional.ofNullable(irreversibleReason));
  }

  /** Returns the line on which a directive stands, 0 if it does not. */
  int lineOf(DirectiveWord word) {
    return lines.getOrDefault(word, 0);
  }

  private static int revisionLineBelow(LineCursor cursor) {
    while (cursor.advance()) {
      if (cursor.kind() == LineCursor.Kind.DIRECTIVE
          && DirectiveWord.of(cursor.directiveWord()) == DirectiveWord.REVISION) {
        return cursor.line();
      }
    }
    return 0;
  }

  private void directive(DirectiveWord word, String value, int line) {
    if (word == DirectiveWord.TRANSACTION) {
      problems.error(
          ErrorCode.MISPLACED_DIRECTIVE,
          line,
          "Directive \"@transaction\" stands in the header.",
          "Put it directly below the \"-- @upgrade\" or \"-- @downgrade\" line it is meant for.");
      return;
    }
    Integer firstLine = lines.putIfAbsent(word, line);
    if (firstLine != null) {
      problems.repeated(word.word(), line, firstLine);
      return;
    }
    switch (word) {
      case REVISION -> id = onlyId(value, line);
      case REVISES -> revises = Values.list(value);
      case DEPENDS_ON -> dependsOn = Values.list(value);
      case LABELS -> labels = Values.list(value);
      case LOSES -> losses = losses(value, line);
      case MESSAGE -> message = value;
      case CREATED -> created = instant(value, line);
      case IRREVERSIBLE -> irreversibleReason = Values.reason(value, line, problems);
      default -> throw new IllegalStateException("no header directive: " + word);
    }
  }

  private String onlyId(String value, int line) {
    List<String> ids = Values.list(value);
    if (ids.size() == 1) {
      return ids.get(0);
    }
    String found = ids.isEmpty() ? "names no id" : "names " + ids.size() + " ids";
    problems.invalidValue(
        "Directive \"@revision\" " + found + ".",
        line,
        "Write one id, such as \"-- @revision 1975ea83b712\".");
    return "";
  }

  private List<String> losses(String value, int line) {
    List<String> names = Values.list(value);
    if (names.isEmpty()) {
      problems.invalidValue(
          "Directive \"@loses\" names nothing.",
          line,
          "Write what the downgrade loses, such as \"-- @loses customer.last_order, invoice\".");
    }
    for (String name : names) {
      if (!ObjectNames.isTableOrColumn(name)) {
        problems.invalidValue(
            "Directive \"@loses\" has \"" + name + "\", which is no name of a table or column.",
            line,
            ObjectNames.HINT);
      }
    }
    return names;
  }

  private @Nullable Instant instant(String value, int line) {
    Optional<Instant> instant = Values.instant(value);
    if (instant.isEmpty()) {
      problems.invalidValue(
          "Directive \"@created\" has \"" + value + "\", which is no point in time.",
          line,
          "Write it as in \"-- @created 2026-11-22T16:40:00Z\".");
    }
    return instant.orElse(null);
  }

  private void describe(String text) {
    if (!text.isEmpty() || !description.isEmpty()) {
      description.add(text);
    }
  }

  private String text(LineCursor cursor, byte[] bytes, int from) {
    String text = Utf8.decode(bytes, from, cursor.end());
    if (text == null) {
      problems.notUtf8(cursor.line());
      return "";
    }
    if (hasControlCharacter(text)) {
      problems.error(
          ErrorCode.ILLEGAL_CHARACTER,
          cursor.line(),
          "The line holds a control character.",
          "Remove it; it cannot be seen in most editors.");
    }
    return text.strip();
  }

  private static boolean hasControlCharacter(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isISOControl(text.charAt(at)) && text.charAt(at) != '\t') {
        return true;
      }
    }
    return false;
  }
}
