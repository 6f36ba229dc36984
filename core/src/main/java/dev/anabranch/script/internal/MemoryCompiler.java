package dev.anabranch.script.internal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of the running Java, reading and writing memory. */
public final class MemoryCompiler {

  /** Packages whose classes everybody knows by their simple names. */
  private static final Pattern WELL_KNOWN =
      Pattern.compile("\\b(?:java\\.lang|dev\\.anabranch\\.[a-z]+)\\.(?=[A-Z])");

  private final JavaCompiler compiler;

  /**
   * Finds the compiler.
   *
   * @throws IllegalStateException if there is none, as {@link ThisJava} tells
   */
  public MemoryCompiler() {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new IllegalStateException("this Java has no compiler");
    }
    this.compiler = found;
  }

  /**
   * Compiles sources together.
   *
   * @param sources the sources, at least one
   * @param classPath jars and folders with the classes that they use
   */
  public Compilation compile(List<SourceText> sources, List<Path> classPath) {
    List<Mistake> mistakes = new ArrayList<>();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        MemoryFiles files = new MemoryFiles(standard)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      // Else the compiler would also take sources that it meets on the class path.
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      boolean done =
          compiler
              .getTask(
                  said,
                  files,
                  diagnostic -> collect(diagnostic, mistakes),
                  ThisJava.OPTIONS,
                  null,
                  sources.stream().map(MemoryFiles.Source::new).toList())
              .call();
      if (done) {
        return new Compilation.Done(files.written());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (mistakes.isEmpty()) {
      // What the compiler cannot cope with at all, it tells in words only.
      mistakes.add(new Mistake("", 0, "", oneLine(said.toString()), ""));
    }
    return new Compilation.Failed(mistakes);
  }

  private static void collect(
      Diagnostic<? extends JavaFileObject> diagnostic, List<Mistake> mistakes) {
    if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
      return;
    }
    @Nullable JavaFileObject file = diagnostic.getSource();
    SourceText source = file instanceof MemoryFiles.Source memory ? memory.source() : null;
    int line = (int) Math.max(0, diagnostic.getLineNumber());
    mistakes.add(
        new Mistake(
            source == null ? "" : source.path(),
            line,
            diagnostic.getCode(),
            oneLine(diagnostic.getMessage(Locale.ENGLISH)),
            source == null || diagnostic.getPosition() < 0
                ? ""
                : excerpt(source.text(), diagnostic.getPosition())));
  }

  /** Puts what the compiler tells in several lines into one: details stand in parentheses. */
  private static String oneLine(String message) {
    List<String> lines =
        message
            .lines()
            .map(line -> line.strip().replaceAll("\\s+", " "))
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      return "";
    }
    String details = String.join("; ", lines.subList(1, lines.size()));
    String all = lines.get(0) + (details.isEmpty() ? "" : " (" + details + ")");
    return WELL_KNOWN.matcher(all).replaceAll("");
  }

  /**
   * Returns the line around a place and a mark below the place. The compiler's own column counts a
   * tab as many.
   */
  private static String excerpt(String text, long position) {
    int at = (int) Math.min(position, text.length());
    int from = at;
    while (from > 0 && !isLineEnd(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && !isLineEnd(text.charAt(to))) {
      to++;
    }
    String line = text.substring(from, to);
    return line + "\n" + line.substring(0, at - from).replaceAll("[^\t]", " ") + "^";
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
