package dev.anabranch.revision;

import java.util.Objects;
import java.util.Optional;

/**
 * What a user names: a revision, several, a branch, or a number of steps from somewhere.
 *
 * <p>The grammar, in which the whole text must match:
 *
 * <pre>
 * target = [ branch "@" ] ( anchor | anchor offset | offset )
 * anchor = "head" | "heads" | "base" | "current" | name
 * offset = ( "+" | "-" ) digits
 * </pre>
 *
 * <p>A name is an id, a label, or the beginning of one that fits no other. A branch is a label, or
 * the name of any revision: it stands for everything at or above and at or below it by parent
 * links. Whether a name exists is found out when the target meets a graph. A label may end like an
 * offset ({@code rel-2024}); where such a label exists it is meant, and not 2024 steps below {@code
 * rel}.
 *
 * <p>{@link #text()} is the canonical spelling: {@code parse(target.text())} gives an equal target.
 *
 * @since 0.1
 */
public sealed interface RevisionTarget {

  /**
   * Reads a target expression.
   *
   * @throws RevisionException.Syntax if the text is none
   */
  static RevisionTarget parse(String text) {
    return TargetParser.parse(text);
  }

  /** Returns the target that stands for this one revision. */
  static RevisionTarget ofId(String id) {
    return new Absolute(Optional.empty(), new Named(id));
  }

  /** Returns the branch before the {@code @}, if one is named. */
  Optional<String> branch();

  /** Returns the canonical spelling. */
  String text();

  /**
   * Returns whether {@code current} is part of it, so that only a database can say what it means.
   */
  default boolean namesCurrent() {
    if (this instanceof Absolute absolute) {
      return absolute.anchor() == Symbol.CURRENT;
    }
    return this instanceof Relative relative
        && relative.anchor().filter(Symbol.CURRENT::equals).isPresent();
  }

  /**
   * A place in the graph or in the database.
   *
   * @param branch the branch it has to lie on, if one is named
   * @param anchor the place
   */
  record Absolute(Optional<String> branch, Anchor anchor) implements RevisionTarget {

    /** Checks that the parts are there. */
    public Absolute {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(anchor, "anchor");
    }

    @Override
    public String text() {
      return branch.map(name -> name + "@").orElse("") + anchor.text();
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
      return text();
    }
  }

  /**
   * A number of steps from somewhere.
   *
   * @param branch the branch to keep to, if one is named
   * @param anchor where to count from; absent for the rows of the database
   * @param offset how many steps: upwards if positive, downwards if negative
   */
  record Relative(Optional<String> branch, Optional<Anchor> anchor, int offset)
      implements RevisionTarget {

    /** Checks that the parts are there. */
    public Relative {
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(anchor, "anchor");
    }

    @Override
    public String text() {
      return branch.map(name -> name + "@").orElse("") + word();
    }

    /** Returns the part after the {@code @}, which could also be a label that ends in digits. */
    String word() {
      return anchor.map(Anchor::text).orElse("") + (offset < 0 ? "" : "+") + offset;
    }

    /** Returns {@link #text()}. */
    @Override
    public String toString() {
      return text();
    }
  }

  /** A place that a word stands for. */
  sealed interface Anchor {
    /** Returns the word. */
    String text();
  }

  /** The places with a name of their own. */
  enum Symbol implements Anchor {
    /** The one head. */
    HEAD("head"),
    /** All heads. */
    HEADS("heads"),
    /** Below everything: nothing is applied. */
    BASE("base"),
    /** Where the database stands. */
    CURRENT("current");

    private final String text;

    Symbol(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /**
   * The revision with a name.
   *
   * @param text an id, a label, or the beginning of one
   */
  record Named(String text) implements Anchor {

    /** Checks that the name is not empty. */
    public Named {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("a name must not be empty");
      }
    }
  }
}
