package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sections of a file. Line endings become line feeds and escaped lines lose their mark in
 * place, that is in the bytes given, so that a large file is held once while it is read. For one
 * file and one thread.
 */
final class BodyParser {

  /** A section whose text is still growing. */
  private static final class Open {
    final Direction direction;
    final List<String> dialects;
    final int line;
    int from;
    int firstLine;
    int transactionLine;
    SectionTransaction transaction = SectionTransaction.CONFIGURED;
    boolean hasText;

    Open(Direction direction, List<String> dialects, int line, int from) {
      this.direction = direction;
      this.dialects = dialects;
      this.line = line;
      this.from = from;
      this.firstLine = line + 1;
    }
  }

  private final byte[] bytes;
  private final LineCursor cursor;
  private final Problems problems;
  private final List<ScriptSection> sections = new ArrayList<>();
  private final List<Open> closed = new ArrayList<>();
  private @Nullable Open open;
  private @Nullable String irreversibleReason;
  private int irreversibleLine;
  private int written;

  /**
   * Prepares reading.
   *
   * @param bytes the whole file; changed while reading
   * @param cursor on the line of the first section
   * @param problems what is wrong goes here
   */
  BodyParser(byte[] bytes, LineCursor cursor, Problems problems) {
    this.bytes = bytes;
    this.cursor = cursor;
    this.problems = problems;
    this.written = cursor.start();
  }

  void irreversibleInHeader(String reason, int line) {
    irreversibleReason = reason;
    irreversibleLine = line;
  }

  void parse() {
    do {
      line();
    } while (cursor.advance());
    close();
    refuseContradiction();
  }

  List<ScriptSection> sections() {
    return List.copyOf(sections);
  }

  Optional<String> irreversibleReason() {
    return Optional.ofNullable(irreversibleReason);
  }

  private void line() {
    switch (cursor.kind()) {
      case BLANK, COMMENT -> keep(cursor.start());
      case ESCAPED -> {
        // One of the two marks goes, the three bytes before them move up.
        System.arraycopy(bytes, cursor.start(), bytes, cursor.start() + 1, 3);
        keep(cursor.start() + 1);
      }
      case NEAR_DIRECTIVE -> problems.nearDirective(cursor.nearDirectiveWord(), cursor.line());
      case TEXT -> text();
      case DIRECTIVE -> {
        DirectiveWord word = DirectiveWord.of(cursor.directiveWord());
        if (word == null) {
          problems.unknownDirective(cursor.directiveWord(), cursor.line());
        } else {
          directive(word, value());
        }
      }
    }
  }

  private void text() {
    if (open != null) {
      open.hasText = true;
      keep(cursor.start());
    } else if (irreversibleLine > 0) {
      problems.error(
          ErrorCode.TEXT_OUTSIDE_SECTION,
          cursor.line(),
          "Text stands below \"@irreversible\", outside any section.",
          "Put it into a section, above that line.");
    }
  }

  private void keep(int from) {
    if (open == null) {
      return;
    }
    int length = cursor.end() - from;
    System.arraycopy(bytes, from, bytes, written, length);
    written += length;
    if (cursor.next() > cursor.end()) {
      bytes[written++] = '\n';
    }
  }

  private void directive(DirectiveWord word, String value) {
    switch (word) {
      case UPGRADE -> start(Direction.UPGRADE, value);
      case DOWNGRADE -> start(Direction.DOWNGRADE, value);
      case TRANSACTION -> transaction(value);
      case IRREVERSIBLE -> irreversible(value);
      default ->
          problems.error(
              ErrorCode.MISPLACED_DIRECTIVE,
              cursor.line(),
              "Directive \"@" + word.word() + "\" stands below the first section.",
              "Move it to the header, above the first \"-- @upgrade\" or \"-- @downgrade\".");
    }
  }

  private void start(Direction direction, String value) {
    close();
    List<String> dialects = Values.list(value);
    for (String dialect : dialects) {
      if (!isDialectName(dialect)) {
        problems.invalidValue(
            "\"" + dialect + "\" is no name of a dialect.",
            cursor.line(),
            "Names of dialects are written in lower case, several separated by commas.");
      }
    }
    open = new Open(direction, dialects, cursor.line(), written);
  }

  private void close() {
    Open section = open;
    if (section == null) {
      return;
    }
    open = null;
    String sql = new String(bytes, section.from, written - section.from, StandardCharsets.UTF_8);
    refuseSecond(section);
    closed.add(section);
    sections.add(
        new ScriptSection(
            section.direction, section.dialects, sql, section.firstLine, section.transaction));
  }

  private void refuseSecond(Open section) {
    List<String> names = section.dialects.isEmpty() ? List.of("") : section.dialects;
    for (Open earlier : closed) {
      List<String> earlierNames = earlier.dialects.isEmpty() ? List.of("") : earlier.dialects;
      for (String name : names) {
        if (earlier.direction == section.direction && earlierNames.contains(name)) {
          String word = section.direction == Direction.UPGRADE ? "@upgrade" : "@downgrade";
          problems.error(
              ErrorCode.DUPLICATE_SECTION,
              section.line,
              "A second section \""
                  + (word + " " + name).strip()
                  + "\"; the first begins on line "
                  + earlier.line
                  + ".",
              "Join the two sections, or name different dialects.");
        }
      }
    }
  }

  private void refuseContradiction() {
    if (irreversibleLine == 0) {
      return;
    }
    for (Open section : closed) {
      if (section.direction == Direction.DOWNGRADE && section.dialects.isEmpty()) {
        problems.error(
            ErrorCode.CONTRADICTORY_DOWNGRADE,
            irreversibleLine,
            "The revision is called irreversible, but line "
                + section.line
                + " begins a way back for every dialect.",
            "Remove one of the two; a way back for some dialects only is \"-- @downgrade NAME\".");
      }
    }
  }

  private void transaction(String value) {
    Open section = open;
    if (section == null || section.hasText) {
      problems.error(
          ErrorCode.MISPLACED_DIRECTIVE,
          cursor.line(),
          "Directive \"@transaction\" does not stand at the start of a section.",
          "Put it directly below the \"-- @upgrade\" or \"-- @downgrade\" line it is meant for.");
    } else if (section.transactionLine > 0) {
      problems.repeated("transaction", cursor.line(), section.transactionLine);
    } else if (!value.equals("on") && !value.equals("off")) {
      problems.invalidValue(
          "Directive \"@transaction\" has \"" + value + "\".",
          cursor.line(),
          "Write \"-- @transaction on\" or \"-- @transaction off\".");
    } else {
      section.transaction = value.equals("on") ? SectionTransaction.ON : SectionTransaction.OFF;
      section.transactionLine = cursor.line();
      section.from = written;
      section.firstLine = cursor.line() + 1;
    }
  }

  private void irreversible(String value) {
    close();
    if (irreversibleLine > 0) {
      problems.repeated("irreversible", cursor.line(), irreversibleLine);
      return;
    }
    irreversibleLine = cursor.line();
    irreversibleReason = Values.reason(value, cursor.line(), problems);
  }

  private String value() {
    return new String(
            bytes,
            cursor.directiveValue(),
            cursor.end() - cursor.directiveValue(),
            StandardCharsets.UTF_8)
        .strip();
  }

  static boolean isDialectName(String name) {
    return !name.isEmpty()
        && name.charAt(0) >= 'a'
        && name.charAt(0) <= 'z'
        && name.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
  }
}
