package dev.anabranch.cli.config;

import dev.anabranch.schema.NamingConvention;
import dev.anabranch.schema.SchemaException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the text of settings into values, and keeps what cannot be turned. For one thread. */
final class Values {
  private final Expansion expansion;
  private final List<ConfigurationProblem> problems = new ArrayList<>();

  Values(Expansion expansion) {
    this.expansion = expansion;
  }

  List<ConfigurationProblem> problems() {
    return problems;
  }

  List<String> list(Setting setting) {
    List<String> values = new ArrayList<>();
    for (String value : setting.values()) {
      values.add(
          setting.expands()
              ? expansion.expand(
                  value,
                  reason ->
                      problem(
                          setting,
                          reason,
                          reason.contains("has no value")
                              ? "Set the environment variable, or add -x NAME=VALUE."
                              : null))
              : value);
    }
    if (setting.values().isEmpty() || values.stream().anyMatch(String::isBlank)) {
      problem(setting, "The value of \"" + setting.path() + "\" is empty.", null);
    }
    return values;
  }

  /** Returns the one value; an empty password is one. */
  String text(Setting setting) {
    List<ConfigurationProblem> before = List.copyOf(problems);
    List<String> values = list(setting);
    if (setting.path().endsWith("password") && values.equals(List.of(""))) {
      problems.clear();
      problems.addAll(before);
    }
    return values.isEmpty() ? "" : values.get(0);
  }

  boolean bool(Setting setting) {
    String text = text(setting);
    if (!text.equals("true") && !text.equals("false")) {
      problem(
          setting,
          "The value \"" + text + "\" of \"" + setting.path() + "\" is not true or false.",
          null);
    }
    return text.equals("true");
  }

  String transaction(Setting setting) {
    String text = text(setting);
    if (!List.of("revision", "all", "none").contains(text)) {
      problem(
          setting,
          "The value \"" + text + "\" of \"" + setting.path() + "\" is not revision, all or none.",
          null);
    }
    return text;
  }

  ZoneId zone(Setting setting) {
    String text = text(setting);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      problem(
          setting,
          "The value \"" + text + "\" of \"" + setting.path() + "\" is no time zone.",
          "Write one such as UTC, Europe/Berlin or +02:00.");
      return ZoneOffset.UTC;
    }
  }

  Duration duration(Setting setting) {
    String text = text(setting);
    Optional<Duration> duration = Durations.parse(text);
    if (duration.isEmpty()) {
      problem(
          setting,
          "The value \"" + text + "\" of \"" + setting.path() + "\" is no span of time.",
          "Write a number of seconds, or 500ms, 90s, 5m, 1h.");
    }
    return duration.orElse(Duration.ZERO);
  }

  /** Returns a convention with another pattern, or the same if the pattern is none. */
  NamingConvention naming(
      Setting setting, NamingConvention convention, NamingConvention.Named named) {
    String text = text(setting);
    try {
      return convention.with(named, text);
    } catch (SchemaException e) {
      problem(
          setting,
          "The value \"" + text + "\" of \"" + setting.path() + "\" has no {table} in it.",
          e.hint().orElse(null));
      return convention;
    }
  }

  private void problem(Setting setting, String text, @Nullable String hint) {
    problems.add(new ConfigurationProblem(setting.origin(), text, Optional.ofNullable(hint)));
  }
}
