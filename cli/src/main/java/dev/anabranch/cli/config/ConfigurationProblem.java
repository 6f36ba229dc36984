package dev.anabranch.cli.config;

import java.util.Objects;
import java.util.Optional;

/**
 * One mistake in the configuration.
 *
 * @param place where it stands: {@code file:line}, a variable or an option
 * @param text what is wrong, with the real values and no secret
 * @param hint how to put it right, if that can be said
 */
public record ConfigurationProblem(String place, String text, Optional<String> hint) {
  /** Checks that everything is there. */
  public ConfigurationProblem {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(hint, "hint");
  }

  @Override
  public String toString() {
    return place + ": " + text + hint.map(more -> " " + more).orElse("");
  }
}
