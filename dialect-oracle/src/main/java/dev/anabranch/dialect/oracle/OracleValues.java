package dev.anabranch.dialect.oracle;

import dev.anabranch.dialect.ServerVersion;
import dev.anabranch.operation.Condition;
import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts values and conditions as Oracle has them.
 *
 * <p>Today is the present moment without its time of day, which CURRENT_DATE has (SQL Language
 * Reference 19c). The empty text is null, so that what holds it is found by {@code IS NULL}. A list
 * of values behind {@code IN} has at most 1,000 of them below 23ai (ORA-01795).
 *
 * @param refusals refuses what cannot be written
 */
record OracleValues(OracleRefusals refusals) {

  /** Today, as a default keeps it. */
  static final String TODAY = "TRUNC(CURRENT_DATE)";

  private static final int LONGEST_LIST = 1_000;

  /**
   * Returns a value as Oracle writes it.
   *
   * @param what the operation, for the refusal of a value that cannot be written
   */
  SqlValue value(String what, SqlValue value) {
    refusals.checkValue(what, value);
    return value == SqlValue.Current.DATE ? new SqlValue.Computed(SqlExpression.of(TODAY)) : value;
  }

  /** Returns a condition as Oracle writes it. */
  Condition condition(String what, Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return comparison(comparison, value(what, comparison.value()));
    } else if (condition instanceof Condition.In in) {
      return in(what, in);
    } else if (condition instanceof Condition.All all) {
      return new Condition.All(all(what, all.conditions()));
    } else if (condition instanceof Condition.Any any) {
      return new Condition.Any(all(what, any.conditions()));
    }
    return condition;
  }

  private List<Condition> all(String what, List<Condition> conditions) {
    return conditions.stream().map(each -> condition(what, each)).toList();
  }

  private static Condition comparison(Condition.Comparison comparison, SqlValue value) {
    return new Condition.Comparison(
        comparison.column(),
        comparison.comparator(),
        isEmptyText(value) ? new SqlValue.Constant(SqlLiteral.nothing()) : value);
  }

  private Condition in(String what, Condition.In in) {
    List<Condition> parts = new ArrayList<>();
    List<SqlValue> values = new ArrayList<>();
    for (SqlValue each : in.values()) {
      SqlValue value = value(what, each);
      if (!isEmptyText(value)) {
        values.add(value);
      } else if (parts.isEmpty()) {
        parts.add(
            new Condition.Comparison(
                in.column(),
                Condition.Comparator.EQUAL,
                new SqlValue.Constant(SqlLiteral.nothing())));
      }
    }
    for (int from = 0; from < values.size(); from += longestList()) {
      int to = Math.min(values.size(), from + longestList());
      parts.add(new Condition.In(in.column(), values.subList(from, to)));
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private int longestList() {
    ServerVersion version = refusals.types().version();
    return version.isAtLeast(23, 0) ? Integer.MAX_VALUE : LONGEST_LIST;
  }

  private static boolean isEmptyText(SqlValue value) {
    return value instanceof SqlValue.Constant constant
        && constant.literal() instanceof SqlLiteral.Text text
        && text.value().isEmpty();
  }
}
