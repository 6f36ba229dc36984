package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.confluence.Access.Kind;
import java.util.Optional;
import java.util.Set;

/** What follows from two revisions touching one object. */
final class CommutationRules {

  private static final Set<Kind> PARTIAL = Set.of(Kind.APPEND, Kind.CHANGE);

  private CommutationRules() {}

  /**
   * Compares what two revisions do to one object.
   *
   * @return what follows; empty if the order makes no difference to the object
   */
  static Optional<SharedObject> compare(Access one, Access other, String first, String second) {
    if (commute(one, other)) {
      return Optional.empty();
    }
    boolean certain =
        one.isCertain()
            && other.isCertain()
            && one.object().relation().equals(other.object().relation());
    if (certain && one.object().kind().isNamed()) {
      Optional<SharedObject> known = named(one, other, first, second);
      if (known.isPresent()) {
        return known;
      }
    }
    if (certain && differ(one, other)) {
      return Optional.of(
          SharedObject.of(
              Verdict.CONTRADICTS,
              one.words(),
              "%s and %s change the %s of %s differently"
                  .formatted(first, second, one.aspect(), holder(one))));
    }
    return Optional.of(
        SharedObject.of(Verdict.UNDECIDED, one.words(), words(one, other, first, second)));
  }

  private static boolean commute(Access one, Access other) {
    boolean reads = one.kind() == Kind.READ;
    boolean otherReads = other.kind() == Kind.READ;
    if (reads && otherReads) {
      return true;
    }
    return switch (one.object().kind()) {
      case COLUMN -> (reads && isComment(other)) || (otherReads && isComment(one));
      case COLUMNS, INDEXES -> PARTIAL.contains(one.kind()) && PARTIAL.contains(other.kind());
      // They count where another gives such a name itself.
      case NAMES -> true;
      case ROWS -> one.kind() != Kind.WRITE && other.kind() != Kind.WRITE;
      default -> false;
    };
  }

  private static boolean isComment(Access access) {
    return access.kind() == Kind.WRITE && access.aspect().equals("comment");
  }

  private static Optional<SharedObject> named(
      Access one, Access other, String first, String second) {
    boolean replaceable = one.object().kind() == SchemaObject.Kind.INDEX_KEY;
    if (replaceable) {
      return Optional.empty();
    }
    boolean same = one.kind() == other.kind();
    if (same && (one.kind() == Kind.CREATE || one.kind() == Kind.DROP)) {
      if (one.isRenaming() != other.isRenaming()) {
        return Optional.of(
            SharedObject.of(Verdict.CONTRADICTS, one.words(), words(one, other, first, second)));
      }
      String verb = one.kind() == Kind.CREATE ? "create" : one.isRenaming() ? "rename" : "drop";
      return Optional.of(
          SharedObject.of(
              Verdict.CONTRADICTS,
              one.words(),
              "%s and %s both %s %s".formatted(first, second, verb, one.words())));
    }
    if (one.kind() == Kind.CREATE && other.kind() != Kind.DROP) {
      return Optional.of(ordered(one, other, first, second));
    } else if (other.kind() == Kind.CREATE && one.kind() != Kind.DROP) {
      return Optional.of(ordered(other, one, second, first));
    } else if (one.kind() == Kind.DROP && other.kind() != Kind.CREATE) {
      return Optional.of(ordered(other, one, second, first));
    } else if (other.kind() == Kind.DROP && one.kind() != Kind.CREATE) {
      return Optional.of(ordered(one, other, first, second));
    }
    return Optional.empty();
  }

  private static SharedObject ordered(Access one, Access other, String first, String second) {
    return new SharedObject(
        Verdict.NEEDS_ORDER,
        one.words(),
        words(one, other, first, second),
        Optional.of(new SharedObject.Order(first, second)));
  }

  private static boolean differ(Access one, Access other) {
    return one.kind() == Kind.WRITE
        && other.kind() == Kind.WRITE
        && !one.aspect().isEmpty()
        && one.aspect().equals(other.aspect())
        && !one.detail().equals(other.detail());
  }

  private static String words(Access one, Access other, String first, String second) {
    String noun = one.kind() == Kind.READ ? other.words() : one.words();
    String pronoun = one.object().isPlural() ? "them" : "it";
    return "%s %s %s, %s %s %s".formatted(first, verb(one), noun, second, verb(other), pronoun);
  }

  /** Returns what a revision does, in words. */
  static String words(Access access, String revision) {
    return revision + " " + verb(access) + " " + access.words();
  }

  // The comment is that of the table, not of its settings.
  private static String holder(Access access) {
    return access.object().kind() == SchemaObject.Kind.SETTINGS
        ? access.object().relation().toString()
        : access.words();
  }

  private static String verb(Access access) {
    if (access.isRenaming()) {
      return access.isCertain() ? "renames" : "may rename";
    }
    return access.isCertain() ? access.kind().verb() : "may " + access.kind().infinitive();
  }
}
