package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.script.internal.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Java sources of a project, which are compiled together when the first class of them is asked
 * for. Usable by several threads.
 */
final class JavaProject {

  private final List<HeaderLoader.Loaded> sources;
  private final JavaOptions options;
  private final ClassLoader parent;
  private @Nullable Result result;

  /**
   * What became of the sources, as they were at one moment.
   *
   * @param classLoader loads the classes; null if there are problems
   * @param problems what keeps the sources from being compiled
   * @param checksums the checksum of each source by its path
   */
  private record Result(
      @Nullable ClassLoader classLoader,
      List<ScriptProblem> problems,
      Map<String, String> checksums) {}

  JavaProject(List<HeaderLoader.Loaded> sources, JavaOptions options, ClassLoader parent) {
    this.sources = List.copyOf(sources);
    this.options = options;
    this.parent = parent;
  }

  /** Reports classes that two files declare, as far as they are known without compiling. */
  List<ScriptProblem> duplicateClasses() {
    Map<String, SourceLocation> first = new LinkedHashMap<>();
    List<ScriptProblem> problems = new ArrayList<>();
    for (HeaderLoader.Loaded loaded : sources) {
      for (DeclaredClass declared : loaded.beginning().classes()) {
        SourceLocation here = new SourceLocation(loaded.source().shown(), declared.line());
        SourceLocation earlier = first.putIfAbsent(declared.name(), here);
        if (earlier != null) {
          problems.add(duplicate(declared.name(), here, earlier.toString()));
        }
      }
    }
    return problems;
  }

  /** Returns the names of the classes that are known without compiling. */
  Set<String> classes() {
    Set<String> names = new LinkedHashSet<>();
    for (HeaderLoader.Loaded loaded : sources) {
      loaded.beginning().classes().forEach(declared -> names.add(declared.name()));
    }
    return names;
  }

  static ScriptProblem duplicate(String className, SourceLocation here, String earlier) {
    return ScriptProblem.error(
        ErrorCode.DUPLICATE_CLASS,
        here,
        "The class \"" + className + "\" is declared in \"" + earlier + "\" already.",
        "Rename one of the two, or give one of the files a package.");
  }

  /**
   * Returns what loads the compiled classes; the first call compiles.
   *
   * @throws InvalidScriptsException if the sources cannot be compiled
   */
  ClassLoader classLoader() {
    Result done = result();
    if (done.classLoader() == null) {
      throw new InvalidScriptsException(done.problems());
    }
    return done.classLoader();
  }

  /** Returns what keeps the sources from being compiled; the first call compiles. */
  List<ScriptProblem> problems() {
    return sources.isEmpty() ? List.of() : result().problems();
  }

  /** Returns the checksum of a source as it was compiled; absent as long as it has not been. */
  synchronized Optional<String> checksumOfCompiled(ScriptSource source) {
    return result == null
        ? Optional.empty()
        : Optional.ofNullable(result.checksums().get(source.shown()));
  }

  private synchronized Result result() {
    if (result == null) {
      result = compile();
    }
    return result;
  }

  private Result compile() {
    List<ScriptProblem> problems = new ArrayList<>();
    Map<String, String> checksums = new LinkedHashMap<>();
    List<SourceText> texts = new ArrayList<>(sources.size());
    for (HeaderLoader.Loaded loaded : sources) {
      read(loaded.source(), problems, checksums).ifPresent(texts::add);
    }
    if (!problems.isEmpty()) {
      return new Result(null, problems, checksums);
    }
    JavaCompilation compilation = new JavaCompilation(options, parent, declared());
    ClassLoader loader = compilation.compile(texts).orElse(null);
    return new Result(loader, compilation.problems(), checksums);
  }

  /** Returns the classes that are known to be revisions. */
  private List<String> declared() {
    List<String> names = new ArrayList<>();
    for (HeaderLoader.Loaded loaded : sources) {
      List<DeclaredClass> classes = loaded.beginning().classes();
      if (!loaded.beginning().isHelper() && !classes.isEmpty()) {
        names.add(classes.get(classes.size() - 1).name());
      }
    }
    return names;
  }

  private static Optional<SourceText> read(
      ScriptSource source, List<ScriptProblem> problems, Map<String, String> checksums) {
    Problems inFile = new Problems(source.shown());
    Optional<SourceText> text = Optional.empty();
    try (InputStream in = source.open()) {
      byte[] bytes = in.readAllBytes();
      int start = Utf8.textStart(bytes, bytes.length);
      checksums.put(source.shown(), Checksum.of(bytes));
      text =
          Optional.ofNullable(Utf8.decode(bytes, start, bytes.length))
              .map(content -> new SourceText(source.shown(), content));
      if (text.isEmpty()) {
        int malformed = Utf8.firstMalformed(bytes, start, bytes.length);
        inFile.notUtf8(BodyReader.lineAt(bytes, bytes.length, start + malformed));
      }
    } catch (IOException e) {
      HeaderReader.unreadable(source, e, inFile);
    }
    problems.addAll(inFile.found());
    return text;
  }
}
