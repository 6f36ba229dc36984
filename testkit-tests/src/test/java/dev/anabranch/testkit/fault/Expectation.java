package dev.anabranch.testkit.fault;

import dev.anabranch.testkit.verify.VerificationCheck;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A failure that has to be found.
 *
 * @param revision the revision that has to fail; empty where the project as a whole does
 * @param check the check that has to fail
 * @param message what has to be said; {@code #} stands for a number, and {@code ...} for what each
 *     server says in words of its own; what is counted stands in the plural
 */
record Expectation(Optional<String> revision, VerificationCheck check, String message) {

  private static final Pattern WILD = Pattern.compile("(?<=#|\\.\\.\\.)|(?=#|\\.\\.\\.)");

  private static final Pattern SINGULAR = Pattern.compile("\\b1 (value|row)\\b");

  /** Returns whether a failure is this one. */
  boolean isMet(Failure failure) {
    return revision.equals(failure.revision())
        && check == failure.check()
        && pattern().matcher(SINGULAR.matcher(failure.message()).replaceAll("$0s")).matches();
  }

  private Pattern pattern() {
    return Pattern.compile(
        Arrays.stream(WILD.split(message, -1))
            .map(
                part ->
                    part.equals("#") ? "[0-9]+" : part.equals("...") ? ".+" : Pattern.quote(part))
            .collect(Collectors.joining()),
        Pattern.DOTALL);
  }

  @Override
  public String toString() {
    return Failure.text(revision, check, message);
  }
}
