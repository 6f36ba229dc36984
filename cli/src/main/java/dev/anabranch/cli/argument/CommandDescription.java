package dev.anabranch.cli.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a command is called, does and takes.
 *
 * @param name the word that chooses it
 * @param summary what it does, one sentence without a full stop
 * @param details what a user has to know besides, in paragraphs; empty where the summary says it
 *     all
 * @param positionals the words it takes, in order
 * @param options its own options; the global ones come on top
 * @param examples uses worth showing
 * @param scope whether it needs a project, and runs once for each chosen database
 */
public record CommandDescription(
    String name,
    String summary,
    List<String> details,
    List<PositionalDescription> positionals,
    List<OptionDescription> options,
    List<CommandExample> examples,
    Scope scope) {
  /** Where a command runs. */
  public enum Scope {
    /** Without a project. */
    ANYWHERE,
    /** In a project, once for each chosen database. */
    PROJECT
  }

  /** Copies the lists. */
  public CommandDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(summary, "summary");
    details = List.copyOf(details);
    positionals = List.copyOf(positionals);
    options = List.copyOf(options);
    examples = List.copyOf(examples);
    Objects.requireNonNull(scope, "scope");
  }

  /** Begins the description of a command that works on a project. */
  public static Builder inProject(String name, String summary) {
    return new Builder(name, summary, Scope.PROJECT);
  }

  /** Begins the description of a command that needs no project. */
  public static Builder anywhere(String name, String summary) {
    return new Builder(name, summary, Scope.ANYWHERE);
  }

  /** Returns how the command is typed, from the program's name on. */
  public String usage() {
    StringBuilder text = new StringBuilder("anabranch ").append(name);
    if (!options.isEmpty()) {
      text.append(" [OPTION]...");
    }
    for (PositionalDescription positional : positionals) {
      text.append(' ').append(positional.syntax());
    }
    return text.toString();
  }

  /** Collects the parts of a description; for one thread. */
  public static final class Builder {
    private final String name;
    private final String summary;
    private final Scope scope;
    private final List<String> details = new ArrayList<>();
    private final List<PositionalDescription> positionals = new ArrayList<>();
    private final List<OptionDescription> options = new ArrayList<>();
    private final List<CommandExample> examples = new ArrayList<>();

    private Builder(String name, String summary, Scope scope) {
      this.name = name;
      this.summary = summary;
      this.scope = scope;
    }

    /** Adds a paragraph. */
    public Builder paragraph(String text) {
      details.add(text);
      return this;
    }

    /** Adds a word. */
    public Builder positional(PositionalDescription positional) {
      positionals.add(positional);
      return this;
    }

    /** Adds an option. */
    public Builder option(OptionDescription option) {
      options.add(option);
      return this;
    }

    /** Adds several options. */
    public Builder options(List<OptionDescription> several) {
      options.addAll(several);
      return this;
    }

    /** Adds an example. */
    public Builder example(String line, String explanation) {
      examples.add(new CommandExample(line, explanation));
      return this;
    }

    /** Returns the description. */
    public CommandDescription build() {
      return new CommandDescription(name, summary, details, positionals, options, examples, scope);
    }
  }
}
