package dev.anabranch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EditorTest {
  @TempDir Path folder;

  @Test
  void aCommandIsSplitAtBlanksOutsideQuotes() {
    assertThat(Editor.command("code --wait")).containsExactly("code", "--wait");
    assertThat(Editor.command("\"C:/Program Files/ed.exe\" -n 'a b'"))
        .containsExactly("C:/Program Files/ed.exe", "-n", "a b");
    assertThat(Editor.command("  vi  ")).containsExactly("vi");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the editor is a shell script")
  void opensTheFileOfTheRevision() throws Exception {
    Path script = folder.resolve("my editor");
    Files.writeString(script, "#!/bin/sh\necho \"$1 $2\" >\"" + folder + "/opened\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    CliRun cli = CliRun.in(folder).onMemoryDatabase().revision("one", "", "first");

    CliRun.Result result = cli.with("EDITOR", "'" + script + "' -w").run("edit", "head");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(folder.resolve("opened"))
        .hasContent("-w " + folder.resolve("revisions/one_first.sql") + "\n");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "uses the command false")
  void anEditorThatFailsIsNamed() {
    CliRun cli = CliRun.in(folder).onMemoryDatabase().revision("one", "", "first");

    assertThat(cli.with("VISUAL", "false").run("edit", "one").err())
        .startsWith("Error: Cannot use the editor \"false\": it ended with code 1. [ANB-3203]");
    assertThat(cli.with("VISUAL", "/no/such/editor").run("edit", "one").err())
        .startsWith("Error: Cannot use the editor \"/no/such/editor\": it cannot be started.");
    assertThat(cli.run("edit", "base").err())
        .startsWith("Error: Cannot edit \"base\": it stands for no revision.");
  }
}
