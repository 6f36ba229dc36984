package dev.anabranch.cli.argument;

import java.util.List;
import java.util.Objects;

/**
 * One word, or a list of words, that a command takes without an option's name.
 *
 * @param name the placeholder as help prints it, in capitals
 * @param summary what it is, one sentence without a full stop
 * @param required whether it has to be there
 * @param repeatable whether several may follow; only for the last one
 * @param choices the only values allowed; empty for free text
 * @param completes what a shell offers
 */
public record PositionalDescription(
    String name,
    String summary,
    boolean required,
    boolean repeatable,
    List<String> choices,
    Completes completes) {
  /** Copies the choices. */
  public PositionalDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(summary, "summary");
    choices = List.copyOf(choices);
    Objects.requireNonNull(completes, "completes");
  }

  /** Returns a word that has to be there. */
  public static PositionalDescription required(String name, String summary, Completes completes) {
    return new PositionalDescription(name, summary, true, false, List.of(), completes);
  }

  /** Returns a word that may be left out. */
  public static PositionalDescription optional(String name, String summary, Completes completes) {
    return new PositionalDescription(name, summary, false, false, List.of(), completes);
  }

  /** Returns this word, allowed several times. */
  public PositionalDescription repeated() {
    return new PositionalDescription(name, summary, required, true, choices, completes);
  }

  /** Returns this word with the only values it takes. */
  public PositionalDescription oneOf(String... values) {
    return new PositionalDescription(
        name, summary, required, repeatable, List.of(values), completes);
  }

  /**
   * Returns the word as a usage line writes it, such as {@code [TARGET]} or {@code REVISION...}.
   */
  public String syntax() {
    String text = repeatable ? name + "..." : name;
    return required ? text : "[" + text + "]";
  }
}
