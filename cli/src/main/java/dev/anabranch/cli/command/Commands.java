package dev.anabranch.cli.command;

import dev.anabranch.cli.argument.CommandCatalogue;
import dev.anabranch.cli.argument.CommandDescription;
import java.util.List;
import java.util.Optional;

/** Every command by name. A command's class is loaded when it is asked for and not before. */
public final class Commands {
  /** The descriptions of all commands. */
  public static final CommandCatalogue CATALOGUE =
      new CommandCatalogue() {
        @Override
        public List<String> names() {
          return NAMES;
        }

        @Override
        public Optional<CommandDescription> find(String name) {
          return description(name);
        }
      };

  private static final List<String> NAMES =
      List.of(
          "init",
          "revision",
          "merge",
          "edit",
          "validate",
          "verify",
          "upgrade",
          "downgrade",
          "resume",
          "stamp",
          "current",
          "inspect",
          "ensure-version",
          "heads",
          "branches",
          "history",
          "show",
          "config",
          "list-templates",
          "completion",
          "help",
          "version");

  private Commands() {}

  private static Optional<CommandDescription> description(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "init" -> InitCommand.DESCRIPTION;
          case "heads" -> HeadsCommand.DESCRIPTION;
          case "branches" -> BranchesCommand.DESCRIPTION;
          case "history" -> HistoryCommand.DESCRIPTION;
          case "show" -> ShowCommand.DESCRIPTION;
          case "revision" -> RevisionCommand.DESCRIPTION;
          case "merge" -> MergeCommand.DESCRIPTION;
          case "edit" -> EditCommand.DESCRIPTION;
          case "validate" -> ValidateCommand.DESCRIPTION;
          case "verify" -> VerifyCommand.DESCRIPTION;
          case "upgrade" -> UpgradeCommand.DESCRIPTION;
          case "downgrade" -> DowngradeCommand.DESCRIPTION;
          case "resume" -> ResumeCommand.DESCRIPTION;
          case "stamp" -> StampCommand.DESCRIPTION;
          case "current" -> CurrentCommand.DESCRIPTION;
          case "inspect" -> InspectCommand.DESCRIPTION;
          case "ensure-version" -> EnsureVersionCommand.DESCRIPTION;
          case "config" -> ConfigCommand.DESCRIPTION;
          case "list-templates" -> ListTemplatesCommand.DESCRIPTION;
          case "completion" -> CompletionCommand.DESCRIPTION;
          case "help" -> HelpCommand.DESCRIPTION;
          case "version" -> VersionCommand.DESCRIPTION;
          default -> null;
        });
  }

  /**
   * Returns the class of a command.
   *
   * @throws IllegalArgumentException if there is no such command
   */
  public static Class<? extends Command> type(String name) {
    return switch (name) {
      case "init" -> InitCommand.class;
      case "heads" -> HeadsCommand.class;
      case "branches" -> BranchesCommand.class;
      case "history" -> HistoryCommand.class;
      case "show" -> ShowCommand.class;
      case "revision" -> RevisionCommand.class;
      case "merge" -> MergeCommand.class;
      case "edit" -> EditCommand.class;
      case "validate" -> ValidateCommand.class;
      case "verify" -> VerifyCommand.class;
      case "upgrade" -> UpgradeCommand.class;
      case "downgrade" -> DowngradeCommand.class;
      case "resume" -> ResumeCommand.class;
      case "stamp" -> StampCommand.class;
      case "current" -> CurrentCommand.class;
      case "inspect" -> InspectCommand.class;
      case "ensure-version" -> EnsureVersionCommand.class;
      case "config" -> ConfigCommand.class;
      case "list-templates" -> ListTemplatesCommand.class;
      case "completion" -> CompletionCommand.class;
      case "help" -> HelpCommand.class;
      case "version" -> VersionCommand.class;
      default -> throw new IllegalArgumentException(name);
    };
  }
}
