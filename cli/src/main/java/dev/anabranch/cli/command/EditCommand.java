package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.PositionalDescription;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import dev.anabranch.script.RevisionScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens revision files in the user's editor. */
public final class EditCommand implements Command {
  /** What the command is called and takes. */
  public static final CommandDescription DESCRIPTION =
      CommandDescription.inProject("edit", "Open a revision file in the editor")
          .paragraph(
              "The editor is the one that VISUAL names, else EDITOR. The value may hold options, as"
                  + " in \"code --wait\".")
          .positional(
              PositionalDescription.required(
                  "TARGET", "The revision, or several such as heads", Completes.REVISION))
          .example("anabranch edit head", "the newest revision")
          .build();

  private final Project project;
  private final RevisionLookup lookup;
  private final Editor editor;

  @Inject
  EditCommand(Project project, RevisionLookup lookup, Editor editor) {
    this.project = project;
    this.lookup = lookup;
    this.editor = editor;
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    String target = arguments.positional(0).orElseThrow();
    List<Path> files = new ArrayList<>();
    for (Revision revision : lookup.find(target)) {
      Optional<Path> file = project.scripts().script(revision.id()).flatMap(RevisionScript::file);
      files.add(
          file.orElseThrow(
              () ->
                  new CommandException(
                      ErrorCode.EDITOR_FAILED,
                      "Cannot edit revision \""
                          + revision.id()
                          + "\": it stands on the class path, not in a file.",
                      null)));
    }
    if (files.isEmpty()) {
      throw new CommandException(
          ErrorCode.EDITOR_FAILED,
          "Cannot edit \"" + target + "\": it stands for no revision.",
          null);
    }
    editor.open(files);
    return ExitStatus.DONE;
  }
}
