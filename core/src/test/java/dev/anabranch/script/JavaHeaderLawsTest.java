package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The reader of headers agrees with whoever wrote them, and with the compiler. */
class JavaHeaderLawsTest {

  /** What a header says, and how it is written down. */
  record Written(
      String id,
      List<String> revises,
      List<String> losses,
      String message,
      String irreversible,
      List<String> noise) {

    /** Returns a source, with something between all its words. */
    String source(String className) {
      String n = noise.get(0);
      String m = noise.get(1);
      return noise.get(2)
          + "package"
          + blank(n)
          + "p;"
          + n
          + "import dev.anabranch.migration.*;"
          + m
          + noise.get(3)
          + "@"
          + n
          + "RevisionInfo"
          + m
          + "("
          + n
          + "id"
          + m
          + "="
          + n
          + quoted(id)
          + m
          + ","
          + "revises"
          + n
          + "="
          + m
          + list(revises)
          + n
          + ","
          + m
          + "loses"
          + m
          + "="
          + list(losses)
          + ","
          + n
          + "message="
          + quoted(message)
          + n
          + ", irreversible"
          + m
          + "="
          + quoted(irreversible)
          + n
          + ")"
          + m
          + "public"
          + blank(m)
          + "class"
          + blank(n)
          + className
          + blank(n)
          + "implements Migration {"
          + "public void upgrade(Operations op) {} public void downgrade(Operations op) {} }"
          + noise.get(4);
    }

    private static String blank(String noise) {
      return " " + noise + " ";
    }

    private static String list(List<String> values) {
      String texts = values.stream().map(Written::quoted).collect(Collectors.joining(","));
      return values.size() == 1 ? texts : "{" + texts + "}";
    }

    /** Writes a text as a Java author could, some characters as escapes of either kind. */
    private static String quoted(String text) {
      StringBuilder quoted = new StringBuilder("\"");
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        switch (c) {
          case '"' -> quoted.append("\\\"");
          case '\\' -> quoted.append("\\\\");
          case '{' -> quoted.append("\\u007b");
          case '\'' -> quoted.append("\\'");
          case 'q' -> quoted.append("\\161");
          default -> quoted.append(c);
        }
      }
      return quoted.append('"').toString();
    }
  }

  @Property(tries = 500)
  void whatIsWrittenIsRead(@ForAll("headers") Written written) {
    Header header = read(written.source("A"));

    assertThat(header.revision().id()).isEqualTo(written.id());
    assertThat(header.revision().downRevisions()).isEqualTo(written.revises());
    assertThat(header.losses()).isEqualTo(written.losses());
    assertThat(header.irreversibleReason().orElse(""))
        .isEqualTo(written.irreversible().isBlank() ? "" : written.irreversible());
    String message = written.message().strip();
    assertThat(header.revision().message()).isEqualTo(message.isEmpty() ? "x" : message);
  }

  @Property(tries = 20)
  void theCompilerReadsTheSame(@ForAll("manyHeaders") List<Written> all) throws IOException {
    Path directory = Files.createTempDirectory("headers");
    try {
      ScriptFolder folder = new ScriptFolder(directory);
      for (int i = 0; i < all.size(); i++) {
        folder.write("%02d.java".formatted(i), all.get(i).source("C" + i));
      }
      // Whether they form a graph is of no matter here.
      assertThat(folder.check())
          .noneMatch(line -> line.contains("class") || line.contains("The compiler says"));
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Property(tries = 50)
  void aPartOfAFileIsTurnedAwayOrReadLikeTheWhole(@ForAll("headers") Written written) {
    byte[] bytes = written.source("A").getBytes(StandardCharsets.UTF_8);
    Header whole = read(written.source("A"));
    boolean once = false;

    for (int limit = 0; limit <= bytes.length; limit++) {
      Problems problems = new Problems("p");
      JavaHeaderParser parser = new JavaHeaderParser(bytes, 0, limit, false, problems);
      if (parser.parse()) {
        once = true;
        assertThat(problems.found()).isEmpty();
        assertThat(header(parser)).isEqualTo(whole);
      }
    }
    assertThat(once).isTrue();
  }

  @Property(tries = 2000)
  void anyTextIsReadToItsEnd(@ForAll("rubbish") String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems("p");
    JavaHeaderParser parser = new JavaHeaderParser(bytes, 0, bytes.length, true, problems);

    assertThat(parser.parse()).isTrue();
    assertThat(parser.annotated() == null || parser.info() != null).isTrue();
    parser.documentation();
  }

  private static Header read(String source) {
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    Problems problems = new Problems("p");
    JavaHeaderParser parser = new JavaHeaderParser(bytes, 0, bytes.length, true, problems);
    assertThat(parser.parse()).isTrue();
    assertThat(problems.found()).as(source).isEmpty();
    return header(parser);
  }

  private static Header header(JavaHeaderParser parser) {
    HeaderReader.Beginning beginning =
        JavaHeaders.of(
            parser, new ScriptSource.OnDisk("x.java", Path.of("x.java")), FileNameTemplate.DEFAULT);
    return beginning.header();
  }

  @Provide
  Arbitrary<List<Written>> manyHeaders() {
    return headers().list().ofSize(30);
  }

  @Provide
  Arbitrary<Written> headers() {
    Arbitrary<String> ids =
        Arbitraries.strings().withChars("abc019\"\\{'q/*é").ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("ab \"\\{}()@'q/*;,é数").ofMaxLength(12);
    Arbitrary<String> names =
        Arbitraries.strings().withChars("abq_é").ofMinLength(1).ofMaxLength(5);
    Arbitrary<String> losses =
        names.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join(".", parts));
    return Combinators.combine(
            ids,
            ids.list().ofMaxSize(3),
            losses.list().ofMaxSize(3),
            texts,
            texts,
            noise().list().ofSize(5))
        .as(Written::new);
  }

  /** What may stand between any two words of a source. */
  private static Arbitrary<String> noise() {
    return Arbitraries.of(
            "",
            " ",
            "\n",
            "\r\n",
            "\t",
            "// @RevisionInfo(id = \"no\") class No {\n",
            "/* \" ' } ) // */",
            "/** @RevisionInfo(id = \"no\") */",
            "/**/",
            "/***/",
            "/* a **/",
            "//\n",
            "/// three\n")
        .list()
        .ofMaxSize(3)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> rubbish() {
    return Arbitraries.of(
            "@RevisionInfo",
            "@",
            "(",
            ")",
            "{",
            "}",
            ",",
            ";",
            "=",
            "\"",
            "\\",
            "'",
            "\"\"\"",
            "/*",
            "*/",
            "//",
            "/**",
            "///",
            "\n",
            "\r",
            " ",
            "id",
            "revises",
            "\"a\"",
            "class",
            "A",
            "import",
            "package",
            "interface",
            "record",
            "dev.anabranch.migration.RevisionInfo",
            ".",
            "é",
            "1",
            "+")
        .list()
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }
}
