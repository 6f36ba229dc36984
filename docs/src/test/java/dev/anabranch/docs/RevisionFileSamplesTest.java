package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.error.ErrorCode;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What a page shows as a whole revision file is one that {@code validate} accepts. */
class RevisionFileSamplesTest {

  /** A page does not show the whole project. */
  private static final Set<ErrorCode> BEYOND_THE_PAGE =
      EnumSet.of(ErrorCode.MISSING_PARENT, ErrorCode.MISSING_DEPENDENCY);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"reference/revision-files.md", "how-to/write-sql-revisions.md"})
  void everyRevisionFileOfThePageIsValid(String page) throws IOException {
    List<String> files = revisionFiles(Files.readString(Path.of(page)));
    for (int i = 0; i < files.size(); i++) {
      Files.writeString(directory.resolve(i + ".sql"), files.get(i));
    }

    ScriptOptions options = ScriptOptions.of(ScriptLocation.Folder.of(directory));

    assertThat(files).isNotEmpty();
    assertThat(ScriptChecker.of(options, getClass().getClassLoader()).check())
        .filteredOn(problem -> !BEYOND_THE_PAGE.contains(problem.code()))
        .isEmpty();
  }

  private static List<String> revisionFiles(String page) {
    List<String> files = new ArrayList<>();
    String start = "```sql\n-- @revision";
    for (int at = page.indexOf(start); at >= 0; at = page.indexOf(start, at + 1)) {
      int from = at + "```sql\n".length();
      files.add(page.substring(from, page.indexOf("```", from)));
    }
    return files;
  }
}
