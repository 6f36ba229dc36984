package dev.anabranch.dialect;

import dev.anabranch.operation.Operation;
import java.util.List;

/**
 * Turns operations into the statements of one server release. Immutable and safe for use by several
 * threads.
 *
 * <p>The same operation always becomes the same statements, online and in a script, so that a run
 * that was left half-way can be resumed and a script reviewed: what depends on the state of the
 * database is looked up by the statements themselves.
 */
@FunctionalInterface
public interface DdlCompiler {

  /**
   * Returns the statements of an operation, in the order in which they run; none where there is
   * nothing to do on this product.
   *
   * @throws dev.anabranch.operation.OperationException if this release cannot do it, naming
   *     operation, product, release and the way round
   * @throws dev.anabranch.sql.NameTooLongException if the server cannot keep a name of it
   */
  List<DdlStatement> compile(Operation operation);
}
