package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.script.JavaOptions;
import dev.anabranch.script.ScriptChecker;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page shows as a whole revision file is one that {@code validate} accepts. */
class RevisionFileSamplesTest {

  /** A page does not show the whole project. */
  private static final Set<ErrorCode> BEYOND_THE_PAGE =
      EnumSet.of(
          ErrorCode.MISSING_PARENT,
          ErrorCode.MISSING_DEPENDENCY,
          // The page shows a revision in a folder and again as a class of an application.
          ErrorCode.DUPLICATE_ID);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "reference/revision-files.md, 1, 1",
    "how-to/write-sql-revisions.md, 4, 0",
    "how-to/write-a-java-revision.md, 0, 6"
  })
  void everyRevisionFileOfThePageIsValid(String page, int inSql, int inJava) throws IOException {
    String text = Files.readString(Path.of(page));
    List<String> sql = blocks(text, "```sql\n-- @revision");
    List<String> java = blocks(text, "```java\n", "```java file=");
    for (int i = 0; i < sql.size(); i++) {
      Files.writeString(directory.resolve(i + ".sql"), sql.get(i));
    }
    for (int i = 0; i < java.size(); i++) {
      Files.writeString(directory.resolve(i + ".java"), java.get(i));
    }

    ScriptOptions options =
        ScriptOptions.of(ScriptLocation.Folder.of(directory)).withJava(JavaOptions.none());

    assertThat(sql).hasSize(inSql);
    assertThat(java).hasSize(inJava);
    assertThat(ScriptChecker.of(options, getClass().getClassLoader()).check())
        .filteredOn(problem -> !BEYOND_THE_PAGE.contains(problem.code()))
        .isEmpty();
  }

  private static List<String> blocks(String page, String... starts) {
    List<String> files = new ArrayList<>();
    for (String start : starts) {
      for (int at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
        int from = page.indexOf('\n', at) + 1;
        files.add(page.substring(from, page.indexOf("```", from)));
      }
    }
    return files;
  }
}
