package dev.anabranch.cli.argument;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One option of a command, declared.
 *
 * @param shortName the letter after one dash, absent for an option with a long name only
 * @param longName the word after two dashes
 * @param value the placeholder of its value as help prints it, absent for a switch
 * @param summary what it does, one sentence without a full stop
 * @param repeatable whether it may be given several times
 * @param choices the only values allowed; empty for free text
 * @param completes what a shell offers for the value
 */
public record OptionDescription(
    Optional<String> shortName,
    String longName,
    Optional<String> value,
    String summary,
    boolean repeatable,
    List<String> choices,
    Completes completes) {
  /** Copies the choices. */
  public OptionDescription {
    Objects.requireNonNull(shortName, "shortName");
    Objects.requireNonNull(longName, "longName");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(summary, "summary");
    choices = List.copyOf(choices);
    Objects.requireNonNull(completes, "completes");
  }

  /** Returns a switch without a short name. */
  public static OptionDescription flag(String longName, String summary) {
    return new OptionDescription(
        Optional.empty(), longName, Optional.empty(), summary, false, List.of(), Completes.NOTHING);
  }

  /** Returns a switch with a short name. */
  public static OptionDescription flag(char shortName, String longName, String summary) {
    return flag(longName, summary).withShortName(shortName);
  }

  /** Returns an option with a value and no short name. */
  public static OptionDescription value(String longName, String value, String summary) {
    return new OptionDescription(
        Optional.empty(),
        longName,
        Optional.of(value),
        summary,
        false,
        List.of(),
        Completes.NOTHING);
  }

  /** Returns an option with a value and a short name. */
  public static OptionDescription value(
      char shortName, String longName, String value, String summary) {
    return value(longName, value, summary).withShortName(shortName);
  }

  /** Returns this option with a short name. */
  public OptionDescription withShortName(char letter) {
    return new OptionDescription(
        Optional.of(String.valueOf(letter)),
        longName,
        value,
        summary,
        repeatable,
        choices,
        completes);
  }

  /** Returns this option, allowed several times. */
  public OptionDescription repeated() {
    return new OptionDescription(shortName, longName, value, summary, true, choices, completes);
  }

  /** Returns this option, completed by the shell as told. */
  public OptionDescription completing(Completes what) {
    return new OptionDescription(shortName, longName, value, summary, repeatable, choices, what);
  }

  /** Returns this option with the only values it takes. */
  public OptionDescription oneOf(String... values) {
    return new OptionDescription(
        shortName, longName, value, summary, repeatable, List.of(values), completes);
  }

  /** Returns whether the option takes a value. */
  public boolean takesValue() {
    return value.isPresent();
  }

  /** Returns the option as usage lines write it, such as {@code -m, --message TEXT}. */
  public String syntax() {
    String names = shortName.map(letter -> "-" + letter + ", ").orElse("") + "--" + longName;
    return value.map(placeholder -> names + " " + placeholder).orElse(names);
  }
}
