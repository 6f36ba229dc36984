package dev.anabranch.operation;

import dev.anabranch.sql.SqlExpression;
import dev.anabranch.sql.SqlLiteral;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Executes a statement in SQL. Each question mark outside of quotes and comments stands for a
 * parameter, if there are any; {@code ??} then stands for one that the server is to see.
 *
 * @param sql the statement, for every product or another for some
 * @param parameters the values, in order; written into the statement as constants
 * @param reverse the statement that takes it back, if the author gives one
 */
public record ExecuteSql(
    SqlExpression sql, List<SqlLiteral> parameters, Optional<SqlExpression> reverse)
    implements Operation {

  /** Copies the list. */
  public ExecuteSql {
    Objects.requireNonNull(sql, "sql");
    parameters = List.copyOf(parameters);
    Objects.requireNonNull(reverse, "reverse");
  }

  @Override
  public String describe() {
    return "execute " + Descriptions.shortened(sql.text().text());
  }

  @Override
  public Inverse inverse() {
    return reverse
        .<Inverse>map(back -> Inverse.of(new ExecuteSql(back, List.of(), Optional.of(sql))))
        .orElseGet(
            () ->
                Inverse.none(
                    "what takes a statement back is for its author to say",
                    "Give the statement that takes it back, or write the downgrade by hand."));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.executeSql(this);
  }
}
