package dev.anabranch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.migration.Operations;
import dev.anabranch.operation.OperationException;
import dev.anabranch.schema.TableConstraint;
import dev.anabranch.testkit.portability.OperationSample;
import dev.anabranch.testkit.portability.OperationSamples;
import dev.anabranch.testkit.schema.Requirements;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reference of operations tells of the product is so. */
public abstract class OperationCapabilityContract extends OperationContract {

  // What an operation cannot ask for is checked by other topics.
  private static final Set<Capability> ELSEWHERE =
      EnumSet.of(
          Capability.TRANSACTIONAL_DDL,
          Capability.LOCK_HOLDER,
          Capability.STATEMENTS_OUTSIDE_TRANSACTION,
          Capability.IF_EXISTS,
          Capability.ENUM_TYPES,
          Capability.NAMED_PRIMARY_KEYS,
          Capability.UNIQUE_INDEXES,
          Capability.EMPTY_TEXT);

  /** For the classes of the products. */
  protected OperationCapabilityContract() {}

  static Stream<OperationSample> everySample() {
    return OperationSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everySample")
  void isDoneWhereItIsDeclaredAndRefusedWhereItIsNot(OperationSample sample) {
    verify(sample.given(), sample.asked());
  }

  @Test
  void everyCapabilityIsAskedForByAnExample() {
    List<String> names = dialect().names();
    Set<Capability> asked = EnumSet.copyOf(ELSEWHERE);
    OperationSamples.all()
        .forEach(
            sample ->
                sample
                    .operations(dialect())
                    .forEach(operation -> asked.addAll(Requirements.of(operation, names))));

    assertThat(asked).containsExactlyInAnyOrder(Capability.values());
  }

  @Test
  void whatForgivesEverywhereIsDeclaredToDoSo() {
    List<Consumer<Operations>> forgiving =
        new Consumers()
            .with(op -> op.ifExists().dropTable("nothing"))
            .with(op -> op.ifExists().dropView("nothing"))
            .with(op -> op.ifExists().dropIndex("t", "nothing"))
            .with(op -> op.ifExists().dropColumn("t", "nothing"))
            .with(op -> op.ifExists().dropConstraint("t", TableConstraint.Kind.UNIQUE, "nothing"))
            .all();
    run(OperationSamples.all().get(1).given());
    long refused = 0;
    for (var body : forgiving) {
      try {
        compiled(recorded(body));
        run(body);
      } catch (OperationException e) {
        recorded(body).forEach(this::assertRefused);
        refused++;
      }
    }

    assertThat(refused == 0).isEqualTo(dialect().has(Capability.IF_EXISTS));
  }
}
