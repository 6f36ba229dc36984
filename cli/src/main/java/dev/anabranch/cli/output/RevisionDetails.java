package dev.anabranch.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a revision's file says beside what the graph needs.
 *
 * @param description the free text of the header
 * @param created when the file was made, if it says so
 * @param losses what its downgrade loses, as declared
 * @param className the class of a revision in Java
 */
public record RevisionDetails(
    String description,
    Optional<Instant> created,
    List<String> losses,
    Optional<String> className) {
  /** Checks that everything is there. */
  public RevisionDetails {
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(created, "created");
    losses = List.copyOf(losses);
    Objects.requireNonNull(className, "className");
  }
}
