package dev.anabranch.testkit.rows;

import dev.anabranch.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A condition that rows have to fulfil, as far as it is understood: which columns it speaks of,
 * which constants it compares them with, and whether a row surely breaks it.
 *
 * <p>It is a filter for candidates and no judge: what is not understood is left to the server.
 */
final class CheckCondition {

  private final Set<Identifier> columns;
  private final List<String> constants;
  private final List<String> patterns;
  private final ConditionNode node;
  private final String name;

  private CheckCondition(
      String name,
      Set<Identifier> columns,
      List<String> constants,
      List<String> patterns,
      ConditionNode node) {
    this.name = name;
    this.columns = columns;
    this.constants = constants;
    this.patterns = patterns;
    this.node = node;
  }

  /**
   * Reads a condition.
   *
   * @param name what it is called in messages
   * @param text the condition in SQL
   * @param names the columns it may speak of, by what it calls them in small letters
   */
  static CheckCondition of(String name, String text, Map<String, Identifier> names) {
    List<ConditionToken> tokens = ConditionToken.of(text);
    Set<Identifier> columns = new LinkedHashSet<>();
    List<String> constants = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      ConditionToken token = tokens.get(i);
      switch (token.kind()) {
        case WORD, NAME -> {
          Identifier column = names.get(token.text().toLowerCase(Locale.ROOT));
          if (column != null) {
            columns.add(column);
          }
        }
        case TEXT -> (isPattern(tokens, i) ? patterns : constants).add(token.text());
        case NUMBER -> {
          boolean negative = i > 0 && tokens.get(i - 1).is("-");
          constants.add(negative ? "-" + token.text() : token.text());
        }
        default -> {
          // Operators tell nothing of values.
        }
      }
    }
    return new CheckCondition(
        name, columns, constants, patterns, ConditionParser.parse(tokens, names));
  }

  private static boolean isPattern(List<ConditionToken> tokens, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
      String text = tokens.get(i).text();
      if (text.contains("~")
          || Set.of("like", "ilike", "regexp", "rlike", "similar", "regexp_like").contains(text)) {
        return true;
      }
      if (tokens.get(i).kind() == ConditionToken.Kind.TEXT) {
        return false;
      }
    }
    return false;
  }

  /** Returns what it is called in messages. */
  String name() {
    return name;
  }

  /** Returns the columns it speaks of. */
  Set<Identifier> columns() {
    return columns;
  }

  /** Returns the values that a column might have to hold: constants, those beside them, shapes. */
  List<Sample> candidates(SampleSource source) {
    Set<Sample> candidates = new LinkedHashSet<>();
    for (String constant : constants) {
      source.constant(constant).ifPresent(candidates::add);
    }
    for (String constant : constants) {
      for (String neighbour : CandidateTexts.neighbours(constant, source.range())) {
        source.constant(neighbour).ifPresent(candidates::add);
      }
    }
    for (String pattern : patterns) {
      for (String text : PatternTexts.matching(pattern)) {
        source.constant(text).ifPresent(candidates::add);
      }
    }
    return List.copyOf(candidates);
  }

  /** Returns whether a row surely breaks the condition. */
  boolean isBrokenBy(Map<Identifier, Sample> row) {
    return columns.stream().allMatch(row::containsKey) && isFalse(node.value(row));
  }

  private static boolean isFalse(Object value) {
    return value instanceof Boolean truth && !truth;
  }
}
