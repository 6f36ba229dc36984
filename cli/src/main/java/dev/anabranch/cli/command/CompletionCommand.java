package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.documentation.Completion;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.ExitStatus;

/** Writes the completion script of a shell. */
public final class CompletionCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.anywhere("completion", "Write the completion script of a shell")
          .positional(
              PositionalDescription.required("SHELL", "The shell", Completes.NOTHING)
                  .oneOf("bash", "zsh", "fish"))
          .example("eval \"$(anabranch completion bash)\"", "in ~/.bashrc: completion in Bash")
          .example(
              "anabranch completion zsh >~/.zfunc/_anabranch",
              "completion in Zsh, for a folder in fpath")
          .example(
              "anabranch completion fish >~/.config/fish/completions/anabranch.fish",
              "completion in Fish")
          .build();

  private final Console console;

  @Inject
  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    Completion completion = new Completion(Commands.CATALOGUE);
    String script =
        switch (arguments.positional(0).orElseThrow()) {
          case "bash" -> completion.bash();
          case "zsh" -> completion.zsh();
          default -> completion.fish();
        };
    script.lines().forEach(console::line);
    return ExitStatus.DONE;
  }
}
