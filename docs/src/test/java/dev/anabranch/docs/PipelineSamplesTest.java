package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.cli.argument.ArgumentParser;
import dev.anabranch.cli.argument.ParsedWords;
import dev.anabranch.cli.command.Commands;
import dev.anabranch.docs.page.Block;
import dev.anabranch.docs.page.CommandLine;
import dev.anabranch.docs.page.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the files for pipelines say is what the command line understands. */
class PipelineSamplesTest {
  private static final Pattern COMMAND = Pattern.compile("(?:run: |- )(anabranch .*)");
  private static final Pattern VARIABLE = Pattern.compile("ANABRANCH_SCRATCH_[A-Z_]+");

  static List<Block> files() {
    return Page.read(Page.REPOSITORY.resolve("docs/how-to/verify-in-ci.md")).blocks().stream()
        .filter(block -> block.language().equals("yaml"))
        .toList();
  }

  private static List<ParsedWords> commands(Block file) {
    return file.lines().stream()
        .map(String::strip)
        .flatMap(line -> COMMAND.matcher(line).results())
        // What a pipeline puts in for a variable has no blank.
        .map(found -> found.group(1).replaceAll("\\$SINCE", "--only-changed-since=origin/main"))
        .map(line -> CommandLine.parse(line).words())
        .map(words -> new ArgumentParser(Commands.CATALOGUE).parse(words.subList(1, words.size())))
        .toList();
  }

  @Test
  void thereAreTwo() {
    assertThat(files()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("files")
  void verifyOnTwoServersWithAReport(Block file) {
    List<ParsedWords> verifying =
        commands(file).stream()
            .filter(words -> words.command().orElseThrow().name().equals("verify"))
            .toList();

    assertThat(verifying).isNotEmpty();
    assertThat(verifying)
        .allSatisfy(
            words -> {
              assertThat(words.arguments().values("scratch")).hasSize(2);
              assertThat(words.arguments().value("report")).contains("verification");
            })
        .anySatisfy(words -> assertThat(words.arguments().has("only-changed-since")).isTrue());
  }

  @ParameterizedTest
  @MethodSource("files")
  void nameVariablesThatTheReferenceNames(Block file) {
    List<String> explained =
        variables(Page.read(Page.REPOSITORY.resolve("docs/how-to/verify-in-ci.md")).prose());

    assertThat(variables(file.lines()))
        .isNotEmpty()
        .allMatch(name -> explained.contains(name.replace("_MYSQL_", "_POSTGRESQL_")));
  }

  private static List<String> variables(List<String> lines) {
    return lines.stream()
        .flatMap(line -> VARIABLE.matcher(line).results())
        .map(MatchResult::group)
        .toList();
  }
}
