package dev.anabranch.sql;

import java.util.List;

/**
 * A script cut into statements; joined again it is the same text.
 *
 * @param statements the statements in order, none of them blank
 * @param trailing what stands behind the last statement and its terminator: blanks, comments,
 *     terminators that end nothing
 */
public record SplitScript(List<ScriptStatement> statements, String trailing) {

  /** Copies the list. */
  public SplitScript {
    statements = List.copyOf(statements);
  }

  /** Returns the text that was cut, character by character. */
  public String join() {
    StringBuilder text = new StringBuilder();
    for (ScriptStatement statement : statements) {
      text.append(statement.leading()).append(statement.text()).append(statement.terminator());
    }
    return text.append(trailing).toString();
  }
}
