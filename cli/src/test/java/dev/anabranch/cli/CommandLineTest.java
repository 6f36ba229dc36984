package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
  @TempDir Path folder;
  private CliRun cli;

  @BeforeEach
  void makeProject() {
    cli = CliRun.in(folder).onMemoryDatabase().revision("one", "", "first");
  }

  @ParameterizedTest(name = "words: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | 2 | Error: Cannot run: no command is given. [ANB-3001]
          -v                    | 2 | Error: Cannot run: no command is given. [ANB-3001]
          heds                  | 2 | Error: Cannot run "heds": there is no such command. [ANB-3001]
          --jsn heads           | 2 | Error: Cannot run "heads": it has no option --jsn. [ANB-3002]
          --frob                | 2 | Error: Cannot run: there is no global option --frob. [ANB-3002]
          heads --verbos        | 2 | Error: Cannot run "heads": it has no option --verbos. [ANB-3002]
          heads -z              | 2 | Error: Cannot run "heads": it has no option -z. [ANB-3002]
          heads --json=yes      | 2 | Error: Cannot run "heads": option --json takes no value. [ANB-3003]
          heads x y             | 2 | Error: Cannot run "heads": "x", "y" are 2 words too many. [ANB-3003]
          upgrade               | 2 | Error: Cannot run "upgrade": TARGET is missing. [ANB-3003]
          revision -m           | 2 | Error: Cannot run "revision": option --message lacks its value TEXT. [ANB-3003]
          revision -m a -m b    | 2 | Error: Cannot run "revision": option --message is given twice. [ANB-3003]
          completion tcsh       | 2 | Error: Cannot run "completion": "tcsh" is no value for SHELL. [ANB-3003]
          init -t sq            | 2 | Error: Cannot run "init": "sq" is no value for --template. [ANB-3003]
          heads -x novalue      | 2 | Error: Cannot run: the value "novalue" of -x is not of the form KEY=VALUE. [ANB-3003]
          heads --all -n a      | 2 | Error: Cannot run: --all and --name contradict each other. [ANB-3003]
          heads -n reporting    | 2 | Error: Cannot choose the database "reporting": "anabranch.toml" has no section [database.reporting]. [ANB-3103]
          heads --set revision=x | 2 | Error: Cannot set "revision": there is no such key. [ANB-3003]
          heads -C nowhere      | 2 | Error: Cannot work in "nowhere": there is no such folder. [ANB-3101]
          heads -c nowhere.toml | 2 | Error: Cannot read the configuration "nowhere.toml": there is no such file. [ANB-3101]
          heads -c revisions    | 2 | Error: Cannot read the configuration "revisions": it is a folder. [ANB-3101]
          upgrade heads --sql --dry-run | 2 | Error: Cannot run "upgrade": --sql and --dry-run exclude each other. [ANB-3003]
          resume --at 0           | 2 | Error: Cannot use "0" for --at: it is no number of a statement. [ANB-3003]
          upgrade heads --lock-timeout soon | 2 | Error: Cannot use "soon" for --lock-timeout: it is no span of time. [ANB-3003]
          upgrade heads --dialect h2 | 2 | Error: Cannot run "upgrade": --dialect goes with --sql only. [ANB-3003]
          merge heads           | 2 | Error: Cannot merge "heads": it is one revision, one. [ANB-3003]
          edit one              | 1 | Error: Cannot open an editor: neither VISUAL nor EDITOR names one. [ANB-3203]
          help frob             | 2 | Error: Cannot explain "frob": there is no such command. [ANB-3001]
          init                  | 1 | Error: Cannot make a project in "FOLDER": there is anabranch.toml, revisions/ with files in it already. [ANB-3201]
          """)
  void saysWhatIsWrongWithTheWords(String words, int code, String message) {
    CliRun.Result result = cli.run(words.isEmpty() ? new String[0] : words.split(" "));

    assertThat(result.err().lines().findFirst())
        .contains(message.replace("FOLDER", folder.toString()));
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest(name = "words: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heds                 | Did you mean `anabranch heads`?
          histroy              | Did you mean `anabranch history`?
          current --chek-heads | Did you mean --check-heads?
          heads --verbos       | Did you mean --verbose?
          heads --set version-tabel=x | Did you mean version-table?
          help stmap           | Did you mean `anabranch help stamp`?
          """)
  void namesTheNearestWord(String words, String hint) {
    assertThat(cli.run(words.split(" ")).err()).contains(hint);
  }

  @Test
  void takesGlobalOptionsBeforeAndAfterTheCommand() {
    List<String> expected = cli.run("heads", "--json").lines();

    assertThat(expected).hasSizeGreaterThan(3);
    assertThat(cli.run("--json", "heads").lines()).isEqualTo(expected);
    assertThat(cli.run("-C", ".", "--json", "heads").lines()).isEqualTo(expected);
    assertThat(cli.run("heads", "-C.", "--json").lines()).isEqualTo(expected);
  }

  @Test
  void takesAlembicsSpellingOfCommands() {
    assertThat(cli.run("list_templates").code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1", "-1:one", "-12:current"})
  void readsATargetThatBeginsWithADash(String target) {
    assertThat(cli.run("show", target).err()).doesNotContain("option");
    assertThat(cli.run("show", "--", target).err()).doesNotContain("option");
  }

  @Test
  void readsARangeThatBeginsWithADashGluedOrApart() {
    cli.revision("two", "one", "second").revision("three", "two", "third");
    List<String> expected = List.of("two -> three (head), third", "one -> two, second");

    assertThat(cli.run("history", "-r", "-1:heads").lines()).isEqualTo(expected);
    assertThat(cli.run("history", "-r-1:heads").lines()).isEqualTo(expected);
    assertThat(cli.run("history", "--rev-range", "-1:heads").lines()).isEqualTo(expected);
    assertThat(cli.run("history", "--rev-range=-1:heads").lines()).isEqualTo(expected);
  }

  @Test
  void explainsACommandWithHelpOptionOrHelpCommand() {
    CliRun.Result help = cli.run("help", "upgrade");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Apply revisions to the database.\n").contains("--dry-run");
    assertThat(cli.run("upgrade", "--help")).isEqualTo(help);
    assertThat(cli.run("-h", "upgrade")).isEqualTo(help);
    assertThat(cli.run("--help").out()).contains("Commands:");
    assertThat(cli.run("help", "targets").out()).contains("billing@head");
  }

  @Test
  void showsTheVersion() {
    assertThat(cli.run("--version").out()).startsWith("anabranch ");
    assertThat(cli.run("version", "-v").out()).contains("Java ");
  }

  @Test
  void writesErrorsAsJsonWhenAskedFor() {
    CliRun.Result result = cli.run("heads", "--json", "--frob");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .contains("\"code\" : \"ANB-3002\"", "\"exitCode\" : 2", "\"problems\" : [ ]")
        .doesNotContain("Error:");
  }

  @Test
  void colorsOnlyATerminalUnlessTold() {
    assertThat(cli.run("heads").out()).doesNotContain("\u001b");
    assertThat(cli.run("heads", "--color").out()).contains("\u001b");
    assertThat(cli.onTerminal().run("heads").out()).contains("\u001b");
    assertThat(cli.run("heads", "--no-color").out()).doesNotContain("\u001b");
    assertThat(cli.with("NO_COLOR", "1").run("heads").out()).doesNotContain("\u001b");
  }
}
