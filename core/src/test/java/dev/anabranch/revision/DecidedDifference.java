package dev.anabranch.revision;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.CaseRunner.Outcome;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Anabranch answers differently on purpose although the case notes no anomaly. Each is told
 * in {@code docs/explanation/differences-from-alembic.md}; a case counts only if its input and our
 * answer both fit.
 */
@SuppressWarnings("ImmutableEnumChecker") // the conditions are lambdas without state
enum DecidedDifference {
  DUPLICATE_ID(
      "one id in two files is an error that names both",
      (example, outcome) ->
          example.warnsOf("duplicate_id") && outcome.codes().contains(ErrorCode.DUPLICATE_ID)),
  UNSEEN_CYCLE(
      "a cycle between a base and a head is found too",
      (example, outcome) ->
          example.expectedError().isEmpty()
              && !outcome.codes().isEmpty()
              && EnumSet.of(ErrorCode.CYCLE, ErrorCode.DEPENDENCY_CYCLE)
                  .containsAll(outcome.codes())),
  WHOLE_WORD(
      "the whole target is read, not its beginning",
      (example, outcome) ->
          !outcome.codes().isEmpty()
              && example.targets().stream().anyMatch(DecidedDifference::isReadHalf)),
  LABEL_LIKE_A_COUNT(
      "a label that ends like a count can be used",
      (example, outcome) ->
          example.revisions().stream()
              .flatMap(revision -> revision.labels().stream())
              .filter(label -> label.matches(".*[+-]\\d+"))
              .anyMatch(
                  label -> example.targets().stream().anyMatch(target -> target.contains(label)))),
  COUNT_FROM_A_LABEL_WITH_HYPHEN(
      "steps can be counted from any label",
      (example, outcome) ->
          example.revisions().stream()
              .flatMap(revision -> revision.labels().stream())
              .filter(label -> !label.matches("\\w+"))
              .anyMatch(
                  label ->
                      example.targets().stream()
                          .anyMatch(
                              target ->
                                  target.matches(
                                      "(.*[@:])?" + Pattern.quote(label) + "[+-]\\d+(:.*)?")))),
  BELOW_THE_BASE(
      "nothing lies below the base, where Alembic goes on at the heads",
      (example, outcome) ->
          outcome.codes().equals(Set.of(ErrorCode.WALK_OUT_OF_RANGE))
              && example.targets().stream()
                  .anyMatch(target -> target.matches("(.*[@:])?base-\\d+(:.*)?"))),
  BRANCH_BY_ITS_BEGINNING(
      "a branch at the lower end of a range can be shortened",
      (example, outcome) ->
          example.kind().equals("history")
              && example.targets().stream()
                  .filter(range -> range.matches("[^:@]+@.*:.*"))
                  .map(range -> range.substring(0, range.indexOf('@')))
                  .noneMatch(
                      branch ->
                          example.revisions().stream()
                              .anyMatch(
                                  revision ->
                                      revision.id().equals(branch)
                                          || revision.labels().contains(branch)))
              && example.targets().stream().anyMatch(range -> range.matches("[^:@]+@.*:.*"))),
  HEADS_THAT_OVERLAP(
      "a history may be asked for up to heads that depend on each other",
      (example, outcome) ->
          example.kind().equals("history")
              && outcome.codes().isEmpty()
              && example.expectedError().equals(Optional.of("overlapping_targets"))),
  EMPTY_BRANCH(
      "an empty name before the @ counts as none",
      (example, outcome) ->
          outcome.codes().isEmpty()
              && example.targets().stream().anyMatch(target -> target.startsWith("@-"))),
  SEVERAL_STARTS(
      "a script can start from several rows",
      (example, outcome) ->
          outcome.codes().isEmpty()
              && example.command().path("offline").asBoolean()
              && example.targets().stream().anyMatch(target -> target.contains(","))),
  ROW_BY_CHANCE(
      "which row the database lists first does not decide",
      (example, outcome) ->
          example.warnsOf("ambiguous_relative")
              && outcome.codes().equals(Set.of(ErrorCode.AMBIGUOUS_CURRENT))),
  CHECK_HEADS(
      "a database with everything applied is at the heads",
      (example, outcome) ->
          example.expectedError().equals(Optional.of("not_at_head"))
              && outcome.codes().equals(Set.of(ErrorCode.NOT_AT_HEAD))),
  BRANCH_IS_LOOKED_UP(
      "a wrong branch name is an error, also where it would not matter",
      (example, outcome) ->
          example.expectedError().isEmpty()
              && List.of("downgrade", "revision", "merge").contains(example.kind())
              && example.targets().stream().anyMatch(target -> target.contains("@"))
              && EnumSet.of(
                      ErrorCode.UNKNOWN_BRANCH, ErrorCode.NOT_ON_BRANCH, ErrorCode.TARGET_SYNTAX)
                  .containsAll(outcome.codes())
              && !outcome.codes().isEmpty());

  /** What Alembic takes for a relative target: it looks at the beginning of the text only. */
  private static final Pattern BEGINNING = Pattern.compile("(?:(.+?)@)?(\\w+)?[+-]\\d+");

  private final String reason;
  private final BiPredicate<GraphCase, Outcome> condition;

  DecidedDifference(String reason, BiPredicate<GraphCase, Outcome> condition) {
    this.reason = reason;
    this.condition = condition;
  }

  String reason() {
    return reason;
  }

  static Optional<DecidedDifference> of(GraphCase example, Outcome outcome) {
    Stream<DecidedDifference> all = Arrays.stream(values());
    return all.filter(decided -> decided.condition.test(example, outcome)).findFirst();
  }

  private static boolean isReadHalf(String target) {
    return BEGINNING.matcher(target).lookingAt() && !BEGINNING.matcher(target).matches();
  }
}
