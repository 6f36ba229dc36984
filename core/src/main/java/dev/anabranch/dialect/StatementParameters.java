package dev.anabranch.dialect;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.OperationException;
import dev.anabranch.sql.LiteralStyle;
import dev.anabranch.sql.SqlCursor;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlPieces;
import java.util.List;
import java.util.Objects;

/**
 * Writes values into a statement, so that it is the same online and in a script.
 *
 * @param pieces how the product's statements are read
 * @param literals how the product writes values
 */
public record StatementParameters(SqlPieces pieces, LiteralStyle literals) {

  /** Checks that both parts are there. */
  public StatementParameters {
    Objects.requireNonNull(pieces, "pieces");
    Objects.requireNonNull(literals, "literals");
  }

  /**
   * Returns the statement with a value in the place of each question mark that stands outside of
   * quotes and comments. A question mark of its own, as some products have it in their operators,
   * is written twice.
   *
   * @param sql the statement
   * @param parameters the values, in order; for none the statement stays as it is
   * @throws OperationException if there are more or fewer question marks than values
   */
  public String fill(String sql, List<SqlLiteral> parameters) {
    if (parameters.isEmpty()) {
      return sql;
    }
    StringBuilder filled = new StringBuilder();
    SqlCursor cursor = new SqlCursor(sql);
    int found = 0;
    while (!cursor.atEnd()) {
      int from = cursor.position();
      if (cursor.at("??")) {
        cursor.advance(2);
        filled.append('?');
      } else if (cursor.current() == '?') {
        cursor.advance(1);
        found++;
        if (found <= parameters.size()) {
          append(filled, literals.render(parameters.get(found - 1)), cursor.current());
        }
      } else {
        pieces.skip(cursor);
        filled.append(cursor.since(from));
      }
    }
    if (found != parameters.size()) {
      throw wrongCount(parameters.size(), found);
    }
    return filled.toString();
  }

  // A number or a keyword must not run into the word beside it, nor a text into another one.
  private static void append(StringBuilder filled, String literal, char next) {
    if (!filled.isEmpty() && joins(filled.charAt(filled.length() - 1))) {
      filled.append(' ');
    }
    filled.append(literal);
    if (joins(next)) {
      filled.append(' ');
    }
  }

  private static boolean joins(char c) {
    return Character.isLetterOrDigit(c) || "_$#&.'\"".indexOf(c) >= 0;
  }

  private static OperationException wrongCount(int values, int found) {
    return new OperationException(
        ErrorCode.INVALID_OPERATION,
        "Cannot execute a statement with %d parameter%s: it has %d question mark%s outside of quotes and comments."
            .formatted(values, values == 1 ? "" : "s", found, found == 1 ? "" : "s"),
        "Give one value for each question mark; write ?? where the server is to see one.");
  }
}
