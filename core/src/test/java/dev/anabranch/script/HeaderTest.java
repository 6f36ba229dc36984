package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.error.SourceLocation;
import dev.anabranch.revision.Revision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

  private static final String FULL =
      """
      -- @revision    ae1027a6acf0
      -- @revises     1975ea83b712
      -- @labels      billing
      -- @depends-on  27c6a30d7c24
      -- @loses       customer.last_order, shop.invoice
      -- @created     2026-11-22T16:40:00Z
      -- When a customer ordered last,
      -- für alle Länder.
      --
      -- Second paragraph.

      -- @upgrade
      ALTER TABLE customer ADD COLUMN last_order TIMESTAMP;
      """;

  @TempDir Path directory;

  @Test
  void everyLineOfAHeaderIsRead() {
    SqlRevisionScript script =
        new ScriptFolder(directory).write("ae1027a6acf0_add_last_order.sql", FULL).loadOnly();

    assertThat(script.revision())
        .isEqualTo(
            new Revision(
                "ae1027a6acf0",
                List.of("1975ea83b712"),
                List.of("27c6a30d7c24"),
                List.of("billing"),
                "add last order",
                Optional.of(new SourceLocation("revisions/ae1027a6acf0_add_last_order.sql", 1))));
    assertThat(script.created()).contains(Instant.parse("2026-11-22T16:40:00Z"));
    assertThat(script.losses()).containsExactly("customer.last_order", "shop.invoice");
    assertThat(script.description())
        .isEqualTo("When a customer ordered last,\nfür alle Länder.\n\nSecond paragraph.");
    assertThat(script.file()).contains(directory.resolve("ae1027a6acf0_add_last_order.sql"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndingsAndAByteOrderMarkMakeNoDifference(String ending) {
    String name = "ae1027a6acf0_add_last_order.sql";
    SqlRevisionScript expected = new ScriptFolder(directory).write(name, FULL).loadOnly();
    Revision revision = expected.revision();
    String description = expected.description();
    String checksum = expected.checksum();
    List<ScriptSection> sections = expected.sections();

    SqlRevisionScript script =
        new ScriptFolder(directory).write(name, "\uFEFF" + FULL.replace("\n", ending)).loadOnly();

    assertThat(script.revision()).isEqualTo(revision);
    assertThat(script.description()).isEqualTo(description);
    assertThat(script.checksum()).isEqualTo(checksum);
    assertThat(script.body().checksum()).isEqualTo(checksum);
    assertThat(script.sections()).isEqualTo(sections);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a b|a,b",
        "a,b|a,b",
        "a , b|a,b",
        "a,,b,|a,b",
        "a\tb\u00A0c|a,b,c",
        "1.2.X|1.2.X",
        "a|a"
      })
  void idsAreSeparatedByCommasOrWhiteSpace(String written, String ids) {
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write("m.sql", "-- @revision m\n-- @revises " + written + "\n-- @upgrade\n")
            .loadOnly();

    assertThat(script.revision().downRevisions()).containsExactly(ids.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-- @revises\n", "-- @revises   \n", "-- @revises ,\n"})
  void aBaseNamesNoParent(String line) {
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write("b.sql", "-- @revision b\n" + line + "-- @upgrade\n")
            .loadOnly();

    assertThat(script.revision().downRevisions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1a2b_add_last_order.sql, {id}_{slug}, add last order",
    "1a2b.sql, {id}_{slug}, ''",
    "1a2b_.sql, {id}_{slug}, ''",
    "2026-11-22_1a2b_add_x.sql, {year}-{month}-{day}_{id}_{slug}, add x",
    "20261122_add_x_1a2b.sql, {year}{month}{day}_{slug}_{id}, add x",
    "1800000000_1a2b_x.sql, {epoch}_{id}_{slug}, x",
    "1a2b-add_x.sql, {year}_{id}_{slug}, add x",
    "add_x-1a2b.sql, {id}_{slug}, add x",
    "something_else.sql, {id}_{slug}, something else",
    "1a2bc_other.sql, {id}_{slug}, 1a2bc other",
  })
  void theMessageIsTheSlugOfTheFileName(String file, String template, String message) {
    ScriptFolder folder =
        new ScriptFolder(directory).write(file, "-- @revision 1a2b\n-- @upgrade\n");
    ScriptOptions options = folder.options().withFileNames(FileNameTemplate.parse(template));

    RevisionScripts scripts = RevisionScripts.load(options, getClass().getClassLoader());

    assertThat(scripts.revisions().get(0).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invoice",
        "customer.last_order",
        "shop.customer.last_order",
        "Größe.Länge",
        "SYS$A.t#1",
        "order-line.1st"
      })
  void aLossIsATableOrAColumn(String name) {
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write("1.sql", "-- @revision 1\n-- @loses " + name + " , b\n-- @upgrade\n")
            .loadOnly();

    assertThat(script.losses()).containsExactly(name, "b");
  }

  @Test
  void whoDeclaresNoLossesHasNone() {
    assertThat(
            new ScriptFolder(directory)
                .write("1.sql", "-- @revision 1\n-- @upgrade\n")
                .loadOnly()
                .losses())
        .isEmpty();
  }

  @Test
  void aWrittenMessageWinsOverTheFileName() {
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write("1_x.sql", "-- @revision 1\n-- @message Größe:  a + b \n-- @upgrade\n")
            .loadOnly();

    assertThat(script.revision().message()).isEqualTo("Größe:  a + b");
  }

  @Test
  void aDescriptionMayHoldALineThatLooksLikeADirective() {
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write("1.sql", "-- @revision 1\n-- @@revision is explained here\n-- @upgrade\n")
            .loadOnly();

    assertThat(script.description()).isEqualTo("@revision is explained here");
  }

  @Test
  void aHeaderLongerThanTheFirstReadIsReadWhole() {
    String parents = "p".repeat(200) + "1, " + "q".repeat(100);
    String line = "-- " + "ä".repeat(100) + "\n";
    SqlRevisionScript script =
        new ScriptFolder(directory)
            .write(
                "long.sql",
                "-- @revision long\n"
                    + line.repeat(1000)
                    + "-- @revises "
                    + parents
                    + "\n-- @upgrade\n")
            .loadOnly();

    assertThat(script.revision().downRevisions())
        .containsExactly("p".repeat(200) + "1", "q".repeat(100));
    assertThat(script.description().lines()).hasSize(1000);
  }

  @Test
  void loadingDoesNotLookBelowTheHeader() {
    byte[] header = "-- @revision 1\n-- @upgrade\n".getBytes(StandardCharsets.UTF_8);
    byte[] content = Arrays.copyOf(header, header.length + 4);
    Arrays.fill(content, header.length, content.length, (byte) 0xFF);

    SqlRevisionScript script = new ScriptFolder(directory).write("1.sql", content).loadOnly();

    assertThat(script.revision().id()).isEqualTo("1");
  }

  @Test
  void theHeaderMayBeAllThereIs() {
    SqlRevisionScript script =
        new ScriptFolder(directory).write("m.sql", "-- @revision m\n-- @revises a, b").loadOnly();

    assertThat(script.revision().downRevisions()).containsExactly("a", "b");
    assertThat(script.sections()).isEmpty();
  }
}
