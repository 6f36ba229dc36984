package dev.anabranch.script;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A build of an application for a test: sources and classes in two folders. */
final class JavaBuild {

  private static final Path CORE = Path.of("target/classes").toAbsolutePath();

  private final Path sources;
  private final Path classes;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  JavaBuild(Path directory) {
    this.sources = directory.resolve("src");
    this.classes = directory.resolve("classes");
  }

  Path classes() {
    return classes;
  }

  JavaBuild write(String name, String source) {
    new ScriptFolder(sources).write(name, source);
    return this;
  }

  /** Compiles every source with the annotation processor; returns its errors and the compiler's. */
  List<String> compile() {
    try (Stream<Path> files = Files.walk(sources)) {
      return compile(files.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles some sources only, as tools do that compile what has changed. */
  List<String> compileOnly(String... names) {
    return compile(Stream.of(names).map(sources::resolve).toList());
  }

  private List<String> compile(List<Path> files) {
    return compile(files, List.of("-processorpath", CORE.toString()));
  }

  List<String> compile(List<Path> files, List<String> processing) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(collector, Locale.ENGLISH, null)) {
      Files.createDirectories(classes);
      List<String> options = new ArrayList<>(processing);
      options.addAll(List.of("-d", classes.toString(), "-cp", CORE + File.pathSeparator + classes));
      boolean done =
          compiler
              .getTask(
                  null,
                  manager,
                  collector,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      List<String> said =
          collector.getDiagnostics().stream()
              .filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR)
              .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ENGLISH))
              .toList();
      if (done == !said.isEmpty()) {
        throw new AssertionError("done " + done + " with " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String index() {
    try {
      return Files.readString(indexFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path indexFile() {
    return classes.resolve("META-INF/anabranch/revisions.index");
  }

  Path classFile(String className) {
    return classes.resolve(className.replace('.', '/') + ".class");
  }

  URLClassLoader loader() {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, JavaBuild.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
