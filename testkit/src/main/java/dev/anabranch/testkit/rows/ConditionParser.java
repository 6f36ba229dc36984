package dev.anabranch.testkit.rows;

import static dev.anabranch.testkit.rows.ConditionNode.Special.NOT_UNDERSTOOD;
import static dev.anabranch.testkit.rows.ConditionNode.Special.NULL;

import dev.anabranch.sql.Identifier;
import dev.anabranch.testkit.rows.ConditionToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads conditions of all products by one grammar, the common part of theirs. Whatever it does not
 * know becomes a part that is not understood. For one condition.
 */
final class ConditionParser {

  private static final ConditionNode UNKNOWN = row -> NOT_UNDERSTOOD;

  private static final Set<String> COMPARISONS = Set.of("=", "<", ">", "<=", ">=", "<>", "!=");
  private static final Set<String> PATTERNS =
      Set.of(
          "like", "ilike", "~~", "!~~", "~~*", "!~~*", "~", "!~", "~*", "!~*", "regexp", "rlike");

  private final List<ConditionToken> tokens;
  private final Map<String, Identifier> names;
  private int at;

  private ConditionParser(List<ConditionToken> tokens, Map<String, Identifier> names) {
    this.tokens = tokens;
    this.names = names;
  }

  /** Returns the condition, which is not understood at all if something is left behind it. */
  static ConditionNode parse(List<ConditionToken> tokens, Map<String, Identifier> names) {
    ConditionParser parser = new ConditionParser(tokens, names);
    ConditionNode node = parser.any();
    return parser.peek().kind() == Kind.END ? node : UNKNOWN;
  }

  private ConditionToken peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  private boolean take(String symbolOrWord) {
    if (peek().is(symbolOrWord)) {
      at++;
      return true;
    }
    return false;
  }

  private ConditionNode any() {
    ConditionNode left = all();
    while (take("or")) {
      ConditionNode first = left;
      ConditionNode second = all();
      left = row -> ConditionValues.or(first.value(row), second.value(row));
    }
    return left;
  }

  private ConditionNode all() {
    ConditionNode left = not();
    while (take("and")) {
      ConditionNode first = left;
      ConditionNode second = not();
      left = row -> ConditionValues.and(first.value(row), second.value(row));
    }
    return left;
  }

  private ConditionNode not() {
    if (take("not") || take("!")) {
      ConditionNode inner = not();
      return row -> ConditionValues.not(inner.value(row));
    }
    return predicate();
  }

  private ConditionNode predicate() {
    ConditionNode left = sum();
    while (true) {
      String text = peek().text();
      if (peek().kind() == Kind.SYMBOL && COMPARISONS.contains(text)) {
        at++;
        left = comparison(left, text);
      } else if (peek().kind() != Kind.TEXT && PATTERNS.contains(text)) {
        at++;
        left = pattern(left, text);
      } else if (take("is")) {
        left = is(left);
      } else if (take("not")) {
        ConditionNode inner = range(left);
        left = row -> ConditionValues.not(inner.value(row));
      } else if (peek().is("in") || peek().is("between")) {
        left = range(left);
      } else {
        return left;
      }
    }
  }

  private ConditionNode comparison(ConditionNode left, String operator) {
    if (take("any") || take("all")) {
      ConditionNode list = primary();
      boolean some = operator.equals("=");
      return row -> {
        Object found = ConditionValues.in(left.value(row), list.value(row));
        return some ? found : ConditionValues.not(found);
      };
    }
    ConditionNode right = sum();
    return row -> ConditionValues.compare(left.value(row), operator, right.value(row));
  }

  private ConditionNode pattern(ConditionNode left, String operator) {
    ConditionNode right = sum();
    return row -> ConditionValues.matches(left.value(row), operator, right.value(row));
  }

  private ConditionNode is(ConditionNode left) {
    boolean negated = take("not");
    ConditionNode test;
    if (take("null")) {
      test =
          row -> {
            Object value = left.value(row);
            return value == NOT_UNDERSTOOD ? value : (Object) (value == NULL);
          };
    } else if (peek().is("true") || peek().is("false")) {
      Boolean wanted = peek().is("true");
      at++;
      test =
          row -> {
            Object value = left.value(row);
            return value == NOT_UNDERSTOOD ? value : (Object) wanted.equals(value);
          };
    } else {
      return UNKNOWN;
    }
    return negated ? row -> ConditionValues.not(test.value(row)) : test;
  }

  private ConditionNode range(ConditionNode left) {
    if (take("in")) {
      ConditionNode list = list();
      return row -> ConditionValues.in(left.value(row), list.value(row));
    } else if (take("between")) {
      ConditionNode low = sum();
      if (!take("and")) {
        return UNKNOWN;
      }
      ConditionNode high = sum();
      return row ->
          ConditionValues.and(
              ConditionValues.compare(left.value(row), ">=", low.value(row)),
              ConditionValues.compare(left.value(row), "<=", high.value(row)));
    } else if (PATTERNS.contains(peek().text())) {
      String operator = peek().text();
      at++;
      return pattern(left, operator);
    }
    return UNKNOWN;
  }

  private ConditionNode list() {
    List<ConditionNode> parts = new ArrayList<>();
    if (!take("(")) {
      return UNKNOWN;
    }
    do {
      parts.add(any());
    } while (take(","));
    take(")");
    return row -> parts.stream().map(part -> part.value(row)).toList();
  }

  private ConditionNode sum() {
    ConditionNode left = product();
    while (peek().is("+") || peek().is("-") || peek().is("||")) {
      String operator = peek().text();
      at++;
      ConditionNode first = left;
      ConditionNode second = product();
      left = row -> ConditionValues.compute(first.value(row), operator, second.value(row));
    }
    return left;
  }

  private ConditionNode product() {
    ConditionNode left = primary();
    while (peek().is("*") || peek().is("/") || peek().is("%")) {
      String operator = peek().text();
      at++;
      ConditionNode first = left;
      ConditionNode second = primary();
      left = row -> ConditionValues.compute(first.value(row), operator, second.value(row));
    }
    return left;
  }

  private ConditionNode primary() {
    ConditionNode node = withoutCast();
    while (take("::")) {
      boolean day = peek().is("date");
      skipType();
      ConditionNode whole = node;
      node = day ? row -> ConditionValues.day(whole.value(row)) : whole;
    }
    return node;
  }

  private void skipType() {
    at++;
    while (peek().kind() == Kind.WORD
        && Set.of("varying", "precision", "with", "without", "time", "zone")
            .contains(peek().text())) {
      at++;
    }
    if (take("(")) {
      while (peek().kind() != Kind.END && !take(")")) {
        at++;
      }
    }
    while (take("[")) {
      take("]");
    }
    if (take(".")) {
      skipType();
    }
  }

  private ConditionNode withoutCast() {
    ConditionToken token = peek();
    if (token.kind() == Kind.END) {
      return UNKNOWN;
    }
    at++;
    if (token.kind() == Kind.NUMBER) {
      Object number = ConditionValues.number(token.text());
      return row -> number;
    } else if (token.kind() == Kind.TEXT) {
      return row -> token.text();
    } else if (token.is("(")) {
      ConditionNode inner = any();
      return take(")") ? inner : UNKNOWN;
    } else if (token.is("-")) {
      ConditionNode inner = primary();
      return row -> ConditionValues.compute(BigDecimal.ZERO, "-", inner.value(row));
    }
    return named(token);
  }

  private ConditionNode named(ConditionToken token) {
    if (token.kind() == Kind.WORD && peek().is("(")) {
      return call(token.text());
    } else if (token.is("array") && take("[")) {
      List<ConditionNode> parts = new ArrayList<>();
      do {
        parts.add(any());
      } while (take(","));
      return take("]") ? row -> parts.stream().map(part -> part.value(row)).toList() : UNKNOWN;
    } else if (token.is("true") || token.is("false")) {
      return row -> token.is("true");
    } else if (token.is("null")) {
      return row -> NULL;
    } else if (token.is("date") && peek().kind() == Kind.TEXT) {
      return withoutCast();
    }
    Identifier column = names.get(token.text().toLowerCase(Locale.ROOT));
    if (column == null || token.kind() == Kind.SYMBOL) {
      return UNKNOWN;
    }
    return row -> ConditionValues.of(row.get(column));
  }

  private ConditionNode call(String function) {
    at++;
    List<ConditionNode> arguments = new ArrayList<>();
    if (!take(")")) {
      do {
        arguments.add(any());
        if (function.equals("cast") && take("as")) {
          skipType();
        }
      } while (take(","));
      if (!take(")")) {
        return UNKNOWN;
      }
    }
    return row ->
        ConditionValues.call(
            function, arguments.stream().map(argument -> argument.value(row)).toList());
  }
}
