package dev.anabranch.cli.output;

import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.process.Streams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command writes: its result to standard output, notes to standard error.
 *
 * <p>A reader that goes away ({@code | head}) is no failure: what is written after that is dropped.
 * For one thread, except {@link #note} and {@link #warn}, which a listener may call from another
 * one.
 */
public final class Console {
  private final Streams streams;
  private final ResultStream result;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Style outStyle;
  private final Style errStyle;
  private final boolean json;
  private final boolean quiet;
  private final boolean verbose;
  private final boolean drawsLines;
  private Optional<String> database = Optional.empty();

  /**
   * Creates a console.
   *
   * @param streams where to write
   * @param environment the environment variables, for {@code NO_COLOR} and {@code TERM}
   * @param globals what the user asked for
   */
  public Console(Streams streams, Map<String, String> environment, GlobalOptions globals) {
    this.streams = streams;
    this.result = new ResultStream(streams.out());
    this.out = writer(result, streams.charset());
    this.err = writer(streams.err(), streams.charset());
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean noColor = dumb || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    this.outStyle = new Style(isColored(globals.color(), noColor, streams.outIsTerminal()));
    this.errStyle = new Style(isColored(globals.color(), noColor, streams.errIsTerminal()));
    this.json = globals.json();
    this.quiet = globals.quiet();
    this.verbose = globals.verbose();
    this.drawsLines = !dumb && streams.charset().newEncoder().canEncode("│─╭╮╯╰├┤┼┴┬●○◉");
  }

  private static boolean isColored(GlobalOptions.Color color, boolean noColor, boolean terminal) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTOMATIC -> terminal && !noColor;
    };
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    Writer encoder =
        new OutputStreamWriter(
            stream,
            charset
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    return new PrintWriter(new BufferedWriter(encoder, 1 << 14), false);
  }

  /** Returns whether the result is written as JSON. */
  public boolean isJson() {
    return json;
  }

  /** Returns whether more is told. */
  public boolean isVerbose() {
    return verbose;
  }

  /** Returns whether lines and dots can be drawn, not only ASCII. */
  public boolean drawsLines() {
    return drawsLines;
  }

  /** Returns the width of the terminal in characters. */
  public int columns() {
    return streams.columns();
  }

  /** Returns whether progress is shown in one line that is rewritten. */
  public boolean rewritesProgress() {
    return streams.errIsTerminal() && !quiet && !json;
  }

  /** Returns how text on standard output is painted. */
  public Style style() {
    return outStyle;
  }

  /** Returns how text on standard error is painted. */
  public Style noteStyle() {
    return errStyle;
  }

  /** Writes one line of the result. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Returns whether whoever reads the result has gone away. */
  public boolean isClosed() {
    out.flush();
    return result.isBroken();
  }

  /** Writes a JSON document as the result. */
  public void json(JsonDocument document) {
    out.flush();
    Json.write(result, withDatabase(document));
  }

  /** Names the database, one of several, that every JSON object is about from now on. */
  public void isAbout(String name) {
    database = Optional.of(name);
  }

  private JsonDocument withDatabase(JsonDocument document) {
    return writer -> {
      if (database.isPresent()) {
        writer.text("database", database.get());
      }
      document.write(writer);
    };
  }

  /**
   * Returns a writer for a SQL script: UTF-8 whatever the terminal shows, because the script is for
   * a program. It need not be closed, only flushed.
   */
  public Writer script() {
    out.flush();
    return new BufferedWriter(new OutputStreamWriter(result, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Writes a line for the user beside the result, unless the user wants quiet or JSON. */
  public void note(String text) {
    if (!quiet && !json) {
      error(text);
    }
  }

  /** Writes a warning, unless the user wants JSON. */
  public void warn(String text) {
    if (!json) {
      error(errStyle.paint(Style.Ink.YELLOW, "Warning:") + " " + text);
    }
  }

  /** Writes a line to standard error in any case. */
  public synchronized void error(String text) {
    out.flush();
    err.print(text);
    err.print('\n');
    err.flush();
  }

  /** Replaces the last line of standard error, on a terminal that rewrites progress. */
  public synchronized void rewrite(String text) {
    err.print("\r\u001b[2K" + text);
    err.flush();
  }

  /** Writes a JSON document to standard error. */
  public void jsonError(JsonDocument document) {
    flush();
    Json.write(streams.err(), withDatabase(document));
  }

  /** Returns the heading of one database among several, for notes. */
  public Optional<String> heading(String database) {
    return quiet || json
        ? Optional.empty()
        : Optional.of(errStyle.paint(Style.Ink.STRONG, "== " + database + " =="));
  }

  /**
   * Returns why the result could not be written, if it could not and the reader has not just gone
   * away.
   */
  public Optional<IOException> failure() {
    flush();
    return result.failure();
  }

  /** Writes what is still held back. */
  public void flush() {
    out.flush();
    err.flush();
  }
}
