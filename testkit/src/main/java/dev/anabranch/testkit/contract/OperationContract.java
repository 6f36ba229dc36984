package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.DdlStatement;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.DatabaseSchema;
import dev.anabranch.testkit.portability.OperationSample;
import dev.anabranch.testkit.portability.Portability;
import dev.anabranch.testkit.schema.LogicalSchema;
import dev.anabranch.testkit.schema.Requirements;
import dev.anabranch.testkit.schema.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the topics about operations share: whatever is asked for is done and read back as it was
 * asked for, or refused before anything is sent, as the product's capabilities say.
 */
public abstract class OperationContract extends DialectContract {

  /** For the topics. */
  protected OperationContract() {}

  /** Returns what a body records, on this product. */
  protected final List<Operation> recorded(Consumer<Operations> body) {
    return OperationSample.recorded(dialect(), body);
  }

  /** Compiles operations and runs the statements, each by itself. */
  protected final void run(List<Operation> operations) {
    try {
      send(operations);
    } catch (SQLException e) {
      throw new AssertionError("the server refused: " + e.getMessage(), e);
    }
  }

  /** Compiles what a body records and runs the statements, each by itself. */
  protected final void run(Consumer<Operations> body) {
    run(recorded(body));
  }

  private void send(List<Operation> operations) throws SQLException {
    List<DdlStatement> statements = compiled(operations);
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (DdlStatement each : statements) {
        try {
          for (String preparation : each.preparation()) {
            statement.execute(preparation);
          }
          statement.execute(each.sql());
        } catch (SQLException e) {
          throw new SQLException(
              e.getMessage() + "\nin: " + each.sql(), e.getSQLState(), e.getErrorCode(), e);
        }
      }
    }
  }

  /** Returns the statements of operations on this product. */
  protected final List<DdlStatement> compiled(List<Operation> operations) {
    Dialect dialect = dialect();
    return operations.stream().flatMap(each -> dialect.ddl().compile(each).stream()).toList();
  }

  /** Runs what a body records and returns the server's error; null if there is none. */
  protected final @Nullable SQLException failureOf(Consumer<Operations> body) {
    List<Operation> operations = recorded(body);
    return catchThrowableOfType(SQLException.class, () -> send(operations));
  }

  /** Runs what a body records and returns what the server's error means. */
  protected final ServerFault faultOf(Consumer<Operations> body) {
    SQLException failure = failureOf(body);
    if (failure == null) {
      throw new AssertionError("the server took it");
    }
    return provider().errors().classify(failure);
  }

  /** Reads the connection's own schema. */
  protected final DatabaseSchema read() {
    return read(InspectionRequest.currentSchema());
  }

  /** Reads what a request asks for. */
  protected final DatabaseSchema read(InspectionRequest request) {
    try (Connection connection = database().connect()) {
      return dialect().inspector().inspect(connection, request);
    } catch (SQLException e) {
      throw new AssertionError("the inspector failed", e);
    }
  }

  /** Returns what the server has, as lines. */
  protected final List<String> facts() {
    return Portability.compared(LogicalSchema.of(read(), dialect()), dialect()).lines();
  }

  /** Returns what some operations ask for and the product does not declare. */
  protected final Set<Capability> missing(List<Operation> operations) {
    Dialect dialect = dialect();
    Set<Capability> missing = EnumSet.noneOf(Capability.class);
    operations.forEach(each -> missing.addAll(Requirements.of(each, dialect.names())));
    missing.removeAll(dialect.capabilities());
    return missing;
  }

  /**
   * Checks operations on an empty database, as {@link #verify(Consumer, Consumer)} does.
   *
   * @param asked records what is to be checked
   */
  protected final void verify(Consumer<Operations> asked) {
    verify(op -> {}, asked);
  }

  /**
   * Checks operations both ways. Where the product has the capabilities that they ask for, the
   * schema is read back as they describe it; taken back, it is as it was; done again, it is the
   * same again. Where it lacks one, they are refused with a way round and nothing is sent.
   *
   * @param given records what is there before; every product can do it
   * @param asked records what is to be checked
   */
  protected final void verify(Consumer<Operations> given, Consumer<Operations> asked) {
    List<Operation> before = recorded(given);
    run(before);
    SchemaModel model = SchemaModel.empty(dialect()).apply(before);
    assertHas(model);
    verify(model, recorded(asked));
  }

  /**
   * Checks operations on what is there, as {@link #verify(Consumer, Consumer)} does, by what is
   * read and not by what they describe: taken back, the schema is as it was.
   *
   * @param asked records what is to be checked
   */
  protected final void verifyInverse(Consumer<Operations> asked) {
    List<Operation> operations = recorded(asked);
    Inverse inverse = Inverses.of(operations);
    assertThat(inverse).isInstanceOf(Inverse.Of.class);
    List<String> before = facts();
    Set<Capability> missing = missing(operations);
    if (!missing.isEmpty()) {
      assertRefused(operations, missing);
    } else {
      run(operations);
      assertThat(facts()).as("the change is seen").isNotEqualTo(before);
      run(((Inverse.Of) inverse).operations());
    }
    assertThat(facts()).isEqualTo(before);
  }

  private void verify(SchemaModel model, List<Operation> operations) {
    Set<Capability> missing = missing(operations);
    if (!missing.isEmpty()) {
      assertRefused(operations, missing);
      assertHas(model);
      return;
    }
    run(operations);
    SchemaModel then = model.apply(operations);
    assertHas(then);
    if (Inverses.of(operations) instanceof Inverse.Of back) {
      run(back.operations());
      assertHas(model);
      run(operations);
      assertHas(then);
    }
  }

  /**
   * Runs operations that forgive what is missing or there already; where the product does not
   * declare that it can, they may be refused instead.
   */
  protected final void runTolerantly(Consumer<Operations> body) {
    List<Operation> operations = recorded(body);
    if (!dialect().has(Capability.IF_EXISTS)) {
      try {
        compiled(operations);
      } catch (OperationException e) {
        operations.forEach(this::assertRefused);
        return;
      }
    }
    run(operations);
  }

  /** Checks that the server has what a model describes. */
  protected final void assertHas(SchemaModel model) {
    assertThat(facts())
        .isEqualTo(Portability.expected(model.facts(dialect()), dialect()).schema().lines());
  }

  /**
   * Checks that the first of some operations that asks for a missing capability is refused, with
   * its name, the product and its release, and a way round.
   */
  protected final void assertRefused(List<Operation> operations, Set<Capability> missing) {
    Dialect dialect = dialect();
    List<Operation> refused =
        operations.stream()
            .filter(
                each -> Requirements.of(each, dialect.names()).stream().anyMatch(missing::contains))
            .toList();
    for (Operation operation : refused) {
      assertRefused(operation);
    }
  }

  /** Checks that an operation is refused before anything is sent, with a way round. */
  protected final void assertRefused(Operation operation) {
    Dialect dialect = dialect();
    OperationException refusal =
        catchThrowableOfType(OperationException.class, () -> dialect.ddl().compile(operation));
    assertThat(refusal).as("%s has to be refused", operation.describe()).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_OPERATION);
    assertThat(refusal)
        .hasMessageStartingWith("Cannot ")
        .hasMessageContainingAll(operation.describe().split(" "))
        .hasMessageContaining(dialect.version().toString());
    assertThat(refusal.getMessage()).containsIgnoringCase(dialect.name());
    assertThat(refusal.hint()).as("the way round").isPresent();
  }

  /** Returns two bodies, one after the other, as one. */
  protected static Consumer<Operations> all(
      Consumer<Operations> first, Consumer<Operations> second) {
    return first.andThen(second);
  }
}
