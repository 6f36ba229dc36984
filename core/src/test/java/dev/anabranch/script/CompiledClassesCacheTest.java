package dev.anabranch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anabranch.script.internal.ClassFileCache;
import dev.anabranch.script.internal.ClassFiles;
import dev.anabranch.script.internal.Compilation;
import dev.anabranch.script.internal.MemoryCompiler;
import dev.anabranch.script.internal.SourceText;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is compiled once is kept, by content, in the user's cache folder. */
class CompiledClassesCacheTest {

  @TempDir Path directory;
  private Path cache;
  private ScriptFolder folder;
  private JavaOptions java;

  @BeforeEach
  void createFolders() {
    cache = directory.resolve("cache/anabranch");
    folder = new ScriptFolder(directory.resolve("revisions"));
    java = JavaOptions.none().withCacheFolder(cache);
  }

  @Test
  void theSameSourcesAreCompiledOnce() throws IOException {
    write("one");
    assertThat(says()).isEqualTo("one");
    Path one = entries().get(0);
    write("two");
    assertThat(says()).isEqualTo("two");
    assertThat(entries()).hasSize(2);

    // Whoever takes the entry of the first for that of the second has not compiled.
    Path two = entries().stream().filter(entry -> !entry.equals(one)).findFirst().orElseThrow();
    Files.write(two, Files.readAllBytes(one));

    assertThat(says()).isEqualTo("one");
  }

  @Test
  void nothingIsKeptWithoutACacheFolder() {
    write("one");
    java = java.withoutCache();

    assertThat(says()).isEqualTo("one");
    assertThat(cache).doesNotExist();
  }

  @Test
  void aDamagedEntryIsIgnoredAndMadeAnew() throws IOException {
    write("one");
    says();
    Path entry = entries().get(0);
    byte[] good = Files.readAllBytes(entry);

    for (byte[] bad : damaged(good)) {
      Files.write(entry, bad);
      assertThat(says()).isEqualTo("one");
      assertThat(Files.readAllBytes(entry)).isEqualTo(good);
    }
  }

  private static List<byte[]> damaged(byte[] good) {
    byte[] changed = good.clone();
    changed[good.length / 2] ^= 1;
    byte[] half = Arrays.copyOf(good, good.length / 2);
    return List.of(changed, half, new byte[0], new byte[] {1, 2, 3}, new byte[4096]);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoError() throws IOException {
    write("one");
    Files.createDirectories(cache.getParent());
    Files.writeString(cache, "a file");

    assertThat(says()).isEqualTo("one");
  }

  @Test
  void aFolderThatEverybodyMayWriteToIsNotTrusted() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
        "needs a file system with POSIX permissions");
    write("one");
    says();
    Path one = entries().get(0);
    write("two");
    says();
    Path two = entries().stream().filter(entry -> !entry.equals(one)).findFirst().orElseThrow();
    Files.write(two, Files.readAllBytes(one));
    Files.setPosixFilePermissions(
        cache.resolve("java"), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(says()).isEqualTo("two");
  }

  @Test
  void mistakesAreNotKept() throws IOException {
    folder.write("1_a.java", "class A { x }");
    folder.write(
        "Other.java", "@dev.anabranch.migration.RevisionInfo(id = \"1\") public class Other {}");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(this::says).isInstanceOf(InvalidScriptsException.class);
    }
    assertThat(entries()).isEmpty();
  }

  @Nested
  class AnEntryIsForOneStateOf {

    @BeforeEach
    void compileOnce() throws IOException {
      write("one");
      says();
      assertThat(entries()).hasSize(1);
      assertThat(says()).isEqualTo("one");
      assertThat(entries()).hasSize(1);
    }

    @Test
    void allSources() throws IOException {
      folder.write("Helper.java", "class Helper {}");
      says();
      assertThat(entries()).hasSize(2);
    }

    @Test
    void theirNames() throws IOException {
      Files.move(
          directory.resolve("revisions/1_a.java"), directory.resolve("revisions/1_other.java"));
      says();
      assertThat(entries()).hasSize(2);
    }

    @Test
    void theClassPath() throws IOException {
      Path classes = Files.createDirectories(directory.resolve("classes"));
      java = java.withClassPath(List.of(ClassPathEntry.parse("classes", directory)));
      says();
      assertThat(entries()).hasSize(2);

      Files.writeString(classes.resolve("a.txt"), "1");
      says();
      assertThat(entries()).hasSize(3);

      Files.setLastModifiedTime(classes.resolve("a.txt"), FileTime.from(Instant.EPOCH));
      says();
      assertThat(entries()).hasSize(4);
      says();
      assertThat(entries()).hasSize(4);
    }
  }

  @Nested
  class OldEntries {

    private final ClassFiles classes = compiled();

    @Test
    void areTakenAwayWhenThereAreTooMany() throws IOException {
      ClassFileCache entries = new ClassFileCache(cache.resolve("java"));
      for (int i = 0; i < 60; i++) {
        entries.put("key" + i, classes);
        Files.setLastModifiedTime(
            cache.resolve("java/key" + i + ".classes"),
            FileTime.from(Instant.now().minusSeconds(1000 - i)));
      }

      entries.put("last", classes);

      assertThat(entries()).hasSize(50);
      assertThat(entries.get("last")).isPresent();
      assertThat(entries.get("key59")).isPresent();
      assertThat(entries.get("key0")).isEmpty();
    }

    @Test
    void areTakenAwayWhenNobodyHasUsedThemForLong() throws IOException {
      ClassFileCache entries = new ClassFileCache(cache.resolve("java"));
      for (String key : List.of("unused", "used")) {
        entries.put(key, classes);
        Files.setLastModifiedTime(
            cache.resolve("java/" + key + ".classes"),
            FileTime.from(Instant.now().minus(Duration.ofDays(100))));
      }
      Path left = Files.writeString(cache.resolve("java/killed.tmp"), "x");
      Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
      Path foreign = Files.writeString(cache.resolve("java/notes.txt"), "x");
      Files.setLastModifiedTime(foreign, FileTime.from(Instant.EPOCH));

      assertThat(entries.get("used")).isPresent();
      entries.put("new", classes);

      assertThat(entries.get("used")).isPresent();
      assertThat(entries.get("unused")).isEmpty();
      assertThat(left).doesNotExist();
      assertThat(foreign).exists();
    }

    private static ClassFiles compiled() {
      Compilation compilation =
          new MemoryCompiler().compile(List.of(new SourceText("A.java", "class A {}")), List.of());
      return ((Compilation.Done) compilation).classes();
    }
  }

  @Nested
  class TheFolder {

    @Test
    void isTheOneOfTheEnvironment() {
      Path home = directory.resolve("home");

      assertThat(folder("XDG_CACHE_HOME", "/var/c", "HOME", home.toString()))
          .isEqualTo(Path.of("/var/c/anabranch"));
      assertThat(folder("XDG_CACHE_HOME", "relative", "HOME", home.toString()))
          .isEqualTo(home.resolve(".cache/anabranch"));
      assertThat(folder("LOCALAPPDATA", "/local", "HOME", home.toString()))
          .isEqualTo(Path.of("/local/anabranch/cache"));
    }

    @Test
    void isThatOfMacOsWhereThereIsOne() throws IOException {
      Path home = directory.resolve("home");
      Files.createDirectories(home.resolve("Library/Caches"));

      assertThat(folder("HOME", home.toString()))
          .isEqualTo(home.resolve("Library/Caches/anabranch"));
    }

    @Test
    void isNoneWhereNobodyTells() {
      assertThat(JavaOptions.of(Map.of()).cacheFolder()).isEmpty();
      assertThat(JavaOptions.of(Map.of("HOME", "/", "XDG_CACHE_HOME", "")).cacheFolder()).isEmpty();
    }

    private Path folder(String... variables) {
      Map<String, String> environment = new TreeMap<>();
      for (int i = 0; i < variables.length; i += 2) {
        environment.put(variables[i], variables[i + 1]);
      }
      return JavaOptions.of(environment).cacheFolder().orElseThrow();
    }
  }

  private void write(String word) {
    folder.write(
        "1_a.java",
        """
        import dev.anabranch.migration.*;
        @RevisionInfo(id = "1")
        public class A implements Migration {
          @Override public void upgrade(Operations op) {}
          @Override public void downgrade(Operations op) {}
          @Override public String toString() { return "%s"; }
        }
        """
            .formatted(word));
  }

  /** Loads the project anew and asks its revision. */
  private String says() {
    RevisionScripts scripts =
        RevisionScripts.load(
            folder.options().withJava(java), CompiledClassesCacheTest.class.getClassLoader());
    return ((JavaRevisionScript) scripts.scripts().get(0)).migration().toString();
  }

  private List<Path> entries() throws IOException {
    Path entries = cache.resolve("java");
    if (!Files.isDirectory(entries)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(entries)) {
      return new ArrayList<>(
          files.filter(f -> f.toString().endsWith(".classes")).sorted().toList());
    }
  }
}
