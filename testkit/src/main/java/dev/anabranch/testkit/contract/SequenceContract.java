package dev.anabranch.testkit.contract;

import static dev.anabranch.migration.Definitions.bigint;
import static dev.anabranch.migration.Definitions.column;
import static dev.anabranch.migration.Definitions.nextValue;
import static dev.anabranch.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.InspectionRequest;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.schema.SequenceOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sequences are created, changed, renamed and dropped, and count as asked for. */
public abstract class SequenceContract extends OperationContract {

  private static final SequenceOptions UP =
      SequenceOptions.defaults().startWith(10).incrementBy(5).minValue(5).maxValue(1000).cache(3);

  /** For the classes of the products. */
  protected SequenceContract() {}

  private boolean hasSequences() {
    return dialect().has(Capability.SEQUENCES);
  }

  @Test
  void isCreatedAsByDefault() {
    verify(op -> op.createSequence("number", SequenceOptions.defaults()));
  }

  @Test
  void isCreatedAsItsOptionsSay() {
    verify(
        op -> {
          op.createSequence("upwards", UP);
          op.createSequence("around", SequenceOptions.defaults().maxValue(900).cycle());
          op.createSequence(
              "downwards",
              SequenceOptions.defaults().incrementBy(-2).minValue(-500).maxValue(-1).startWith(-3));
        });
  }

  @Test
  void countsAsItsOptionsSay() {
    verify(
        op -> {
          op.createSequence("number", UP);
          op.createTable(
              "ticket",
              column("id", bigint()).defaultValue(nextValue("number")),
              column("note", varchar(9)));
        });
    if (hasSequences()) {
      // In one session: some servers give each session numbers of its own, as many as the cache
      // has.
      run(
          op -> {
            op.insertInto("ticket", "note").row("a").insert();
            op.insertInto("ticket", "note").row("b").insert();
          });
      assertThat(query("SELECT id FROM ticket ORDER BY id")).containsExactly("10", "15");
    }
  }

  @Test
  void countsOtherwiseAndAsBefore() {
    verify(
        op -> {
          if (hasSequences()) {
            op.createSequence("number", UP);
          }
        },
        op ->
            op.alterSequence(
                "number",
                SequenceOptions.defaults().incrementBy(7).maxValue(2000).cache(5).cycle(),
                UP));
  }

  @Test
  void keepsWhatAChangeDoesNotSpeakOf() {
    if (!hasSequences()) {
      return;
    }
    verify(
        op -> op.createSequence("number", UP.cycle()),
        op -> op.alterSequence("number", SequenceOptions.defaults().incrementBy(2)));
  }

  @Test
  void getsAnotherName() {
    verify(
        op -> {
          if (hasSequences()) {
            op.createSequence("number", UP);
          }
        },
        op -> op.renameSequence("number", "numero"));
  }

  @Test
  void isDroppedAndComesBackFromItsDefinition() {
    verify(
        op -> {
          if (hasSequences()) {
            op.createSequence("number", UP);
          }
        },
        op -> op.dropSequence("number", UP));
  }

  @Test
  void isNotCreatedTwiceAndMissedWhereItIsNotThere() {
    if (!hasSequences()) {
      return;
    }
    run(op -> op.createSequence("number", UP));

    assertThat(faultOf(op -> op.createSequence("number", UP)))
        .isEqualTo(ServerFault.ALREADY_EXISTS);
    assertThat(faultOf(op -> op.dropSequence("nothing"))).isEqualTo(ServerFault.MISSING_OBJECT);
  }

  @Test
  void mayBeThereOrMissingForTolerantOperations() {
    if (!hasSequences()) {
      return;
    }
    run(op -> op.createSequence("number", UP));
    var before = facts();

    runTolerantly(op -> op.ifNotExists().createSequence("number", UP));
    runTolerantly(op -> op.ifExists().dropSequence("nothing"));

    assertThat(facts()).isEqualTo(before);
  }

  @Test
  void ofAnIdentityIsNotListed() {
    run(op -> op.createTable("ticket", column("id", bigint()).identity().primaryKey()));

    assertThat(read().sequences()).isEmpty();
  }

  private List<String> positions() {
    try (Connection connection = database().connect()) {
      return dialect()
          .inspector()
          .sequencePositions(connection, InspectionRequest.currentSchema())
          .stream()
          .map(position -> position + " " + position.course() + " " + position.next())
          .toList();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tellsHowFarItHasCounted() {
    if (!hasSequences()) {
      assertThat(positions()).isEmpty();
      return;
    }
    SequenceOptions exactly = SequenceOptions.defaults().cache(1);
    run(
        op -> {
          op.createSequence("ups", exactly.startWith(10).incrementBy(5).maxValue(1000));
          op.createSequence(
              "downs", exactly.incrementBy(-2).minValue(-500).maxValue(-1).startWith(-3));
        });
    assertThat(positions()).containsExactly("downs FALLING -3", "ups RISING 10");

    run(
        op -> {
          op.createTable(
              "ticket",
              column("id", bigint()).defaultValue(nextValue("ups")),
              column("other", bigint()).defaultValue(nextValue("downs")),
              column("note", varchar(9)));
          op.insertInto("ticket", "note").row("a").insert();
          op.insertInto("ticket", "note").row("b").insert();
        });
    assertThat(positions()).containsExactly("downs FALLING -7", "ups RISING 20");
  }

  @Test
  void ofAnIdentityTellsHowFarItHasCounted() {
    run(
        op ->
            op.createTable(
                "ticket",
                column("id", bigint()).identity().primaryKey(),
                column("note", varchar(9))));
    assertThat(positions()).containsExactly("ticket.id RISING 1");

    run(
        op -> {
          op.insertInto("ticket", "note").row("a").insert();
          op.insertInto("ticket", "note").row("b").insert();
        });
    List<String> counted = positions();

    // Oracle tells the first number behind those of the cache.
    assertThat(counted).hasSize(1);
    assertThat(Long.parseLong(counted.get(0).substring("ticket.id RISING ".length())))
        .isGreaterThanOrEqualTo(3);
  }
}
