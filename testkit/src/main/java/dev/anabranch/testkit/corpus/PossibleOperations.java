package dev.anabranch.testkit.corpus;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.SchemaException;
import dev.anabranch.testkit.schema.AbsentObjectException;
import dev.anabranch.testkit.schema.Requirements;
import dev.anabranch.testkit.schema.SchemaModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a product can do of a corpus, one revision after the other. What it cannot do has to be
 * refused and is left out, with what builds on it. For one thread.
 */
public final class PossibleOperations {

  private final Dialect dialect;
  private final Set<Capability> capabilities;
  private SchemaModel model;
  private int skipped;

  /** Begins with an empty database of a product that can do all it can. */
  public PossibleOperations(Dialect dialect) {
    this(dialect, dialect.capabilities());
  }

  PossibleOperations(Dialect dialect, Set<Capability> capabilities) {
    this.dialect = dialect;
    this.capabilities = Set.copyOf(capabilities);
    this.model = SchemaModel.empty(dialect);
  }

  /**
   * Returns what the product can do of the next revision.
   *
   * @throws AssertionError if it does not refuse what it says that it cannot do
   */
  public List<Operation> next(CorpusRevision revision) {
    List<Operation> possible = new ArrayList<>();
    for (Operation each : revision.operations()) {
      Operation operation = new Adaptation(model.schema()).of(each);
      Set<Capability> missing = new LinkedHashSet<>(Requirements.of(operation, dialect.names()));
      missing.removeAll(capabilities);
      Optional<SchemaModel> then = missing.isEmpty() ? applied(operation) : Optional.empty();
      if (then.isPresent()) {
        model = then.get();
        possible.add(operation);
      } else {
        skipped++;
        missing.removeAll(dialect.capabilities());
        if (!missing.isEmpty()) {
          requireRefusal(operation, missing);
        }
      }
    }
    return List.copyOf(possible);
  }

  /** Returns what there is behind the last revision. */
  SchemaModel model() {
    return model;
  }

  /** Returns how many operations were left out. */
  int skipped() {
    return skipped;
  }

  private Optional<SchemaModel> applied(Operation operation) {
    try {
      return Optional.of(model.apply(List.of(operation)));
    } catch (AbsentObjectException | SchemaException e) {
      // It builds on what the product could not do.
      return Optional.empty();
    }
  }

  private void requireRefusal(Operation operation, Set<Capability> missing) {
    try {
      dialect.ddl().compile(operation);
    } catch (OperationException e) {
      if (e.code() == ErrorCode.UNSUPPORTED_OPERATION) {
        return;
      }
      throw e;
    }
    throw new AssertionError(
        dialect.name() + " lacks " + missing + " and does not refuse to " + operation.describe());
  }
}
