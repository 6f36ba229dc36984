package dev.anabranch.diff;

import dev.anabranch.operation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is otherwise than it should be.
 *
 * @param kind whether it is missing, not expected, or changed
 * @param subject the thing, by the name it should have
 * @param change the aspect in which it differs; present for what is changed, and for nothing else
 * @param mending what would mend it, in the order in which it runs, with what leans on it taken
 *     away and put back; empty where no operation can. To mend several differences use {@link
 *     SchemaDiffer#mending}, for what mends one may mend others
 */
public record SchemaDifference(
    Kind kind, Subject subject, Optional<Change> change, List<Operation> mending) {

  /** How a thing differs. */
  public enum Kind {
    /** It should be there and is not. */
    MISSING,
    /** It is there and should not be. */
    UNEXPECTED,
    /** It is there, otherwise. */
    CHANGED
  }

  /** Copies the list and checks that the parts fit each other. */
  public SchemaDifference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    mending = List.copyOf(mending);
    if (change.isPresent() != (kind == Kind.CHANGED)) {
      throw new IllegalArgumentException("What is changed says in what, and nothing else does.");
    }
  }

  /** Returns whether operations can mend it. */
  public boolean isMendable() {
    return !mending.isEmpty();
  }

  /** Returns the difference in words on one line, as {@link Wording#COMPARISON} puts it. */
  public String describe() {
    return describe(Wording.COMPARISON);
  }

  /**
   * Returns the difference in words on one line. Long texts are shortened to the first place where
   * they differ.
   *
   * @param wording how it is put
   */
  public String describe(Wording wording) {
    String what = subject.describe();
    return switch (kind) {
      case MISSING -> wording.missing(what);
      case UNEXPECTED -> wording.unexpected(what);
      case CHANGED -> describe(wording, what, change.orElseThrow());
    };
  }

  private static String describe(Wording wording, String what, Change change) {
    Excerpt words =
        Excerpt.of(
            change.expected().orElse(""),
            change.actual().orElse(""),
            change.aspect().style() == Aspect.Style.QUOTED);
    if (change.aspect() == Aspect.NAME
        && change.expected().isPresent()
        && change.actual().isPresent()) {
      return wording.renamed(what, words.expected(), words.actual());
    }
    String aspect =
        change.aspect().style() == Aspect.Style.BARE
            ? what
            : what + ": " + Excerpt.line(change.words());
    if (change.actual().isEmpty()) {
      return wording.missing(aspect + " " + words.expected());
    } else if (change.expected().isEmpty()) {
      return wording.unexpected(aspect + " " + words.actual());
    }
    return wording.changed(aspect, words.expected(), words.actual());
  }
}
