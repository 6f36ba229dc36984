package dev.anabranch.cli.output;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a revision's file says beside what the graph needs.
 *
 * @param description the free text of the header
 * @param created when the file was made, if it says so
 */
public record RevisionDetails(String description, Optional<Instant> created) {
  /** Checks that both are there. */
  public RevisionDetails {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(created, "created");
  }
}
