package dev.anabranch.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads a whole revision file. */
final class BodyReader {

  private BodyReader() {}

  /**
   * Returns what stands below the header as far as it can be read; what is wrong goes into the
   * problems.
   */
  static ScriptBody read(ScriptSource source, Problems problems) {
    try (InputStream in = source.open()) {
      return read(in.readAllBytes(), source, problems);
    } catch (IOException e) {
      HeaderReader.unreadable(source, e, problems);
      return new ScriptBody("", List.of(), Optional.empty());
    }
  }

  private static ScriptBody read(byte[] bytes, ScriptSource source, Problems problems) {
    String checksum = Checksum.of(bytes);
    int start = Utf8.textStart(bytes, bytes.length);
    int malformed = Utf8.firstMalformed(bytes, start, bytes.length);
    if (malformed >= 0) {
      problems.notUtf8(lineAt(bytes, bytes.length, malformed));
      return new ScriptBody(checksum, List.of(), Optional.empty());
    }
    LineCursor cursor = new LineCursor(bytes, start, bytes.length, true);
    HeaderParser header = new HeaderParser(source, FileNameTemplate.DEFAULT, problems);
    boolean ended = header.parse(cursor, bytes);
    Optional<String> reason =
        Optional.ofNullable(header.finish()).flatMap(Header::irreversibleReason);
    if (!ended || cursor.kind() != LineCursor.Kind.DIRECTIVE) {
      return new ScriptBody(checksum, List.of(), reason);
    }
    BodyParser body = new BodyParser(bytes, cursor, problems);
    reason.ifPresent(
        text -> body.irreversibleInHeader(text, header.lineOf(DirectiveWord.IRREVERSIBLE)));
    body.parse();
    return new ScriptBody(checksum, body.sections(), body.irreversibleReason());
  }

  /** Returns the line, counted from 1, that holds the byte at an offset. */
  static int lineAt(byte[] bytes, int limit, int offset) {
    LineCursor cursor = new LineCursor(bytes, 0, limit, true);
    while (cursor.advance() && cursor.next() <= offset) {
      // Lines before the one that holds the byte.
    }
    return cursor.line();
  }
}
