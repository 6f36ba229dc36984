package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTemplateTest {

  private static final ZonedDateTime TIME =
      ZonedDateTime.of(2026, 3, 4, 5, 6, 7, 0, ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @CsvSource({
    "{id}_{slug}, 1a2b_add_x.sql",
    "{slug}.{id}, add_x.1a2b.sql",
    "{year}-{month}-{day}_{hour}{minute}{second}_{id}_{slug}, 2026-03-04_050607_1a2b_add_x.sql",
    "{epoch}_{id}, 1772597167_1a2b.sql",
    "V{id}__{slug}, V1a2b__add_x.sql",
  })
  void aNameIsMadeOfThePartsOfTheTemplate(String template, String name) {
    assertThat(FileNameTemplate.parse(template).fileName("1a2b", "add_x", TIME, ".sql"))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "{id}_{slug}, 1a2b.sql",
    "{slug}_{id}, 1a2b.sql",
    "{year}_{slug}_{id}, 2026_1a2b.sql",
    "{slug}x{id}, x1a2b.sql",
  })
  void withoutASlugTheSeparatorGoesAsWell(String template, String name) {
    FileNameTemplate parsed = FileNameTemplate.parse(template);

    assertThat(parsed.fileName("1a2b", "", TIME, ".sql")).isEqualTo(name);
    assertThat(parsed.messageOf(name, "1a2b")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a_b.sql",
    "..\\x, .._x.sql",
    "con, _con.sql",
    "NUL, _NUL.sql",
    "com1.x, _com1.x.sql",
    "console, console.sql",
    ".hidden, _.hidden.sql",
    "#x, _x.sql",
    "a*b?, a_b_.sql",
    "Überblick, Überblick.sql"
  })
  void anIdCannotLeaveTheFolderHideOrNameADevice(String id, String name) {
    String made = FileNameTemplate.DEFAULT.fileName(id, "", TIME, ".sql");

    assertThat(made).isEqualTo(id.startsWith("..") ? "_" + name : name);
  }

  @Test
  void aLongIdIsCutWithinTheLimitOfFileSystems() {
    String name =
        FileNameTemplate.DEFAULT.fileName("😀ä".repeat(127), "s".repeat(40), TIME, ".sql");

    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{slug}|it does not contain {id}.",
        "{id}_{slog}|{slog} is unknown.",
        "{id}_{|a brace is not closed.",
        "{year}/{id}|it contains \"/\".",
        "..\\{id}|it contains \"\\\".",
        "{id}:x|\":\" cannot stand in a file name on every system.",
        "''|it does not contain {id}.",
      })
  void aTemplateThatCouldNotNameFilesIsRefused(String template, String reason) {
    assertThatThrownBy(() -> FileNameTemplate.parse(template))
        .isInstanceOf(ScriptException.class)
        .hasMessage("Cannot use \"" + template + "\" as a template of file names: " + reason);
  }

  @Test
  void theNearestWordIsSuggested() {
    assertThatThrownBy(() -> FileNameTemplate.parse("{id}_{slog}"))
        .isInstanceOfSatisfying(
            ScriptException.class,
            e -> assertThat(e.hint().orElseThrow()).startsWith("Did you mean {slug}?"));
  }

  @Property
  void theSlugIsFoundAgainInTheName(
      @ForAll("templates") String template,
      @ForAll("ids") String id,
      @ForAll("slugs") String slug) {
    FileNameTemplate parsed = FileNameTemplate.parse(template);

    String name = parsed.fileName(id, slug, TIME, ".sql");

    assertThat(parsed.messageOf(name, id)).isEqualTo(slug.replace('_', ' '));
  }

  @Provide
  Arbitrary<String> templates() {
    return Arbitraries.of(
        List.of(
            "{id}_{slug}",
            "{year}{month}{day}_{id}_{slug}",
            "{slug}-{id}",
            "{epoch}.{slug}_{year}_{id}"));
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings().withCharRange('0', '9').withCharRange('a', 'f').ofLength(12);
  }

  @Provide
  Arbitrary<String> slugs() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMaxSize(4)
        .map(words -> String.join("_", words));
  }
}
