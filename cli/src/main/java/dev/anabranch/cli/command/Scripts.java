package dev.anabranch.cli.command;

import dev.anabranch.cli.output.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** Writes SQL scripts to standard output. */
final class Scripts {
  private Scripts() {}

  static void write(Console console, Consumer<Appendable> script) {
    try {
      Writer out = console.script();
      script.accept(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
