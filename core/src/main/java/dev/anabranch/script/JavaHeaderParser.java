package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.script.JavaScanner.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @RevisionInfo} in a Java source and reads it, without compiling. Reading ends at the
 * name of the class that has it; a source without it is read to its end. For one file and one
 * thread.
 */
final class JavaHeaderParser {

  private static final String SIMPLE_NAME = "RevisionInfo";
  private static final String NAME = "dev.anabranch.migration." + SIMPLE_NAME;

  private final byte[] bytes;
  private final int limit;
  private final boolean complete;
  private final Problems problems;
  private final JavaScanner scanner;
  private final List<DeclaredClass> classes = new ArrayList<>(1);
  private String packageName = "";
  private boolean simpleNameIsAnother;
  private boolean cut;
  private int docStart;
  private int docEnd;
  private @Nullable RevisionInfoText info;
  private @Nullable DeclaredClass annotated;

  /**
   * Prepares reading.
   *
   * @param bytes the file, or its beginning
   * @param from where its text begins
   * @param limit how many of the bytes are filled
   * @param complete whether the file ends there
   * @param problems what is wrong goes here
   */
  JavaHeaderParser(byte[] bytes, int from, int limit, boolean complete, Problems problems) {
    this.bytes = bytes;
    this.limit = limit;
    this.complete = complete;
    this.problems = problems;
    this.scanner = new JavaScanner(bytes, from, limit);
  }

  /**
   * Reads up to the class with the annotation.
   *
   * @return whether what is there was enough; if not, more of the file is needed and reading has to
   *     start again
   */
  boolean parse() {
    advance();
    boolean atStart = true;
    while (scanner.kind() != Kind.END && annotated == null) {
      if (atStart) {
        docStart = scanner.docStart();
        docEnd = scanner.docEnd();
      }
      atStart = atTop();
    }
    if (info != null && annotated == null && !cut) {
      problems.error(
          ErrorCode.INVALID_JAVA_HEADER,
          info.line(),
          "No class follows @RevisionInfo.",
          "Put it directly above the class of the revision.");
    }
    return !cut;
  }

  /** Returns what the annotation says; absent if the file has none. */
  @Nullable RevisionInfoText info() {
    return info;
  }

  /** Returns the class with the annotation; absent if there is none. */
  @Nullable DeclaredClass annotated() {
    return annotated;
  }

  /** Returns the classes at the top of the file, up to the one with the annotation. */
  List<DeclaredClass> classes() {
    return List.copyOf(classes);
  }

  /** Returns the documentation comment of the class with its marks; empty if there is none. */
  String documentation() {
    if (docEnd == docStart) {
      return "";
    }
    String text = Utf8.decode(bytes, docStart, docEnd);
    if (text == null) {
      int malformed = docStart + Utf8.firstMalformed(bytes, docStart, docEnd);
      problems.notUtf8(BodyReader.lineAt(bytes, limit, malformed));
      return "";
    }
    return text;
  }

  /** Reads one thing outside any class; returns whether a declaration ends with it. */
  private boolean atTop() {
    if (scanner.isMark('@')) {
      annotation();
      return false;
    }
    if (scanner.isWord("package")) {
      advance();
      packageName = qualifiedName();
    } else if (scanner.isWord("import")) {
      importLine();
    } else if (isType()) {
      advance();
      return type();
    } else if (scanner.isMark('{')) {
      skipBlock();
      return true;
    } else {
      boolean ends = scanner.isMark(';');
      advance();
      return ends;
    }
    return false;
  }

  private boolean isType() {
    return scanner.isWord("class")
        || scanner.isWord("interface")
        || scanner.isWord("enum")
        || scanner.isWord("record");
  }

  private void importLine() {
    advance();
    if (scanner.isWord("static")) {
      advance();
      return;
    }
    String name = qualifiedName();
    if (name.endsWith("." + SIMPLE_NAME) && !name.equals(NAME)) {
      simpleNameIsAnother = true;
    }
  }

  private boolean type() {
    if (scanner.kind() != Kind.WORD) {
      return false;
    }
    String name = text();
    DeclaredClass declared =
        new DeclaredClass(packageName.isEmpty() ? name : packageName + "." + name, scanner.line());
    classes.add(declared);
    if (info != null) {
      annotated = declared;
      return true;
    }
    int parentheses = 0;
    while (scanner.kind() != Kind.END && !(parentheses == 0 && scanner.isMark('{'))) {
      parentheses += scanner.isMark('(') ? 1 : scanner.isMark(')') ? -1 : 0;
      advance();
    }
    skipBlock();
    return true;
  }

  private void annotation() {
    int line = scanner.line();
    advance();
    if (scanner.isWord("interface")) {
      advance();
      type();
      return;
    }
    String name = qualifiedName();
    boolean isInfo = name.equals(NAME) || (name.equals(SIMPLE_NAME) && !simpleNameIsAnother);
    if (!isInfo) {
      if (scanner.isMark('(')) {
        skipParentheses();
      }
    } else if (info != null) {
      problems.error(
          ErrorCode.INVALID_JAVA_HEADER,
          line,
          "@RevisionInfo is repeated; it stands on line " + info.line() + " already.",
          "Keep one of the two.");
      skipParentheses();
    } else {
      info = new RevisionInfoText(line, problems);
      if (scanner.isMark('(')) {
        attributes(info);
      }
    }
  }

  private void attributes(RevisionInfoText into) {
    advance();
    while (scanner.kind() != Kind.END && !scanner.isMark(')')) {
      attribute(into);
      // A brace here closes nothing; it must not stop the reading.
      if (scanner.isMark(',') || scanner.isMark('}')) {
        advance();
      }
    }
    advance();
  }

  private void attribute(RevisionInfoText into) {
    int line = scanner.line();
    String name = scanner.kind() == Kind.WORD ? text() : "";
    if (!name.isEmpty()) {
      advance();
    }
    if (name.isEmpty() || !scanner.isMark('=')) {
      into.nameless(line);
      skipValue();
      return;
    }
    advance();
    if (scanner.isMark('{')) {
      list(into, name, line);
      return;
    }
    String value = string(into, name);
    if (value != null) {
      into.text(name, value, line);
    }
  }

  private void list(RevisionInfoText into, String name, int line) {
    List<String> values = new ArrayList<>();
    boolean good = true;
    advance();
    while (scanner.kind() != Kind.END && !scanner.isMark('}') && good) {
      String value = string(into, name);
      good = value != null;
      if (value != null) {
        values.add(value);
      }
      if (scanner.isMark(',')) {
        advance();
      }
    }
    while (scanner.kind() != Kind.END && !scanner.isMark('}')) {
      advance();
    }
    advance();
    if (good) {
      into.list(name, values, line);
    }
  }

  /** Reads one text in quotes; anything else is a problem, passed over, and null. */
  private @Nullable String string(RevisionInfoText into, String name) {
    int line = scanner.line();
    int from = scanner.start();
    int to = scanner.end();
    Kind kind = scanner.kind();
    if (kind == Kind.STRING) {
      advance();
      if (scanner.isMark(',') || scanner.isMark('}') || scanner.isMark(')')) {
        String written = Utf8.decode(bytes, from + 1, to - 1);
        if (written == null) {
          problems.notUtf8(line);
        }
        return written == null ? null : into.unquoted(name, written, line);
      }
    }
    skipValue();
    if (!cut) {
      into.noPlainText(name, excerpt(from), kind, line);
    }
    return null;
  }

  /** Goes on to the comma or bracket behind a value. */
  private void skipValue() {
    while (scanner.kind() != Kind.END
        && !scanner.isMark(',')
        && !scanner.isMark(')')
        && !scanner.isMark('}')) {
      if (scanner.isMark('(')) {
        skipParentheses();
      } else {
        advance();
      }
    }
  }

  /** Returns what stands on the line of a place from there on, up to what is here now. */
  private String excerpt(int from) {
    int to = from;
    while (to < scanner.start() && bytes[to] != '\n' && bytes[to] != '\r') {
      to++;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
  }

  private void skipParentheses() {
    skip('(', ')');
  }

  private void skipBlock() {
    skip('{', '}');
  }

  private void skip(char open, char close) {
    int depth = 0;
    do {
      depth += scanner.isMark(open) ? 1 : scanner.isMark(close) ? -1 : 0;
      advance();
    } while (depth > 0 && scanner.kind() != Kind.END);
  }

  /** Reads names parted by points and goes on to what stands behind them. */
  private String qualifiedName() {
    StringBuilder name = new StringBuilder();
    while (scanner.kind() == Kind.WORD) {
      name.append(text());
      advance();
      if (!scanner.isMark('.')) {
        break;
      }
      name.append('.');
      advance();
    }
    return name.toString();
  }

  private String text() {
    return new String(
        bytes, scanner.start(), scanner.end() - scanner.start(), StandardCharsets.UTF_8);
  }

  /** Goes on; what touches the end of a part of a file may be longer than it seems. */
  private void advance() {
    if (cut) {
      return;
    }
    scanner.next();
    if (!complete && (scanner.kind() == Kind.END || scanner.end() == limit)) {
      cut = true;
      scanner.endHere();
    }
  }
}
