package dev.anabranch.cli.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.argument.CommandDescription;
import dev.anabranch.cli.command.Command;
import dev.anabranch.cli.command.Commands;
import dev.anabranch.cli.config.ConfigurationKey;
import dev.anabranch.cli.output.ExitStatus;
import dev.anabranch.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the files that are packaged and published with what the declarations of the commands
 * say. After a change of a declaration, run this test once with {@code -Danabranch.update=true},
 * which writes them.
 */
class GeneratedDocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  record Document(String path, String text) {
    @Override
    public String toString() {
      return path;
    }
  }

  static List<Document> documents() {
    Completion completion = new Completion(Commands.CATALOGUE);
    String share = "cli/src/main/dist/share/";
    return List.of(
        new Document(share + "man/man1/anabranch.1", new ManPage(Commands.CATALOGUE).text()),
        new Document(share + "bash-completion/completions/anabranch", completion.bash()),
        new Document(share + "zsh/site-functions/_anabranch", completion.zsh()),
        new Document(share + "fish/vendor_completions.d/anabranch.fish", completion.fish()),
        new Document(
            "docs/reference/command-line.md", new CommandLineReference(Commands.CATALOGUE).text()));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void areAsTheDeclarationsSay(Document document) throws IOException {
    Path file = ROOT.resolve(document.path());
    if (Boolean.getBoolean("anabranch.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, document.text());
    }
    assertThat(file).hasContent(document.text());
  }

  @Test
  void everyCommandIsDeclaredUnderItsName() {
    for (String name : Commands.CATALOGUE.names()) {
      CommandDescription description = Commands.CATALOGUE.find(name).orElseThrow();
      Class<? extends Command> type = Commands.type(name);

      assertThat(description.name()).isEqualTo(name);
      assertThat(type.getSimpleName().toLowerCase(java.util.Locale.ROOT))
          .isEqualTo(name.replace("-", "") + "command");
      assertThat(description.summary()).doesNotEndWith(".");
    }
  }

  @Test
  void noOptionBeginsWithADigitAndNoneTakesAGlobalOnesName() {
    List<String> globals = new ArrayList<>();
    dev.anabranch.cli.argument.GlobalOptions.DESCRIPTIONS.forEach(
        option -> {
          globals.add(option.longName());
          option.shortName().ifPresent(globals::add);
        });
    for (String name : Commands.CATALOGUE.names()) {
      Commands.CATALOGUE
          .find(name)
          .orElseThrow()
          .options()
          .forEach(
              option -> {
                assertThat(globals).doesNotContain(option.longName());
                option
                    .shortName()
                    .ifPresent(
                        letter -> assertThat(globals).doesNotContain(letter).doesNotContain("0"));
              });
    }
    assertThat(globals).allMatch(word -> Character.isLetter(word.charAt(0)));
  }

  @Test
  void everyErrorCodeIsExplainedWithItsExitCode() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/errors.md"));
    Map<String, String> listed = new TreeMap<>();
    Matcher row = Pattern.compile("(?m)^\\| (ANB-\\d+) \\| (\\d+) \\|").matcher(page);
    while (row.find()) {
      assertThat(listed.put(row.group(1), row.group(2))).as(row.group(1)).isNull();
    }
    Map<String, String> expected = new TreeMap<>();
    for (ErrorCode code : ErrorCode.values()) {
      expected.put(code.id(), String.valueOf(ExitStatus.of(code).code()));
    }
    assertThat(listed).isEqualTo(expected);
  }

  @Test
  void everyExitCodeIsExplained() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/exit-codes.md"));
    for (ExitStatus status : ExitStatus.values()) {
      assertThat(page).contains("| " + status.code() + " | ");
    }
  }

  @Test
  void everyKeyIsExplainedWithItsVariableAndDefault() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/reference/configuration.md"));
    for (ConfigurationKey key : ConfigurationKey.values()) {
      assertThat(page)
          .contains("`" + key.key() + "`", "`" + ConfigurationKey.variable(key.path()) + "`");
      key.defaultValue().ifPresent(value -> assertThat(page).contains("`" + value + "`"));
    }
  }
}
