package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import java.util.List;

/** The wording of what goes wrong with targets, in one place so that it stays uniform. */
final class Failures {

  private static final int SHOWN = 10;

  private Failures() {}

  static RevisionException notFound(Request request, String name, Names names) {
    return names.unknown(ErrorCode.UNKNOWN_REVISION, request, "revision or label", name);
  }

  static RevisionException unknownBranch(Request request, String branch, Names names) {
    return names.unknown(ErrorCode.UNKNOWN_BRANCH, request, "branch", branch);
  }

  static RevisionException ambiguous(Request request, String name, List<String> matches) {
    return new RevisionException.Ambiguous(
        request.cannot(
            "\"" + name + "\" fits " + matches.size() + " names (" + list(matches) + ")"),
        "Write more of the id.",
        name,
        matches);
  }

  static RevisionException notOnBranch(Request request, String id, String branch) {
    return new RevisionException.NotOnBranch(
        request.cannot("revision " + id + " is not on branch \"" + branch + "\""),
        "Leave the branch name out, or name a revision of that branch.",
        id,
        branch);
  }

  static RevisionException multipleHeads(Request request, String subject, List<String> heads) {
    return new RevisionException.MultipleHeads(
        request.cannot(subject + " has " + heads.size() + " heads (" + list(heads) + ")"),
        "Name one of them, label@head for the head of a branch, or heads for all; or merge them.",
        heads);
  }

  static RevisionException fork(Request request, String at, List<String> choices) {
    return new RevisionException.AmbiguousWalk(
        request.cannot("the way up forks after " + at + " (" + list(choices) + ")"),
        "Name the branch, as in label@+1, or the revision.",
        choices);
  }

  static RevisionException merge(Request request, String at, List<String> choices) {
    return new RevisionException.AmbiguousWalk(
        request.cannot("the way down forks at " + at + " (" + list(choices) + ")"),
        "Name the revision to go to.",
        choices);
  }

  static RevisionException tooFewAbove(Request request, int steps) {
    String reason =
        switch (steps) {
          case 0 -> "no step leads to a revision";
          case 1 -> "there is no revision above";
          default -> "there are fewer than " + steps + " revisions above";
        };
    return outOfRange(request, reason);
  }

  static RevisionException tooFewBelow(Request request, String from, int walked) {
    int there = walked;
    return outOfRange(
        request,
        "only "
            + there
            + (there == 1 ? " revision lies" : " revisions lie")
            + " at or below "
            + from
            + " on its line");
  }

  static RevisionException relativeNotAlone(Request request) {
    return new RevisionException.NotFound(
        ErrorCode.UNKNOWN_REVISION,
        request.cannot("a count cannot stand next to other targets"),
        "Name the revision, or upgrade in two steps.",
        request.text(),
        List.of());
  }

  static RevisionException sameEnds(Request request) {
    return new RevisionException.NotFound(
        ErrorCode.UNKNOWN_REVISION,
        request.cannot("both ends are where the database stands"),
        "See that with: anabranch current",
        request.text(),
        List.of());
  }

  static RevisionException nothingToDowngrade(Request request, String id, boolean applied) {
    return new RevisionException.NothingToDowngrade(
        ErrorCode.NOTHING_TO_DOWNGRADE,
        request.cannot(
            applied ? "nothing applied revises " + id : "revision " + id + " is not applied"),
        "See where the database stands with: anabranch current");
  }

  static RevisionException nothingAboveOnBranch(Request request, String branch) {
    return new RevisionException.NothingToDowngrade(
        ErrorCode.INVALID_DOWNGRADE_TARGET,
        request.cannot("nothing above it belongs to branch \"" + branch + "\""),
        "Leave the branch name out, or name a lower revision.");
  }

  static RevisionException outOfRange(Request request, String reason) {
    return new RevisionException.WalkOutOfRange(request.cannot(reason), null);
  }

  static RevisionException wrongSign(Request request, String reason, String hint) {
    return new RevisionException.WalkOutOfRange(request.cannot(reason), hint);
  }

  /**
   * Counted targets have a meaning only where there is a direction; elsewhere they name nothing.
   */
  static RevisionException relativeNotAllowed(Request request) {
    return new RevisionException.NotFound(
        ErrorCode.UNKNOWN_REVISION,
        request.cannot("steps are counted by upgrade and downgrade only"),
        "Name the revision, a label, head, heads or base.",
        request.text(),
        List.of());
  }

  static RevisionException ambiguousCurrent(Request request, List<String> rows) {
    String steps = request.text().matches("[+-]\\d+") ? request.text() : "-1";
    return new RevisionException.AmbiguousCurrent(
        request.cannot("the database stands at " + rows.size() + " revisions (" + list(rows) + ")"),
        "Name the branch, as in label@" + steps + ", or the revision.",
        rows);
  }

  static RevisionException unknownRows(Request request, List<String> rows) {
    String named = rows.size() == 1 ? "row \"" + rows.get(0) + "\"" : "rows " + list(rows);
    return new RevisionException.VersionRows(
        ErrorCode.UNKNOWN_VERSION_ROW,
        request.cannot("the version table holds the " + named + ", which no revision has"),
        "Get the missing revision files, or write the right rows with: anabranch stamp --purge",
        rows);
  }

  static RevisionException redundantRows(Request request, List<String> rows, List<String> kept) {
    String implied = rows.size() == 1 ? ", which another row implies" : ", which other rows imply";
    return new RevisionException.VersionRows(
        ErrorCode.REDUNDANT_VERSION_ROW,
        request.cannot("the version table holds " + list(rows) + implied),
        "Reduce the rows with: anabranch stamp " + String.join(" ", kept),
        rows);
  }

  static RevisionException overlapping(Request request, String lower, String upper) {
    return new RevisionException.Overlapping(
        request.cannot("target " + lower + " is already part of target " + upper),
        "Leave " + lower + " out.",
        lower,
        upper);
  }

  static RevisionException notConnected(Request request, String lower, String upper) {
    return new RevisionException.NotConnected(
        request.cannot("\"" + lower + "\" is not below \"" + upper + "\""),
        "The lower end comes first, and both must lie on one line.");
  }

  static String list(List<String> ids) {
    return ids.size() <= SHOWN
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, SHOWN)) + ", and " + (ids.size() - SHOWN) + " more";
  }
}
