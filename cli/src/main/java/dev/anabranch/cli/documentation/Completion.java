package dev.anabranch.cli.documentation;

import dev.anabranch.cli.argument.CommandCatalogue;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.argument.OptionDescription;
import dev.anabranch.cli.argument.PositionalDescription;
import java.util.ArrayList;
import java.util.List;

/** Makes the completion scripts of shells from the declarations of the commands. */
public final class Completion {
  private static final String TARGETS = "head heads base current";

  private final List<CommandDescription> commands = new ArrayList<>();

  /** Creates completion for the commands of a catalogue. */
  public Completion(CommandCatalogue catalogue) {
    for (String name : catalogue.names()) {
      commands.add(catalogue.find(name).orElseThrow());
    }
  }

  private List<String> names() {
    return commands.stream().map(CommandDescription::name).toList();
  }

  /** Returns the script for Bash. */
  public String bash() {
    StringBuilder script = new StringBuilder();
    script.append(
        """
        # Completion of anabranch in Bash; made by `anabranch completion bash`.
        _anabranch_revisions() {
          local i place=()
          for ((i = 1; i < COMP_CWORD; i++)); do
            case ${COMP_WORDS[i]} in
              -C | --directory | -c | --config | -n | --name) place+=("${COMP_WORDS[i]}" "${COMP_WORDS[i + 1]}") ;;
            esac
          done
          anabranch history "${place[@]}" 2>/dev/null | sed -n 's/.* -> \\([^ ,]*\\).*/\\1/p'
        }

        _anabranch() {
          local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
          local command= i skip=
          for ((i = 1; i < COMP_CWORD; i++)); do
            if [ -n "$skip" ]; then
              skip=
              continue
            fi
            case ${COMP_WORDS[i]} in
        """);
    script
        .append("      ")
        .append(String.join(" | ", valueOptions(GlobalOptions.DESCRIPTIONS)))
        .append(") skip=1 ;;\n");
    script.append("      -*) ;;\n");
    script.append("      *)\n        command=${COMP_WORDS[i]}\n        break\n        ;;\n");
    script.append("    esac\n  done\n  local options=\"");
    script.append(String.join(" ", optionWords(GlobalOptions.DESCRIPTIONS)));
    script.append("\" words=\n  case $command in\n    '') words=\"");
    script.append(String.join(" ", names())).append("\" ;;\n");
    for (CommandDescription command : commands) {
      script.append("    ").append(command.name()).append(")\n");
      if (!command.options().isEmpty()) {
        script
            .append("      options+=\" ")
            .append(String.join(" ", optionWords(command.options())))
            .append("\"\n");
      }
      bashWords(script, command);
      script.append("      ;;\n");
    }
    script.append("  esac\n  case $command:$previous in\n");
    bashValues(script, "*", GlobalOptions.DESCRIPTIONS);
    for (CommandDescription command : commands) {
      bashValues(script, command.name(), command.options());
    }
    script.append(
        """
          esac
          case $current in
            -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
            *)
              case $words in
                @file | @directory) compopt -o default; COMPREPLY=() ;;
                @revision) COMPREPLY=($(compgen -W "%s $(_anabranch_revisions)" -- "$current")) ;;
                *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
              esac
              ;;
          esac
        }
        complete -F _anabranch anabranch
        """
            .formatted(TARGETS));
    return script.toString();
  }

  private void bashWords(StringBuilder script, CommandDescription command) {
    command.positionals().stream()
        .findFirst()
        .map(this::words)
        .filter(words -> !words.isEmpty())
        .ifPresent(words -> script.append("      words=\"").append(words).append("\"\n"));
  }

  private void bashValues(StringBuilder script, String command, List<OptionDescription> options) {
    for (OptionDescription option : options) {
      if (option.takesValue()) {
        List<String> patterns = new ArrayList<>();
        option.shortName().ifPresent(letter -> patterns.add(command + ":-" + letter));
        patterns.add(command + ":--" + option.longName());
        script
            .append("    ")
            .append(String.join(" | ", patterns))
            .append(") words=\"")
            .append(words(option.choices(), option.completes()))
            .append("\" ;;\n");
      }
    }
  }

  private String words(PositionalDescription positional) {
    return words(positional.choices(), positional.completes());
  }

  private String words(List<String> choices, Completes completes) {
    if (!choices.isEmpty()) {
      return String.join(" ", choices);
    }
    return switch (completes) {
      case REVISION -> "@revision";
      case FILE -> "@file";
      case DIRECTORY -> "@directory";
      case COMMAND -> String.join(" ", names()) + " targets";
      case DATABASE, NOTHING -> "";
    };
  }

  private static List<String> optionWords(List<OptionDescription> options) {
    List<String> words = new ArrayList<>();
    for (OptionDescription option : options) {
      option.shortName().ifPresent(letter -> words.add("-" + letter));
      words.add("--" + option.longName());
    }
    return words;
  }

  private static List<String> valueOptions(List<OptionDescription> options) {
    return optionWords(options.stream().filter(OptionDescription::takesValue).toList());
  }

  /** Returns the script for Zsh. */
  public String zsh() {
    StringBuilder script = new StringBuilder("#compdef anabranch\n");
    script.append("# Completion of anabranch in Zsh; made by `anabranch completion zsh`.\n");
    script.append("_anabranch_revisions() {\n  local -a revisions\n");
    script.append(
        "  revisions=(${(f)\"$(anabranch history 2>/dev/null | sed -n 's/.* -> \\([^ ,]*\\).*/\\1/p')\"})\n");
    script.append("  compadd -- ").append(TARGETS).append(" $revisions\n}\n\n");
    script.append(
        "_anabranch() {\n  local context state state_descr line\n  typeset -A opt_args\n");
    script.append("  local -a globals=(\n");
    zshOptions(script, GlobalOptions.DESCRIPTIONS, "    ");
    script.append("  )\n  _arguments -C $globals '1:command:->command' '*::argument:->argument'\n");
    script.append("  case $state in\n    command)\n      local -a commands=(\n");
    for (CommandDescription command : commands) {
      script
          .append("        '")
          .append(command.name())
          .append(':')
          .append(zshQuoted(command.summary()))
          .append("'\n");
    }
    script.append("      )\n      _describe command commands\n      ;;\n    argument)\n");
    script.append("      case $line[1] in\n");
    for (CommandDescription command : commands) {
      script.append("        ").append(command.name()).append(")\n          _arguments $globals");
      StringBuilder own = new StringBuilder();
      zshOptions(own, command.options(), "            ");
      int number = 1;
      for (PositionalDescription positional : command.positionals()) {
        own.append("            '")
            .append(positional.repeatable() ? "*" : String.valueOf(number++))
            .append(positional.required() || positional.repeatable() ? ":" : "::")
            .append(positional.name().toLowerCase(java.util.Locale.ROOT))
            .append(':')
            .append(zshAction(positional.choices(), positional.completes()))
            .append("'\n");
      }
      if (own.length() > 0) {
        script.append(" \\\n").append(own.toString().stripTrailing().replace("\n", " \\\n"));
      }
      script.append("\n          ;;\n");
    }
    script.append("      esac\n      ;;\n  esac\n}\n\n_anabranch \"$@\"\n");
    return script.toString();
  }

  private void zshOptions(StringBuilder script, List<OptionDescription> options, String indent) {
    for (OptionDescription option : options) {
      String tail =
          "["
              + zshQuoted(option.summary())
              + "]"
              + option
                  .value()
                  .map(
                      value ->
                          ":"
                              + value.toLowerCase(java.util.Locale.ROOT).replace(':', ' ')
                              + ":"
                              + zshAction(option.choices(), option.completes()))
                  .orElse("");
      String repeat = option.repeatable() ? "*" : "";
      option
          .shortName()
          .ifPresent(
              letter ->
                  script
                      .append(indent)
                      .append("'")
                      .append(repeat)
                      .append("-")
                      .append(letter)
                      .append(tail)
                      .append("'\n"));
      script
          .append(indent)
          .append("'")
          .append(repeat)
          .append("--")
          .append(option.longName())
          .append(tail)
          .append("'\n");
    }
  }

  private String zshAction(List<String> choices, Completes completes) {
    if (!choices.isEmpty()) {
      return "(" + String.join(" ", choices) + ")";
    }
    return switch (completes) {
      case REVISION -> "_anabranch_revisions";
      case FILE -> "_files";
      case DIRECTORY -> "_files -/";
      case COMMAND -> "(" + String.join(" ", names()) + " targets)";
      case DATABASE, NOTHING -> "";
    };
  }

  private static String zshQuoted(String text) {
    return text.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  /** Returns the script for Fish. */
  public String fish() {
    StringBuilder script = new StringBuilder();
    script.append("# Completion of anabranch in Fish; made by `anabranch completion fish`.\n");
    script
        .append("function __anabranch_revisions\n    printf '%s\\n' ")
        .append(TARGETS)
        .append('\n');
    script.append(
        "    anabranch history 2>/dev/null | string replace -rf '.* -> ([^ ,]*).*' '$1'\nend\n\n");
    script.append("complete -c anabranch -f\n");
    fishOptions(script, "", GlobalOptions.DESCRIPTIONS);
    for (CommandDescription command : commands) {
      script
          .append("complete -c anabranch -n __fish_use_subcommand -a ")
          .append(command.name())
          .append(" -d ")
          .append(fishQuoted(command.summary()))
          .append('\n');
    }
    for (CommandDescription command : commands) {
      String condition = " -n '__fish_seen_subcommand_from " + command.name() + "'";
      fishOptions(script, condition, command.options());
      command.positionals().stream()
          .findFirst()
          .map(positional -> fishAction(positional.choices(), positional.completes()))
          .filter(action -> !action.isEmpty())
          .ifPresent(
              action ->
                  script
                      .append("complete -c anabranch")
                      .append(condition)
                      .append(action)
                      .append('\n'));
    }
    return script.toString();
  }

  private void fishOptions(
      StringBuilder script, String condition, List<OptionDescription> options) {
    for (OptionDescription option : options) {
      script.append("complete -c anabranch").append(condition);
      option.shortName().ifPresent(letter -> script.append(" -s ").append(letter));
      script.append(" -l ").append(option.longName());
      if (option.takesValue()) {
        script.append(" -r").append(fishAction(option.choices(), option.completes()));
      }
      script.append(" -d ").append(fishQuoted(option.summary())).append('\n');
    }
  }

  private String fishAction(List<String> choices, Completes completes) {
    if (!choices.isEmpty()) {
      return " -a " + fishQuoted(String.join(" ", choices));
    }
    return switch (completes) {
      case REVISION -> " -a '(__anabranch_revisions)'";
      case FILE -> " -F";
      case DIRECTORY -> " -a '(__fish_complete_directories)'";
      case COMMAND -> " -a " + fishQuoted(String.join(" ", names()) + " targets");
      case DATABASE, NOTHING -> "";
    };
  }

  private static String fishQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
