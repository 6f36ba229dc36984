package dev.anabranch.cli.command;

import dev.anabranch.cli.argument.Completes;
import dev.anabranch.cli.argument.OptionDescription;
import java.util.List;

/** The options that {@code revision} and {@code merge} share. */
final class NewRevisionOptions {
  static final List<OptionDescription> ALL =
      List.of(
          OptionDescription.value('m', "message", "TEXT", "What the revision does, in one line"),
          OptionDescription.flag("splice", "Allow parents that are no heads, which makes a branch"),
          OptionDescription.value("branch-label", "LABEL", "Give the revision a branch label")
              .repeated(),
          OptionDescription.value(
                  "depends-on", "TARGET", "Let the revision need another one that is no parent")
              .repeated()
              .completing(Completes.REVISION),
          OptionDescription.value("rev-id", "ID", "Use this id in place of a random one"),
          OptionDescription.value(
                  "location", "DIR", "Write the file into this folder of the project's locations")
              .completing(Completes.DIRECTORY),
          OptionDescription.value("template", "NAME", "What the revision is written in")
              .oneOf(RevisionKind.ids()),
          OptionDescription.value(
              "dialect-sections",
              "NAMES",
              "Make sections for these dialects, parted by commas, in place of plain ones"));

  private NewRevisionOptions() {}
}
