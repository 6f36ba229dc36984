package dev.anabranch.cli.output;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a revision's file says beside what the graph needs.
 *
 * @param description the free text of the header
 * @param created when the file was made, if it says so
 * @param className the class of a revision in Java
 */
public record RevisionDetails(
    String description, Optional<Instant> created, Optional<String> className) {
  /** Checks that everything is there. */
  public RevisionDetails {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(className, "className");
  }
}
