package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.docs.page.Block;
import dev.anabranch.docs.page.Page;
import dev.anabranch.docs.page.PageCheck;
import dev.anabranch.docs.page.PageRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a page shows as typed is typed, in a folder with a copy of the bookshop, and what the page
 * shows as answered is compared. Behind the fence of a {@code console} block may stand:
 *
 * <ul>
 *   <li>{@code not-run="reason"}: the block is not run;
 *   <li>{@code needs=postgresql}: {@link TutorialIT} runs it;
 *   <li>{@code in=FOLDER}: it is run in that folder, where a project is made if there is none.
 * </ul>
 *
 * Any block with {@code file=NAME} is written to that file, and one with {@code edit=NAME} changes
 * it.
 */
class CommandSamplesTest {
  private static final Pattern COMMAND = Pattern.compile("(\\$ )?(\\./)?anabranch( [a-z-].*)?");

  private static final Set<String> OF_FILES = Set.of("file", "edit");

  @TempDir Path directory;

  static Stream<Page> pagesWithCommands() {
    return Page.all().stream()
        .filter(
            page ->
                page.blocks().stream().anyMatch(block -> block.isConsole() && isRunHere(block)));
  }

  @ParameterizedTest
  @MethodSource("pagesWithCommands")
  void theCommandsOfThePageSayWhatItShows(Page page) throws IOException {
    Path home = directory.toRealPath();
    copyBookshop(home);
    List<Block> blocks = page.blocks().stream().filter(CommandSamplesTest::isRunHere).toList();

    PageCheck.assertRight(page, new PageRun(home).follow(blocks));
  }

  @Test
  void whatIsNotRunSaysWhy() {
    for (Page page : Page.all()) {
      for (Block block : page.blocks()) {
        assertThat(block.attributes().keySet())
            .as("%s:%d: words behind the fence", page, block.line())
            .isSubsetOf(block.isConsole() ? Set.of("not-run", "needs", "in") : OF_FILES);
        assertThat(block.attributes().getOrDefault("not-run", "a reason")).isNotBlank();
        assertThat(block.attributes().getOrDefault("needs", "postgresql")).isEqualTo("postgresql");
        assertThat(block.attributes().containsKey("needs"))
            .as("%s:%d: only the tutorial is run on a server", page, block.line())
            .isIn(false, page.name().equals("docs/tutorial/README.md"));
      }
    }
  }

  @Test
  void commandsStandInConsoleBlocks() {
    for (Page page : Page.all()) {
      assertThat(page.blocks().stream().filter(block -> !block.isConsole()))
          .as(page.name())
          .noneMatch(block -> block.lines().stream().anyMatch(COMMAND.asMatchPredicate()));
    }
  }

  private static boolean isRunHere(Block block) {
    return !block.attributes().containsKey("not-run") && !block.attributes().containsKey("needs");
  }

  private static void copyBookshop(Path home) throws IOException {
    Path source = Page.REPOSITORY.resolve("examples/bookshop");
    Path copy = home.resolve("examples/bookshop");
    Files.createDirectories(copy.resolve("revisions"));
    Files.copy(source.resolve("anabranch.toml"), copy.resolve("anabranch.toml"));
    try (Stream<Path> files = Files.list(source.resolve("revisions"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve("revisions").resolve(file.getFileName()));
      }
    }
  }
}
