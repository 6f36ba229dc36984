package dev.anabranch.testkit.confluence;

import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.Objects;

/**
 * How the order of parallel revisions is verified.
 *
 * @param verification rows, seed, names, and which revisions are verified: a pair counts if one of
 *     the two does
 * @param interleavings how many orders by chance are tried at each meeting of branches, besides one
 *     branch before the other and the other way round
 * @param columnOrder what becomes of columns that stand in another order
 * @param proofs what becomes of proof files
 */
public record ConfluenceOptions(
    VerificationOptions verification,
    int interleavings,
    ColumnOrder columnOrder,
    ProofPolicy proofs) {

  /** How many orders by chance are tried unless somebody says otherwise. */
  public static final int DEFAULT_INTERLEAVINGS = 5;

  /** What becomes of columns of a table that stand in another order. */
  public enum ColumnOrder {
    /** It is told and fails nothing: SQL that names its columns does not notice. */
    ALLOWED,
    /** It fails, for projects that read rows by the position of their columns. */
    COMPARED
  }

  /** What becomes of proof files next to merge revisions. */
  public enum ProofPolicy {
    /** They are neither read nor written. */
    IGNORED,
    /** What a valid one proves is not run again. */
    READ,
    /** As {@link #READ}, and what is proved anew is written down. */
    WRITTEN
  }

  /** Checks the values. */
  public ConfluenceOptions {
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(columnOrder, "columnOrder");
    Objects.requireNonNull(proofs, "proofs");
    if (interleavings < 0) {
      throw new IllegalArgumentException(
          "the number of interleavings must not be negative: " + interleavings);
    }
  }

  /** Returns the options that nobody has changed: with rows, five interleavings, no proof files. */
  public static ConfluenceOptions standard() {
    return of(VerificationOptions.standard());
  }

  /** Returns the usual options with some of a verification. */
  public static ConfluenceOptions of(VerificationOptions verification) {
    return new ConfluenceOptions(
        verification, DEFAULT_INTERLEAVINGS, ColumnOrder.ALLOWED, ProofPolicy.IGNORED);
  }

  /** Returns the same with another number of orders by chance. */
  public ConfluenceOptions withInterleavings(int number) {
    return new ConfluenceOptions(verification, number, columnOrder, proofs);
  }

  /** Returns the same with another rule for the order of columns. */
  public ConfluenceOptions withColumnOrder(ColumnOrder rule) {
    return new ConfluenceOptions(verification, interleavings, rule, proofs);
  }

  /** Returns the same with another rule for proof files. */
  public ConfluenceOptions withProofs(ProofPolicy policy) {
    return new ConfluenceOptions(verification, interleavings, columnOrder, policy);
  }
}
