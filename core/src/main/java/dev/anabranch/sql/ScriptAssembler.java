package dev.anabranch.sql;

import dev.anabranch.error.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link SplitScript} together from what a splitter finds, in the order in which it stands
 * in the text.
 *
 * <p>The splitter names only the {@linkplain #piece pieces} that belong to a statement and what
 * {@linkplain #terminate terminates} one. Everything between, blanks and comments and terminators
 * that end nothing, is kept around the statements, so that the result joins back to the same text
 * whatever the splitter does.
 *
 * <p>Problems are collected and thrown together at the end, so that a splitter may go on behind
 * one. An assembler is for one thread and one script.
 */
public final class ScriptAssembler {

  private static final int REPORTED_PROBLEMS = 100;
  private static final int NO_STATEMENT = -1;

  private final String script;
  private final LineCounter lines;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final List<Found> problems = new ArrayList<>();
  private int gapStart;
  private int statementStart = NO_STATEMENT;
  private int statementEnd;
  private String lastGap = "";
  private String lastTerminator = "";

  private record Found(int at, ErrorCode code, String message, @Nullable String hint) {}

  /**
   * Creates an assembler that has seen nothing of the script yet.
   *
   * @param script the text that is being cut
   */
  public ScriptAssembler(String script) {
    this.script = Objects.requireNonNull(script, "script");
    this.lines = new LineCounter(script);
  }

  /** Says whether a statement has begun and is not yet terminated. */
  public boolean inStatement() {
    return statementStart != NO_STATEMENT;
  }

  /**
   * Returns where the present statement begins; only asked when {@linkplain #inStatement() there is
   * one}.
   */
  public int statementStart() {
    if (!inStatement()) {
      throw new IllegalStateException("No statement has begun.");
    }
    return statementStart;
  }

  /**
   * Takes a piece into the present statement, or begins one with it.
   *
   * @param from where the piece begins, not before the end of the last one
   * @param to where it ends; all text from the statement's beginning to here belongs to it
   */
  public void piece(int from, int to) {
    if (!inStatement()) {
      statementStart = from;
    }
    statementEnd = to;
  }

  /**
   * Ends the present statement. If there is none, the terminator ends nothing and stays in the text
   * between statements.
   *
   * @param to where the terminator ends
   */
  public void terminate(int to) {
    if (inStatement()) {
      close(to);
    }
  }

  /**
   * Notes that the script cannot be cut with certainty.
   *
   * @param at the place to show to the user
   * @param code the kind of problem
   * @param message what cannot be cut and why, without a line number
   * @param hint the way out
   */
  public void problem(int at, ErrorCode code, String message, String hint) {
    // A binary file may hold millions of them; nobody reads more than a few.
    if (problems.size() < REPORTED_PROBLEMS) {
      problems.add(new Found(at, code, message, hint));
    }
  }

  /**
   * Notes that something is opened and never closed.
   *
   * @param at where it is opened
   * @param what what it is, with its article, such as {@code the comment}
   * @param closing what is missing, such as <code>*&#47;</code>
   */
  public void unterminated(int at, String what, String closing) {
    problem(
        at,
        ErrorCode.UNTERMINATED_TEXT,
        "Cannot split the script: " + what + " that begins here is never closed.",
        "Close it with " + closing + ", or look for an earlier one that opens or closes too much.");
  }

  /**
   * Returns the script cut into statements; a last statement needs no terminator.
   *
   * @throws ScriptSplitException if there are problems, ordered by place
   */
  public SplitScript finish() {
    if (!problems.isEmpty()) {
      throw new ScriptSplitException(reported());
    }
    if (inStatement()) {
      close(statementEnd);
    }
    return new SplitScript(statements, script.substring(gapStart));
  }

  private void close(int to) {
    lastGap = shared(lastGap, gapStart, statementStart);
    lastTerminator = shared(lastTerminator, statementEnd, to);
    statements.add(
        new ScriptStatement(
            lastGap,
            script.substring(statementStart, statementEnd),
            lastTerminator,
            lines.lineAt(statementStart)));
    gapStart = to;
    statementStart = NO_STATEMENT;
  }

  // Nearly all gaps are one line break and nearly all terminators one semicolon.
  private String shared(String last, int from, int to) {
    boolean same = to - from == last.length() && script.startsWith(last, from);
    return same ? last : script.substring(from, to);
  }

  private List<ScriptProblem> reported() {
    LineCounter counter = new LineCounter(script);
    return problems.stream()
        .sorted(Comparator.comparingInt(Found::at))
        .map(p -> new ScriptProblem(p.code(), p.message(), p.hint(), counter.lineAt(p.at())))
        .toList();
  }
}
