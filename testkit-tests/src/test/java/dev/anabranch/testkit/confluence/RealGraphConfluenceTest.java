package dev.anabranch.testkit.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anabranch.testkit.junit.RequiresServer;
import dev.anabranch.testkit.server.TestServers;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graph of a real project, 336 revisions with 32 merges, whose branches all work on one table.
 */
@RequiresServer("h2")
class RealGraphConfluenceTest {

  private static final Path GRAPH =
      Path.of("..", "..", "shared", "real-graphs", "superset-fork-dodopizza.json");

  private static final Pattern REVISION =
      Pattern.compile("\"id\":\\s*\"(\\w+)\",\\s*\"down\":\\s*\\[([^\\]]*)\\]");

  @TempDir Path folder;

  private Map<String, List<String>> parents() throws IOException {
    Map<String, List<String>> parents = new LinkedHashMap<>();
    Matcher matcher = REVISION.matcher(Files.readString(GRAPH));
    while (matcher.find()) {
      List<String> down = new ArrayList<>();
      Pattern.compile("\\w+").matcher(matcher.group(2)).results().forEach(m -> down.add(m.group()));
      parents.put(matcher.group(1), down);
    }
    return parents;
  }

  private static String body(int number) {
    return switch (number % 4) {
      case 0 -> "CREATE TABLE t_" + number + " (id INTEGER PRIMARY KEY REFERENCES t_0 (id));";
      case 1 -> "ALTER TABLE t_0 ADD COLUMN c_" + number + " INTEGER;";
      case 2 -> "UPDATE t_0 SET n = n + " + number + ";";
      default -> "CREATE VIEW v_" + number + " AS SELECT id, n FROM t_0;";
    };
  }

  @Test
  void isConfluent() throws IOException {
    assumeTrue(
        Files.exists(GRAPH),
        "no real graphs: the folder ../shared/real-graphs does not stand beside the checkout");
    Branches files = new Branches(folder);
    Map<String, Integer> numbers = new HashMap<>();
    parents()
        .forEach(
            (id, down) -> {
              int number = numbers.size();
              numbers.put(id, number);
              String header = down.isEmpty() ? "" : "@revises " + String.join(", ", down);
              if (down.isEmpty()) {
                files.revision(
                    id,
                    header,
                    "CREATE TABLE t_0 (id INTEGER PRIMARY KEY, n INTEGER);"
                        + "INSERT INTO t_0 VALUES (1, 1);");
              } else if (down.size() == 1) {
                files.revision(id, header, body(number));
              } else {
                files.merge(id, String.join(", ", down));
              }
            });

    ConfluenceReport report =
        new ConfluenceVerifier(
                files.load(),
                TestServers.shared().require("h2"),
                ConfluenceOptions.of(VerificationOptions.builder().rows(0).build())
                    .withInterleavings(2),
                ConfluenceListener.NONE)
            .verify();

    assertThat(report.conflicts()).isEmpty();
    assertThat(report.notProved()).isEmpty();
    assertThat(report.meetings()).hasSize(32);
    assertThat(report.pairs()).isEqualTo(103);
    assertThat(report.run()).isPositive();
    assertThat(report.settled() + report.run()).isEqualTo(report.pairs());
  }
}
