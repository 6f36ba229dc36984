package dev.anabranch.dialect;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.CustomOperation;
import dev.anabranch.operation.DeleteRows;
import dev.anabranch.operation.ExecuteSql;
import dev.anabranch.operation.InsertRows;
import dev.anabranch.operation.OnDialects;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.operation.OutsideTransaction;
import dev.anabranch.operation.UpdateRows;
import dev.anabranch.sql.SqlPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The operations that are alike on every product: statements of an author, rows, and blocks of
 * other operations. A dialect's compiler delegates to it. Immutable and safe for use by several
 * threads.
 */
public final class CommonOperations {

  /**
   * How many rows one {@code INSERT} brings at most: servers and drivers limit the length of a
   * statement, and parsing one with thousands of rows takes some of them long.
   */
  private static final int ROWS_OF_A_STATEMENT = 500;

  private static final int DEEPEST = 100;

  private final Dialect dialect;
  private final StandardDdl standard;
  private final StatementParameters parameters;

  /**
   * Creates the operations of a product.
   *
   * @param dialect the product, whose names, style and splitter are used
   * @param standard its standard statements
   * @param pieces how its statements are read
   */
  public CommonOperations(Dialect dialect, StandardDdl standard, SqlPieces pieces) {
    this.dialect = Objects.requireNonNull(dialect, "dialect");
    this.standard = Objects.requireNonNull(standard, "standard");
    this.parameters = new StatementParameters(pieces, dialect.style().literals());
  }

  /**
   * Returns what an author wrote for this product, with its parameters filled in, cut by the
   * product's splitter: several statements in one text run one after the other.
   *
   * @throws OperationException if parameters and question marks do not match
   * @throws dev.anabranch.sql.ScriptSplitException if the text cannot be cut with certainty
   */
  public List<DdlStatement> executeSql(ExecuteSql operation) {
    String sql = operation.sql().forDialect(dialect.names()).text();
    return dialect
        .splitter()
        .split(parameters.fill(sql, operation.parameters()))
        .statements()
        .stream()
        .map(
            statement ->
                dialect.commitsImplicitly(statement.text())
                    ? DdlStatement.committing(statement.text())
                    : DdlStatement.of(statement.text()))
        .toList();
  }

  /** Returns standard insertions, each of at most 500 rows; none for no rows. */
  public List<DdlStatement> insertRows(InsertRows operation) {
    List<DdlStatement> statements = new ArrayList<>();
    for (int from = 0; from < operation.rows().size(); from += ROWS_OF_A_STATEMENT) {
      int to = Math.min(from + ROWS_OF_A_STATEMENT, operation.rows().size());
      InsertRows some =
          new InsertRows(
              operation.table(),
              operation.columns(),
              operation.rows().subList(from, to),
              operation.key());
      statements.add(DdlStatement.of(standard.insertRows(some)));
    }
    return List.copyOf(statements);
  }

  /** Returns the standard update. */
  public List<DdlStatement> updateRows(UpdateRows operation) {
    return List.of(DdlStatement.of(standard.updateRows(operation)));
  }

  /** Returns the standard deletion. */
  public List<DdlStatement> deleteRows(DeleteRows operation) {
    return List.of(DdlStatement.of(standard.deleteRows(operation)));
  }

  /**
   * Returns the statements of a block, each to run outside a transaction.
   *
   * @param operation the block
   * @param compiler what compiles the operations in it
   */
  public List<DdlStatement> outsideTransaction(OutsideTransaction operation, DdlCompiler compiler) {
    return all(operation.operations(), compiler).stream().map(DdlStatement::outside).toList();
  }

  /**
   * Returns the statements of a block, if it is for this product.
   *
   * @param operation the block
   * @param compiler what compiles the operations in it
   */
  public List<DdlStatement> onDialects(OnDialects operation, DdlCompiler compiler) {
    return dialect.names().stream().anyMatch(operation.dialects()::contains)
        ? all(operation.operations(), compiler)
        : List.of();
  }

  /**
   * Returns the statements of an author's operation.
   *
   * @param operation the operation
   * @param compiler what compiles the operations it expands into
   * @throws OperationException if it expands into itself without an end
   */
  public List<DdlStatement> customOperation(CustomOperation operation, DdlCompiler compiler) {
    List<Operation> expanded = new ArrayList<>();
    expand(operation, 0, expanded);
    return all(expanded, compiler);
  }

  private void expand(CustomOperation operation, int depth, List<Operation> expanded) {
    if (depth == DEEPEST) {
      throw new OperationException(
          ErrorCode.INVALID_OPERATION,
          "Cannot run %s: it expands into itself, %d times over."
              .formatted(operation.describe(), DEEPEST),
          "Let expand return other operations.");
    }
    for (Operation each : operation.expand(dialect.names())) {
      if (each instanceof CustomOperation custom) {
        expand(custom, depth + 1, expanded);
      } else {
        expanded.add(each);
      }
    }
  }

  private static List<DdlStatement> all(List<Operation> operations, DdlCompiler compiler) {
    return operations.stream().flatMap(each -> compiler.compile(each).stream()).toList();
  }
}
