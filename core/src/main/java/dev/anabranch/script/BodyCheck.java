package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Direction;
import dev.anabranch.sql.ScriptSplitException;
import dev.anabranch.sql.ScriptStatement;
import java.util.List;
import java.util.Optional;

/** Checks whether the sections of one file make sense together. For one thread. */
final class BodyCheck {

  private final SqlRevisionScript script;
  private final ScriptBody body;
  private final Problems problems;

  BodyCheck(SqlRevisionScript script, ScriptBody body, Problems problems) {
    this.script = script;
    this.body = body;
    this.problems = problems;
  }

  /** Checks what holds for every dialect. */
  void checkSections() {
    List<ScriptSection> upgrades = sections(Direction.UPGRADE);
    List<ScriptSection> downgrades = sections(Direction.DOWNGRADE);
    boolean merge = script.revision().downRevisions().size() > 1;
    if (upgrades.isEmpty() && !merge) {
      problems.error(
          ErrorCode.MISSING_UPGRADE,
          script.location().line(),
          "The revision has no \"@upgrade\" section.",
          "Begin one with the line \"-- @upgrade\".");
    } else if (!merge && upgrades.stream().allMatch(ScriptSection::isBlank)) {
      problems.warning(
          ErrorCode.EMPTY_UPGRADE,
          upgrades.get(0).firstLine() - 1,
          "The revision changes nothing: no section that upgrades has a statement.",
          "Write the statements, or delete the revision if nothing stands on it.");
    }
    if (upgrades.stream().anyMatch(section -> !section.isBlank())) {
      checkWayBack(downgrades);
    }
  }

  private void checkWayBack(List<ScriptSection> downgrades) {
    if (body.irreversibleReason().isPresent()) {
      return;
    }
    if (downgrades.isEmpty()) {
      problems.error(
          ErrorCode.MISSING_DOWNGRADE,
          script.location().line(),
          "The revision has neither a \"@downgrade\" section nor a line \"@irreversible\".",
          "Write the way back, or \"-- @irreversible\" and the reason why there is none.");
    } else if (downgrades.stream().allMatch(ScriptSection::isBlank)) {
      problems.warning(
          ErrorCode.EMPTY_DOWNGRADE,
          downgrades.get(0).firstLine() - 1,
          "A downgrade takes nothing back: no section for it has a statement.",
          "Write the way back, or put \"-- @irreversible\" and the reason in place of the section.");
    }
  }

  /** Checks what a database of one dialect would get. */
  void checkFor(CheckedDialect dialect) {
    Optional<ScriptSection> upgrade = body.section(Direction.UPGRADE, dialect.names());
    Optional<ScriptSection> downgrade = body.section(Direction.DOWNGRADE, dialect.names());
    if (upgrade.isEmpty() && !sections(Direction.UPGRADE).isEmpty()) {
      missing("upgrade", dialect);
    }
    boolean needsWayBack =
        upgrade.isPresent() && !upgrade.get().isBlank() && body.irreversibleReason().isEmpty();
    if (needsWayBack && downgrade.isEmpty() && !sections(Direction.DOWNGRADE).isEmpty()) {
      missing("downgrade", dialect);
    }
    upgrade.ifPresent(section -> split(section, dialect));
    downgrade.ifPresent(section -> split(section, dialect));
  }

  private void missing(String word, CheckedDialect dialect) {
    problems.warning(
        ErrorCode.MISSING_PLAIN_SECTION,
        script.location().line(),
        "The revision has no \"@"
            + word
            + "\" section for \""
            + dialect.name()
            + "\" and no plain one.",
        "Add \"-- @"
            + word
            + "\", or \"-- @"
            + word
            + " "
            + dialect.name()
            + "\" with nothing below it if there is nothing to do.");
  }

  private void split(ScriptSection section, CheckedDialect dialect) {
    try {
      for (ScriptStatement statement : dialect.splitter().split(section.sql()).statements()) {
        if (section.transactional() && dialect.controlsTransaction().test(statement.text())) {
          problems.error(
              ErrorCode.TRANSACTION_IMPOSSIBLE,
              section.firstLine() + statement.line() - 1,
              "The statement begins or ends a transaction, which Anabranch does itself.",
              "Take it out, or write \"-- @transaction off\" at the top of the section.");
        }
      }
    } catch (ScriptSplitException e) {
      for (dev.anabranch.sql.ScriptProblem problem : e.problems()) {
        problems.error(
            problem.code(),
            section.firstLine() + problem.line() - 1,
            problem.message(),
            problem.hint() == null
                ? "The section is read as \"" + dialect.name() + "\" reads it."
                : problem.hint());
      }
    }
  }

  private List<ScriptSection> sections(Direction direction) {
    return body.sections().stream().filter(section -> section.direction() == direction).toList();
  }
}
