package dev.anabranch.revision;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to the revision graph that has no answer; every kind of failure is a class of its own
 * with its data.
 *
 * <p>The message begins with what the caller was about to do, such as {@code Cannot upgrade to
 * "head": ...}.
 *
 * @since 0.1
 */
public abstract sealed class RevisionException extends AnabranchException
    permits InvalidGraphException,
        RevisionException.NotFound,
        RevisionException.Ambiguous,
        RevisionException.NotOnBranch,
        RevisionException.MultipleHeads,
        RevisionException.AmbiguousWalk,
        RevisionException.WalkOutOfRange,
        RevisionException.AmbiguousCurrent,
        RevisionException.NotConnected,
        RevisionException.NothingToDowngrade,
        RevisionException.Overlapping,
        RevisionException.VersionRows,
        RevisionException.Syntax,
        RevisionException.Draft {

  private static final long serialVersionUID = 1L;

  RevisionException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
  }

  /** No revision, label or branch has the name. */
  public static final class NotFound extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final transient List<String> candidates;

    NotFound(
        ErrorCode code,
        String message,
        @Nullable String hint,
        String name,
        List<String> candidates) {
      super(code, message, hint);
      this.name = name;
      this.candidates = List.copyOf(candidates);
    }

    /** Returns the name that was looked up. */
    public String name() {
      return name;
    }

    /** Returns the ids and labels that come closest, nearest first; may be empty. */
    public List<String> candidates() {
      return candidates;
    }
  }

  /** A shortened name fits several revisions. */
  public static final class Ambiguous extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final String name;
    private final transient List<String> matches;

    Ambiguous(String message, @Nullable String hint, String name, List<String> matches) {
      super(ErrorCode.AMBIGUOUS_REVISION, message, hint);
      this.name = name;
      this.matches = List.copyOf(matches);
    }

    /** Returns the shortened name. */
    public String name() {
      return name;
    }

    /** Returns the ids and labels that begin with it, sorted. */
    public List<String> matches() {
      return matches;
    }
  }

  /** The revision exists, but not on the named branch. */
  public static final class NotOnBranch extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final String id;
    private final String branch;

    NotOnBranch(String message, @Nullable String hint, String id, String branch) {
      super(ErrorCode.NOT_ON_BRANCH, message, hint);
      this.id = id;
      this.branch = branch;
    }

    /** Returns the id of the revision. */
    public String id() {
      return id;
    }

    /** Returns the branch as it was named. */
    public String branch() {
      return branch;
    }
  }

  /** One head was asked for and there are several. */
  public static final class MultipleHeads extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> heads;

    MultipleHeads(String message, @Nullable String hint, List<String> heads) {
      super(ErrorCode.MULTIPLE_HEADS, message, hint);
      this.heads = List.copyOf(heads);
    }

    /** Returns the ids of the heads, sorted. */
    public List<String> heads() {
      return heads;
    }
  }

  /** A relative walk meets a fork (upwards) or a merge (downwards). */
  public static final class AmbiguousWalk extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> choices;

    AmbiguousWalk(String message, @Nullable String hint, List<String> choices) {
      super(ErrorCode.AMBIGUOUS_WALK, message, hint);
      this.choices = List.copyOf(choices);
    }

    /** Returns the ids the walk could go on to, sorted. */
    public List<String> choices() {
      return choices;
    }
  }

  /** A relative walk leaves the graph, or goes the wrong way. */
  public static final class WalkOutOfRange extends RevisionException {
    private static final long serialVersionUID = 1L;

    WalkOutOfRange(String message, @Nullable String hint) {
      super(ErrorCode.WALK_OUT_OF_RANGE, message, hint);
    }
  }

  /** A relative target counts from the database, which stands at several revisions. */
  public static final class AmbiguousCurrent extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> rows;

    AmbiguousCurrent(String message, @Nullable String hint, List<String> rows) {
      super(ErrorCode.AMBIGUOUS_CURRENT, message, hint);
      this.rows = List.copyOf(rows);
    }

    /** Returns the revisions the count could start from, sorted. */
    public List<String> rows() {
      return rows;
    }
  }

  /** The two ends of a range do not lie on one line. */
  public static final class NotConnected extends RevisionException {
    private static final long serialVersionUID = 1L;

    NotConnected(String message, @Nullable String hint) {
      super(ErrorCode.RANGE_NOT_CONNECTED, message, hint);
    }
  }

  /** The downgrade target is not applied, or the named branch has nothing above it. */
  public static final class NothingToDowngrade extends RevisionException {
    private static final long serialVersionUID = 1L;

    NothingToDowngrade(ErrorCode code, String message, @Nullable String hint) {
      super(code, message, hint);
    }
  }

  /** One of several targets lies below another. */
  public static final class Overlapping extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final String lower;
    private final String upper;

    Overlapping(String message, @Nullable String hint, String lower, String upper) {
      super(ErrorCode.OVERLAPPING_TARGETS, message, hint);
      this.lower = lower;
      this.upper = upper;
    }

    /** Returns the id of the lower one. */
    public String lower() {
      return lower;
    }

    /** Returns the id of the upper one. */
    public String upper() {
      return upper;
    }
  }

  /** The version table holds rows that no revision has, or rows that other rows already imply. */
  public static final class VersionRows extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> rows;

    VersionRows(ErrorCode code, String message, @Nullable String hint, List<String> rows) {
      super(code, message, hint);
      this.rows = List.copyOf(rows);
    }

    /** Returns the rows in question, sorted. */
    public List<String> rows() {
      return rows;
    }
  }

  /** The text is no target expression, or not one of the kind that is wanted here. */
  public static final class Syntax extends RevisionException {
    private static final long serialVersionUID = 1L;
    private final String text;

    Syntax(ErrorCode code, String message, @Nullable String hint, String text) {
      super(code, message, hint);
      this.text = text;
    }

    /** Returns the text as it was given. */
    public String text() {
      return text;
    }
  }

  /** A new revision cannot be added where it was asked for. */
  public static final class Draft extends RevisionException {
    private static final long serialVersionUID = 1L;

    Draft(ErrorCode code, String message, @Nullable String hint) {
      super(code, message, hint);
    }
  }
}
