package dev.anabranch.cli;

import dev.anabranch.cli.process.Environment;
import dev.anabranch.cli.process.Interruption;
import dev.anabranch.cli.process.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the command line in this process, in a folder of its own, and keeps what it wrote. */
public final class CliRun {
  private final Path folder;
  private final Map<String, String> variables = new TreeMap<>();
  private Charset charset = StandardCharsets.UTF_8;
  private boolean terminal;

  private CliRun(Path folder) {
    this.folder = folder;
  }

  /** What a run left. */
  public record Result(int code, String out, String err) {
    /** Returns the lines of standard output. */
    public List<String> lines() {
      return out.lines().toList();
    }
  }

  public static CliRun in(Path folder) {
    return new CliRun(folder);
  }

  public CliRun with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public CliRun writing(Charset encoding) {
    this.charset = encoding;
    return this;
  }

  public CliRun onTerminal() {
    terminal = true;
    return this;
  }

  public Result run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = run(out, err, words);
    return new Result(code, out.toString(charset), err.toString(charset));
  }

  public int run(OutputStream out, OutputStream err, String... words) {
    Streams streams =
        new Streams(InputStream.nullInputStream(), out, err, terminal, terminal, charset, 80);
    return new Application(
            new Environment(Map.copyOf(variables), folder, streams, new Interruption()))
        .run(List.of(words));
  }

  /** Writes a file of the project, with its folders. */
  public CliRun file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a revision that makes a table of its name. */
  public CliRun revision(String id, String parents, String message) {
    return revision(id, parents, message, "");
  }

  /** Writes a revision that makes a table of its name, with further lines in its header. */
  public CliRun revision(String id, String parents, String message, String header) {
    return file(
        "revisions/" + id + "_" + message.replace(' ', '_') + ".sql",
        "-- @revision "
            + id
            + "\n"
            + (parents.isEmpty() ? "" : "-- @revises " + parents + "\n")
            + (header.isEmpty() ? "" : header + "\n")
            + "\n-- @upgrade\nCREATE TABLE t_"
            + id
            + " (id INT);\n\n-- @downgrade\nDROP TABLE t_"
            + id
            + ";\n");
  }

  /** Writes a configuration with an H2 database in memory that lasts as long as this process. */
  public CliRun onMemoryDatabase() {
    return file(
        "anabranch.toml",
        """
        revisions = ["revisions"]
        [database]
        url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1"
        user = "sa"
        """
            .formatted(folder.toAbsolutePath().toString().replaceAll("[^A-Za-z0-9]", "_")));
  }
}
