package dev.anabranch.revision;

import dev.anabranch.revision.RevisionTarget.Absolute;
import dev.anabranch.revision.RevisionTarget.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A revision that is to be created, checked completely before anything is written.
 *
 * <p>A draft is a value; the {@code with} methods return a changed copy. {@link #on(RevisionGraph)}
 * gives the revision.
 *
 * @param id the id of the new revision
 * @param message what it does, in one line; may be empty
 * @param parents what it comes after; {@code base} makes a new base, several make a merge
 * @param splice whether a parent may be no head, which makes a branch
 * @param labels its branch labels
 * @param dependsOn what must be applied first although it is no parent
 * @since 0.1
 */
public record RevisionDraft(
    String id,
    String message,
    List<RevisionTarget> parents,
    boolean splice,
    List<String> labels,
    List<RevisionTarget> dependsOn) {

  /** Copies the lists. */
  public RevisionDraft {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(message, "message");
    parents = List.copyOf(parents);
    labels = List.copyOf(labels);
    dependsOn = List.copyOf(dependsOn);
  }

  /** Returns a draft that follows the one head. */
  public static RevisionDraft of(String id, String message) {
    RevisionTarget head = new Absolute(Optional.empty(), Symbol.HEAD);
    return new RevisionDraft(id, message, List.of(head), false, List.of(), List.of());
  }

  /** Returns a draft with these parents. */
  public RevisionDraft withParents(RevisionTarget... targets) {
    return new RevisionDraft(id, message, Arrays.asList(targets), splice, labels, dependsOn);
  }

  /** Returns a draft whose parents need not be heads. */
  public RevisionDraft withSplice() {
    return new RevisionDraft(id, message, parents, true, labels, dependsOn);
  }

  /** Returns a draft with these labels. */
  public RevisionDraft withLabels(String... names) {
    return new RevisionDraft(id, message, parents, splice, Arrays.asList(names), dependsOn);
  }

  /** Returns a draft with these dependencies. */
  public RevisionDraft withDependencies(RevisionTarget... targets) {
    return new RevisionDraft(id, message, parents, splice, labels, Arrays.asList(targets));
  }

  /**
   * Returns the revision as it has to be written, with full ids.
   *
   * @throws InvalidGraphException if several things are wrong, or the id or a label is illegal or
   *     taken
   * @throws RevisionException if only a parent or dependency cannot be used
   */
  public Revision on(RevisionGraph graph) {
    return new DraftCheck(this, graph).revision();
  }
}
