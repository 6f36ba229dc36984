package dev.anabranch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged product, as it is unpacked: what is in it and how its script starts it. */
class ProductIT {

  private static final Path BUILT = Path.of(System.getProperty("anabranch.product"));
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Nested
  class Content {

    @Test
    void everyJarOfOthersIsNamedWithItsLicence() throws IOException {
      List<String> shipped =
          jars().stream()
              .map(name -> name.replaceFirst("-\\d.*", ""))
              .filter(name -> !name.startsWith("anabranch-"))
              .toList();
      List<String> named =
          Files.readString(BUILT.resolve("THIRD-PARTY.md"))
              .lines()
              .filter(line -> line.startsWith("| `"))
              .map(line -> line.substring(3, line.indexOf('`', 3)))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(shipped);
    }

    @Test
    void theManifestListsEveryJarInOneOrder() throws IOException {
      Path main = BUILT.resolve("lib").resolve(jarOf("anabranch-cli"));
      try (JarFile jar = new JarFile(main.toFile())) {
        String classPath =
            jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        List<String> others =
            jars().stream().filter(name -> !name.startsWith("anabranch-cli-")).toList();
        assertThat(classPath.split(" ")).containsExactlyInAnyOrderElementsOf(others);
        assertThat(classPath).startsWith(jarOf("anabranch-core"));
      }
    }

    @Test
    void holdsTheTextsOfTheLicence() {
      assertThat(BUILT.resolve("LICENSE")).isNotEmptyFile();
      assertThat(BUILT.resolve("NOTICE")).isNotEmptyFile();
    }
  }

  @Nested
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for POSIX shells")
  class Script {

    private final Map<String, String> environment = new TreeMap<>();
    private Path product;
    private Path cache;

    @BeforeEach
    void unpackIntoAFolderWithABlank() throws IOException {
      product = folder.resolve("my products").resolve(BUILT.getFileName());
      copy(BUILT, product);
      cache = Files.createDirectory(folder.resolve("cache"));
      environment.put("PATH", System.getenv("PATH"));
      environment.put("JAVA_HOME", JAVA_HOME.toString());
      environment.put("XDG_CACHE_HOME", cache.toString());
      environment.put("ANABRANCH_ARCHIVE", "off");
    }

    @Test
    void startsThroughALink() throws Exception {
      Path bin = Files.createDirectory(folder.resolve("bin"));
      Files.createSymbolicLink(bin.resolve("first"), script());
      Path second = Files.createSymbolicLink(bin.resolve("second"), Path.of("first"));
      assertThat(run(second, "version"))
          .isEqualTo(run(script(), "version"))
          .matches(Result::isFine);
    }

    @Test
    void startsWithoutJavaHome() throws Exception {
      environment.remove("JAVA_HOME");
      environment.put("PATH", JAVA_HOME.resolve("bin") + ":" + System.getenv("PATH"));
      assertThat(run(script(), "version")).matches(Result::isFine);
    }

    @Test
    void startsAJavaWithoutAReleaseFile() throws Exception {
      Path java = executable(folder.resolve("my-java"), "exec '" + JAVA_HOME + "/bin/java' \"$@\"");
      environment.put("ANABRANCH_JAVA", java.toString());
      assertThat(run(script(), "version")).matches(Result::isFine);
    }

    @Test
    void handsOverOptionsForTheJavaMachine() throws Exception {
      Path java =
          executable(
              folder.resolve("my-java"), "[ $1 != -version ] || exit 0; printf '%s;' \"$@\"");
      environment.put("ANABRANCH_JAVA", java.toString());
      environment.put("ANABRANCH_OPTS", "-Xmx1g -Dname=*");
      assertThat(run(script(), "upgrade", "a b", "").out())
          .contains(";-Xmx1g;-Dname=*;")
          .endsWith(";dev.anabranch.cli.Main;upgrade;a b;;");
    }

    @Test
    void refusesAnOldJavaWithoutStartingIt() throws Exception {
      Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
      executable(old.resolve("bin/java"), "echo started");
      Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
      environment.put("JAVA_HOME", old.toString());
      Result result = run(script(), "version");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .contains("is Java 11.0.2, and Anabranch needs 17 or newer.")
          .contains("hint: ");
    }

    @Test
    void refusesAJavaHomeWithoutJava() throws Exception {
      environment.put("JAVA_HOME", folder.toString());
      Result result = run(script(), "version");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err())
          .contains("JAVA_HOME is " + folder + ", but there is no bin/java in it.");
    }

    @Test
    void refusesToChooseBetweenTwoProducts() throws Exception {
      Files.createFile(product.resolve("lib/anabranch-cli-0.0.1.jar"));
      Result result = run(script(), "version");
      assertThat(result.code()).isEqualTo(1);
      assertThat(result.err()).contains("holds two products");
    }

    @Test
    void startsWithoutAnyPlaceForACache() throws Exception {
      environment.remove("ANABRANCH_ARCHIVE");
      environment.remove("XDG_CACHE_HOME");
      assertThat(run(script(), "version")).matches(Result::isFine);
      environment.put("XDG_CACHE_HOME", Files.createFile(folder.resolve("file")).toString());
      assertThat(run(script(), "version")).matches(Result::isFine);
    }

    @Test
    void trainsAnArchiveOnceAndAgainWhenItIsDamaged() throws Exception {
      environment.remove("ANABRANCH_ARCHIVE");
      try (WatchService watch = FileSystems.getDefault().newWatchService()) {
        Path place = Files.createDirectory(cache.resolve("anabranch"));
        place.register(
            watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
        Result expected = run(script(), "version");
        Path archive = awaitArchive(place, watch, new byte[0]);
        assertThat(expected).matches(Result::isFine);

        FileTime trained = Files.getLastModifiedTime(archive);
        assertThat(run(script(), "version")).isEqualTo(expected);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(trained);

        byte[] whole = Files.readAllBytes(archive);
        for (byte[] damaged :
            List.of("not an archive".getBytes(UTF_8), Arrays.copyOf(whole, whole.length / 2))) {
          Files.delete(archive);
          Files.write(archive, damaged);
          assertThat(run(script(), "version")).isEqualTo(expected);
          awaitArchive(place, watch, damaged);
        }
      }
    }

    /** Waits until there is an archive other than this one, and the trainer's lock is gone. */
    private Path awaitArchive(Path place, WatchService watch, byte[] other) throws Exception {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (true) {
        List<Path> files = list(place);
        List<Path> archives =
            files.stream().filter(file -> file.toString().endsWith(".jsa")).toList();
        if (files.size() == 2
            && archives.size() == 1
            && !Arrays.equals(Files.readAllBytes(archives.get(0)), other)) {
          return archives.get(0);
        }
        WatchKey key = watch.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        assertThat(key).as("no archive was made in %s: %s", PATIENCE, list(place)).isNotNull();
        key.pollEvents();
        key.reset();
      }
    }

    private Path script() {
      return product.resolve("bin/anabranch");
    }

    private Result run(Path script, String... arguments) throws Exception {
      List<String> command = new ArrayList<>(List.of(script.toString()));
      command.addAll(List.of(arguments));
      Path out = folder.resolve("out.txt");
      Path err = folder.resolve("err.txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private Path executable(Path file, String line) throws IOException {
      Files.writeString(file, "#!/bin/sh\n" + line + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
      return file;
    }
  }

  private record Result(int code, String out, String err) {

    boolean isFine() {
      return code == 0 && !out.isBlank() && err.isEmpty();
    }
  }

  private static List<String> jars() throws IOException {
    return list(BUILT.resolve("lib")).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static String jarOf(String artifact) throws IOException {
    return jars().stream()
        .filter(name -> name.startsWith(artifact + "-"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(
            file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
