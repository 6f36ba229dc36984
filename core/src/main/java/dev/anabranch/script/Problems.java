package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file. For one thread. */
final class Problems {

  private final String path;
  private final List<ScriptProblem> found = new ArrayList<>(0);

  Problems(String path) {
    this.path = path;
  }

  void error(ErrorCode code, int line, String message, String hint) {
    found.add(ScriptProblem.error(code, new SourceLocation(path, line), message, hint));
  }

  void warning(ErrorCode code, int line, String message, String hint) {
    found.add(ScriptProblem.warning(code, new SourceLocation(path, line), message, hint));
  }

  void addAll(List<ScriptProblem> others) {
    found.addAll(others);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<ScriptProblem> found() {
    return List.copyOf(found);
  }

  void unknownDirective(String word, int line) {
    String hint =
        DirectiveWord.nearest(word)
            .map(nearest -> "Did you mean \"-- @" + nearest + "\"? ")
            .orElse("");
    error(
        ErrorCode.UNKNOWN_DIRECTIVE,
        line,
        "Unknown directive \"@" + word + "\".",
        hint
            + "A line that shall begin with \"-- @\" and is no directive is written with \"-- @@\".");
  }

  void nearDirective(String word, int line) {
    error(
        ErrorCode.MISWRITTEN_DIRECTIVE,
        line,
        "A comment that reads like the directive \"@" + word + "\" but is not written as one.",
        "A directive begins with exactly \"-- @" + word + "\" at the start of the line.");
  }

  void repeated(String word, int line, int firstLine) {
    error(
        ErrorCode.REPEATED_DIRECTIVE,
        line,
        "Directive \"@" + word + "\" is repeated; it stands on line " + firstLine + " already.",
        "Keep one of the two lines.");
  }

  void invalidValue(String message, int line, String hint) {
    error(ErrorCode.INVALID_DIRECTIVE_VALUE, line, message, hint);
  }

  void notUtf8(int line) {
    error(
        ErrorCode.NOT_UTF8,
        line,
        "The line is not UTF-8.",
        "Save the file as UTF-8; every other encoding differs from machine to machine.");
  }
}
