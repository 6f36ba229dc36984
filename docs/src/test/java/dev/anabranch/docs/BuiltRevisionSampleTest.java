package dev.anabranch.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anabranch.Anabranch;
import dev.anabranch.script.RevisionIndexProcessor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows as a revision of an application is built and run as its text says. */
class BuiltRevisionSampleTest {
  private static final String START = "```java\npackage com.acme.shop.revisions;\n";

  @TempDir Path directory;

  @Test
  void theRevisionOfThePageIsFoundOnTheClassPathAndRuns() throws Exception {
    Path source = directory.resolve("src/CreateCustomer.java");
    Path classes = directory.resolve("classes");
    Files.createDirectories(source.getParent());
    Files.createDirectories(classes);
    Files.writeString(source, sample());
    assertThat(compile(source, classes)).isZero();
    assertThat(classes.resolve("META-INF/anabranch/revisions.index")).exists();

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Anabranch anabranch =
          Anabranch.builder()
              .url("jdbc:h2:mem:built-sample;DB_CLOSE_DELAY=-1")
              .classLoader(loader)
              .locations("classpath:com/acme/shop/revisions")
              .build();
      anabranch.upgrade("heads");
      assertThat(anabranch.current().rows()).containsExactly("1975ea83b712");
    }
  }

  private static String sample() throws IOException {
    String page = Files.readString(Path.of("how-to/write-a-java-revision.md"));
    int from = page.indexOf(START) + "```java\n".length();
    return page.substring(from, page.indexOf("```", from));
  }

  private static int compile(Path source, Path classes) throws URISyntaxException {
    String core =
        Path.of(
                RevisionIndexProcessor.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI())
            .toString();
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            null,
            null,
            "-processorpath",
            core,
            "-cp",
            core,
            "-d",
            classes.toString(),
            source.toString());
  }
}
