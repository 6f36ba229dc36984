package dev.anabranch.testkit.corpus;

import dev.anabranch.operation.Inverse;
import dev.anabranch.operation.Inverses;
import dev.anabranch.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Revisions made by chance. The same seed makes the same revisions, on every machine.
 *
 * @param revisions in the order in which they are applied
 */
public record RevisionCorpus(List<CorpusRevision> revisions) {

  /** Copies the list. */
  public RevisionCorpus {
    revisions = List.copyOf(revisions);
  }

  /** Returns the corpus by which products are compared: every operation and every type is in it. */
  public static RevisionCorpus ofEverything() {
    return generate(20_261_127, 150);
  }

  /**
   * Makes a corpus. What cannot be taken back stands in its first third only, so that the rest can
   * be.
   *
   * @param seed what the choices follow from
   * @param revisions how many
   */
  public static RevisionCorpus generate(long seed, int revisions) {
    CorpusState state = new CorpusState(seed);
    CorpusSteps steps = new CorpusSteps(state);
    List<CorpusRevision> made = new ArrayList<>();
    for (int number = 1; number <= revisions; number++) {
      made.add(new CorpusRevision(number, revision(state, steps, number <= revisions / 3)));
    }
    return new RevisionCorpus(made);
  }

  private static List<Operation> revision(
      CorpusState state, CorpusSteps steps, boolean irreversible) {
    List<Operation> operations = new ArrayList<>();
    int wanted = 1 + state.below(4);
    while (operations.size() < wanted) {
      Optional<List<Operation>> step = steps.next();
      boolean fits =
          step.filter(some -> irreversible || Inverses.of(some) instanceof Inverse.Of).isPresent();
      if (fits) {
        state.apply(step.get());
        operations.addAll(step.get());
      }
    }
    return operations;
  }

  /** Returns the operations of all revisions, in order, without those inside of others. */
  public List<Operation> operations() {
    return revisions.stream().flatMap(revision -> revision.operations().stream()).toList();
  }
}
