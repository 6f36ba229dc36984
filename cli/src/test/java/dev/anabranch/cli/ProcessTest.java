package dev.anabranch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only a process of its own shows: which classes a command loads, and how it ends on a signal.
 */
class ProcessTest {
  @TempDir Path folder;

  private Process start(List<String> javaOptions, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  /** The child runs in another folder, where relative entries would mean something else. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void headsLoadsNoDriverNoDialectNoEngineAndNoJson() throws Exception {
    CliRun.in(folder)
        .file(
            "anabranch.toml",
            "[database]\nurl = \"jdbc:h2:mem:x\"\npassword = \"${NOT_SET_ANYWHERE}\"\n")
        .revision("one", "", "first");
    Path classes = folder.resolve("classes.txt");

    Process process = start(List.of("-Xlog:class+load:file=" + classes), "heads");
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(out.strip()).isEqualTo("one (head), first");
    assertThat(
            Files.readAllLines(classes).stream()
                .map(line -> line.replaceAll(".*\\] (\\S+) source:.*", "$1")))
        .contains("dev.anabranch.cli.command.HeadsCommand")
        .noneMatch(name -> name.startsWith("org.h2."))
        .noneMatch(name -> name.startsWith("org.postgresql."))
        .noneMatch(name -> name.startsWith("java.sql.Driver"))
        .noneMatch(name -> name.startsWith("com.fasterxml."))
        .noneMatch(name -> name.startsWith("net.gcardone."))
        .noneMatch(name -> name.startsWith("dev.anabranch.testkit."))
        .noneMatch(name -> name.startsWith("dev.anabranch.engine."))
        .noneMatch(name -> name.startsWith("dev.anabranch.history."))
        .noneMatch(name -> name.startsWith("dev.anabranch.dialect."));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
  void aSignalStopsTheRunAndSaysWhere() throws Exception {
    CliRun.in(folder)
        .file(
            "anabranch.toml", "[database]\nurl = \"jdbc:h2:file:${project}/data\"\nuser = \"sa\"\n")
        .revision("one", "", "first")
        .file(
            "revisions/two.sql",
            """
            -- @revision two
            -- @revises one

            -- @upgrade
            INSERT INTO t_one SELECT COUNT(A.X * B.X) FROM SYSTEM_RANGE(1, 10000000) A, SYSTEM_RANGE(1, 10000000) B;
            """);

    Process process = start(List.of(), "upgrade", "heads");
    String rest;
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String line = err.readLine();
      assertThat(line).startsWith("applied   one");
      // Process.destroy() would close the streams too.
      process.toHandle().destroy();
      rest = String.join("\n", err.lines().toList());
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(rest).contains("Stopped on request", "[ANB-4003]");
    assertThat(process.exitValue()).isEqualTo(5);
    assertThat(CliRun.in(folder).run("current").out()).isEqualTo("one (current), first\n");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there")
  void aSignalStopsAVerificationBetweenRevisions() throws Exception {
    CliRun cli = CliRun.in(folder).file("anabranch.toml", "");
    String parent = "";
    for (int i = 1; i <= 200; i++) {
      cli.revision("r" + i, parent, "create");
      parent = "r" + i;
    }

    Process process = start(List.of(), "verify", "--on", "h2", "--losses", "reported");
    String rest;
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(err.readLine()).startsWith("h2  passed  r1  create");
      process.toHandle().destroy();
      rest = String.join("\n", err.lines().toList());
    }

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(rest)
        .contains("Stopping when the revisions that are being verified are done.")
        .contains("Cannot finish the verification: it was stopped. [ANB-3303]")
        .doesNotContain("h2  passed  r200");
    assertThat(process.exitValue()).isEqualTo(5);
  }

  @Test
  void trainingWritesNothing() throws Exception {
    Process process = start(List.of("-Danabranch.train=true"));

    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(process.waitFor()).isZero();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
