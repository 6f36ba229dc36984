package dev.anabranch.docs.page;

import dev.anabranch.cli.Application;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.cli.process.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Does what a page tells its reader to do, in a folder of its own and in this process.
 *
 * <p>A block with {@code file=NAME} is written to that file; one with {@code edit=NAME} changes
 * lines of it. A {@code console} block in which lines begin with {@code $} shows commands and what
 * they say; one without is a list of commands that have to succeed. {@code in=FOLDER} runs a block
 * in a folder below the reader's, where a project is made if there is none. For one thread.
 */
public final class PageRun {
  /** What pages call the folder that the reader begins in. */
  private static final String HOME = "/home/you";

  private final Path home;
  private final Map<String, String> variables = new TreeMap<>();
  private final Map<String, String> realByShown = new LinkedHashMap<>();
  private Path folder;

  /** Creates a run in an empty folder. */
  public PageRun(Path home) {
    this.home = home;
    this.folder = home;
    realByShown.put(HOME, home.toString());
  }

  /** Puts something real, such as the URL of a server, in the place of what the page shows. */
  public PageRun replacing(String shown, String real) {
    realByShown.put(shown, real);
    return this;
  }

  /** Follows some blocks of a page, in their order. */
  public List<Said> follow(List<Block> blocks) throws IOException {
    List<Said> said = new ArrayList<>();
    for (Block block : blocks) {
      if (block.attribute("file").isPresent()) {
        Path file = folder.resolve(block.attribute("file").get());
        Files.createDirectories(file.getParent());
        Files.writeString(file, real(block.text()));
      } else if (block.attribute("edit").isPresent()) {
        edit(folder.resolve(block.attribute("edit").get()), block);
      } else if (block.isConsole()) {
        Path before = folder;
        if (block.attribute("in").isPresent()) {
          folder = project(block.attribute("in").get());
        }
        said.addAll(console(block));
        folder = block.attribute("in").isPresent() ? before : folder;
      }
    }
    return said;
  }

  /** Replaces the lines with a minus by those with a plus. */
  private static void edit(Path file, Block block) throws IOException {
    String text = Files.readString(file);
    String before = block.linesAfter("-");
    if (!text.contains(before)) {
      throw new IllegalArgumentException(
          "line " + block.line() + ": " + file.getFileName() + " does not have what is replaced");
    }
    Files.writeString(file, text.replace(before, block.linesAfter("+")));
  }

  private Path project(String name) throws IOException {
    Path project = home.resolve(name);
    if (!Files.exists(project)) {
      Files.createDirectories(project);
      anabranch(List.of("-C", project.toString(), "init"), OutputStream.nullOutputStream());
    }
    return project;
  }

  private List<Said> console(Block block) throws IOException {
    boolean shows = block.lines().stream().anyMatch(line -> line.startsWith("$ "));
    List<Said> said = new ArrayList<>();
    List<String> lines = block.lines();
    for (int i = 0; i < lines.size(); ) {
      int at = i++;
      String command = shows ? lines.get(at).substring("$ ".length()) : lines.get(at);
      int from = i;
      while (shows && i < lines.size() && !lines.get(i).startsWith("$ ")) {
        i++;
      }
      said.add(
          new Said(block.line() + at, command, shows, lines.subList(from, i), run(block, command)));
    }
    return said;
  }

  private List<String> run(Block block, String command) throws IOException {
    CommandLine line = CommandLine.parse(real(command));
    String program = line.words().get(0);
    List<String> arguments = line.words().subList(1, line.words().size());
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    switch (program) {
      case "mkdir" -> Files.createDirectories(folder.resolve(arguments.get(0)));
      case "cd" -> folder = folder.resolve(arguments.get(0)).normalize();
      case "cat" -> screen.write(Files.readAllBytes(folder.resolve(arguments.get(0))));
      case "export" -> variables.put(name(arguments.get(0)), value(arguments.get(0)));
      case "anabranch", "./anabranch" -> anabranch(line, arguments, screen);
      default ->
          throw new IllegalArgumentException(
              "line "
                  + block.line()
                  + ": \""
                  + program
                  + "\" is not known here; mark the block with not-run=\"reason\"");
    }
    return shown(screen.toString(StandardCharsets.UTF_8)).lines().toList();
  }

  private void anabranch(CommandLine line, List<String> arguments, ByteArrayOutputStream screen)
      throws IOException {
    int code;
    if (line.output().isPresent()) {
      try (OutputStream file = Files.newOutputStream(folder.resolve(line.output().get()))) {
        code = anabranch(arguments, file, screen);
      }
    } else {
      code = anabranch(arguments, screen);
    }
    if (code != 0) {
      screen.write(("[exit " + code + "]\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private int anabranch(List<String> arguments, OutputStream screen) {
    return anabranch(arguments, screen, screen);
  }

  private int anabranch(List<String> arguments, OutputStream out, OutputStream err) {
    Streams streams =
        new Streams(
            InputStream.nullInputStream(), out, err, false, false, StandardCharsets.UTF_8, 80);
    return new Application(
            new Environment(Map.copyOf(variables), folder, streams, new Interruption()))
        .run(arguments);
  }

  private static String name(String assignment) {
    return assignment.substring(0, assignment.indexOf('='));
  }

  private static String value(String assignment) {
    return assignment.substring(assignment.indexOf('=') + 1);
  }

  private String real(String text) {
    String result = text;
    for (Map.Entry<String, String> entry : realByShown.entrySet()) {
      result = result.replace(entry.getKey(), entry.getValue());
    }
    return result;
  }

  private String shown(String text) {
    String result = text;
    for (Map.Entry<String, String> entry : realByShown.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        result = result.replace(entry.getValue(), entry.getKey());
      }
    }
    return result;
  }
}
