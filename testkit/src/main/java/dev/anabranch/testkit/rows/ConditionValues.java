package dev.anabranch.testkit.rows;

import static dev.anabranch.testkit.rows.ConditionNode.Special.NOT_UNDERSTOOD;
import static dev.anabranch.testkit.rows.ConditionNode.Special.NULL;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The values of parts of conditions, with the three truths of SQL and a fourth: not understood. */
final class ConditionValues {

  private ConditionValues() {}

  /** Returns the value of a column. */
  static Object of(@Nullable Sample sample) {
    if (sample == null) {
      return NOT_UNDERSTOOD;
    } else if (sample.isNull()) {
      return NULL;
    }
    return sample.plain() == null ? NOT_UNDERSTOOD : sample.plain();
  }

  /** Returns the number that a text is. */
  static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return NOT_UNDERSTOOD;
    }
  }

  static Object and(Object left, Object right) {
    if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
      return false;
    }
    return unless(left, right, (Object) true);
  }

  static Object or(Object left, Object right) {
    if (Boolean.TRUE.equals(left) || Boolean.TRUE.equals(right)) {
      return true;
    }
    return unless(left, right, (Object) false);
  }

  // What is left when neither side decides.
  private static Object unless(Object left, Object right, Object otherwise) {
    if (left == NOT_UNDERSTOOD || right == NOT_UNDERSTOOD) {
      return NOT_UNDERSTOOD;
    } else if (left == NULL || right == NULL) {
      return NULL;
    }
    return left instanceof Boolean && right instanceof Boolean ? otherwise : NOT_UNDERSTOOD;
  }

  static Object not(Object value) {
    return value instanceof Boolean truth ? (Object) !truth : value == NULL ? NULL : NOT_UNDERSTOOD;
  }

  private static @Nullable Object special(Object left, Object right) {
    if (left == NOT_UNDERSTOOD || right == NOT_UNDERSTOOD) {
      return NOT_UNDERSTOOD;
    }
    return left == NULL || right == NULL ? NULL : null;
  }

  static Object compare(Object left, String operator, Object right) {
    Object special = special(left, right);
    if (special != null) {
      return special;
    }
    Integer order = order(left, right);
    if (order == null) {
      return NOT_UNDERSTOOD;
    }
    return switch (operator) {
      case "=" -> order == 0;
      case "<>", "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> NOT_UNDERSTOOD;
    };
  }

  private static @Nullable Integer order(Object left, Object right) {
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    } else if (left instanceof BigDecimal || right instanceof BigDecimal) {
      return number(left.toString()) instanceof BigDecimal a
              && number(right.toString()) instanceof BigDecimal b
          ? a.compareTo(b)
          : null;
    } else if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    return null;
  }

  static Object in(Object value, Object list) {
    if (!(list instanceof List<?> all)) {
      return list == NULL ? NULL : NOT_UNDERSTOOD;
    }
    Object found = false;
    for (Object each : all) {
      found = or(found, compare(value, "=", each));
    }
    return found;
  }

  static Object matches(Object value, String operator, Object pattern) {
    Object special = special(value, pattern);
    if (special != null) {
      return special;
    }
    if (!(value instanceof String text) || !(pattern instanceof String form)) {
      return NOT_UNDERSTOOD;
    }
    boolean like = operator.contains("~~") || operator.endsWith("like");
    boolean folds =
        operator.endsWith("*") || List.of("ilike", "regexp", "rlike").contains(operator);
    try {
      int flags = Pattern.DOTALL | (folds ? Pattern.CASE_INSENSITIVE : 0);
      boolean found =
          like
              ? Pattern.compile(likeForm(form), flags).matcher(text).matches()
              : Pattern.compile(form, flags).matcher(text).find();
      return found != operator.startsWith("!");
    } catch (PatternSyntaxException e) {
      return NOT_UNDERSTOOD;
    }
  }

  private static String likeForm(String like) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        form.append(Pattern.quote(String.valueOf(like.charAt(++i))));
      } else {
        form.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return form.toString();
  }

  static Object compute(Object left, String operator, Object right) {
    Object special = special(left, right);
    if (special != null) {
      return special;
    } else if (operator.equals("||")) {
      return left instanceof String && right instanceof String ? left + "" + right : NOT_UNDERSTOOD;
    }
    if (!(left instanceof BigDecimal a) || !(right instanceof BigDecimal b)) {
      return NOT_UNDERSTOOD;
    }
    if ((operator.equals("/") || operator.equals("%")) && b.signum() == 0) {
      return NOT_UNDERSTOOD;
    }
    return switch (operator) {
      case "+" -> a.add(b);
      case "-" -> a.subtract(b);
      case "*" -> a.multiply(b);
      case "%" -> a.remainder(b);
      default -> a.divide(b, MathContext.DECIMAL128);
    };
  }

  /** Returns the day of a date with time. */
  static Object day(Object value) {
    return value instanceof String text && text.length() > 10 ? text.substring(0, 10) : value;
  }

  static Object call(String function, List<Object> arguments) {
    if (function.equals("coalesce") || function.equals("ifnull")) {
      return arguments.stream().filter(each -> each != NULL).findFirst().orElse(NULL);
    } else if (arguments.contains(NOT_UNDERSTOOD) || arguments.isEmpty()) {
      return NOT_UNDERSTOOD;
    } else if (function.equals("num_nonnulls") || function.equals("num_nulls")) {
      long nulls = arguments.stream().filter(each -> each == NULL).count();
      return BigDecimal.valueOf(function.equals("num_nulls") ? nulls : arguments.size() - nulls);
    }
    Object first = arguments.get(0);
    if (first == NULL) {
      return NULL;
    } else if (function.equals("abs") && first instanceof BigDecimal number) {
      return number.abs();
    } else if (function.equals("cast")) {
      return first;
    }
    return first instanceof String text && arguments.size() == 1
        ? ofText(function, text)
        : NOT_UNDERSTOOD;
  }

  private static Object ofText(String function, String text) {
    return switch (function) {
      // Characters on some servers, bytes on others.
      case "length" ->
          text.chars().allMatch(c -> c < 128) ? BigDecimal.valueOf(text.length()) : NOT_UNDERSTOOD;
      case "char_length", "character_length" ->
          BigDecimal.valueOf(text.codePointCount(0, text.length()));
      case "octet_length" -> BigDecimal.valueOf(text.getBytes(StandardCharsets.UTF_8).length);
      case "lower" -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text.toUpperCase(Locale.ROOT);
      case "trim", "btrim" -> text.strip();
      case "ltrim" -> text.stripLeading();
      case "rtrim" -> text.stripTrailing();
      default -> NOT_UNDERSTOOD;
    };
  }
}
