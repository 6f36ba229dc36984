package dev.anabranch.script;

import dev.anabranch.error.ErrorCode;
import dev.anabranch.error.SourceLocation;
import dev.anabranch.migration.Migration;
import dev.anabranch.migration.Operations;
import dev.anabranch.migration.RevisionInfo;
import dev.anabranch.script.internal.CacheKey;
import dev.anabranch.script.internal.ClassFileCache;
import dev.anabranch.script.internal.ClassFiles;
import dev.anabranch.script.internal.Compilation;
import dev.anabranch.script.internal.CompilerClassPath;
import dev.anabranch.script.internal.MemoryClassLoader;
import dev.anabranch.script.internal.MemoryCompiler;
import dev.anabranch.script.internal.Mistake;
import dev.anabranch.script.internal.SourceText;
import dev.anabranch.script.internal.ThisJava;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles the sources of a project, or finds what an earlier run compiled. For one use. */
final class JavaCompilation {

  /** What a class is loaded from, inside the cache folder. */
  private static final String CACHE = "java";

  private final JavaOptions options;
  private final ClassLoader parent;
  private final Set<String> declared;
  private final List<ScriptProblem> problems = new ArrayList<>();

  /**
   * Prepares compiling.
   *
   * @param options what is compiled with
   * @param parent the class loader of the program
   * @param declared the classes whose headers have been read
   */
  JavaCompilation(JavaOptions options, ClassLoader parent, List<String> declared) {
    this.options = options;
    this.parent = parent;
    this.declared = new LinkedHashSet<>(declared);
  }

  List<ScriptProblem> problems() {
    return List.copyOf(problems);
  }

  /** Returns what loads the classes; absent, with problems, if it cannot be had. */
  Optional<ClassLoader> compile(List<SourceText> sources) {
    List<Path> configured = new ArrayList<>();
    for (ClassPathEntry entry : options.classPath()) {
      configured.addAll(ClassPathExpansion.of(entry, problems));
    }
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    List<Path> classPath = CompilerClassPath.of(parent, configured);
    Optional<ClassFileCache> cache =
        options.cacheFolder().map(folder -> new ClassFileCache(folder.resolve(CACHE)));
    String key = cache.isPresent() ? CacheKey.of(sources, classPath) : "";
    Optional<ClassFiles> kept = cache.flatMap(c -> c.get(key));
    if (kept.isPresent()) {
      return Optional.of(new MemoryClassLoader(kept.get(), above(configured)));
    }
    if (!ThisJava.hasCompiler()) {
      noCompiler(sources.get(0));
      return Optional.empty();
    }
    Compilation compilation = new MemoryCompiler().compile(sources, classPath);
    if (compilation instanceof Compilation.Failed failed) {
      failed.mistakes().forEach(mistake -> problems.add(problem(mistake, sources)));
      return Optional.empty();
    }
    ClassFiles classes = ((Compilation.Done) compilation).classes();
    ClassLoader loader = new MemoryClassLoader(classes, above(configured));
    refuseUndeclared(classes, loader);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    cache.ifPresent(c -> c.put(key, classes));
    return Optional.of(loader);
  }

  private ClassLoader above(List<Path> configured) {
    return configured.isEmpty()
        ? parent
        : new URLClassLoader(
            configured.stream().map(JavaCompilation::url).toArray(URL[]::new), parent);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("no URL of " + path, e);
    }
  }

  private void noCompiler(SourceText first) {
    problems.add(
        ScriptProblem.error(
            ErrorCode.NO_COMPILER,
            new SourceLocation(first.path(), 0),
            "Revisions in Java have to be compiled, and the Java in \""
                + System.getProperty("java.home")
                + "\" has no compiler.",
            "Use a JDK of release "
                + Runtime.version().feature()
                + ", or build the revisions onto the class path."));
  }

  private static ScriptProblem problem(Mistake mistake, List<SourceText> sources) {
    String path = mistake.path().isEmpty() ? sources.get(0).path() : mistake.path();
    SourceLocation location = new SourceLocation(path, mistake.line());
    if (mistake.kind().equals(Mistake.DUPLICATE_CLASS)) {
      String className = mistake.message().replaceFirst(".*: ", "");
      Optional<String> other = declaring(className, path, sources);
      if (other.isPresent()) {
        return JavaProject.duplicate(className, location, other.get());
      }
    }
    return ScriptProblem.error(
            ErrorCode.COMPILATION_FAILED,
            location,
            "The compiler says: " + mistake.message() + ".",
            "Mend the source; the compiler is that of Java " + Runtime.version().feature() + ".")
        .withExcerpt(mistake.excerpt());
  }

  /** Returns another file that seems to declare a class, for a message. */
  private static Optional<String> declaring(
      String className, String path, List<SourceText> sources) {
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    Pattern declaration =
        Pattern.compile("\\b(class|interface|enum|record)\\s+" + Pattern.quote(simpleName) + "\\b");
    return sources.stream()
        .filter(source -> !source.path().equals(path))
        .filter(source -> declaration.matcher(source.text()).find())
        .map(SourceText::path)
        .findFirst();
  }

  /**
   * A class may call itself a revision where no header is read: behind another one, inside another
   * one, or in letters that only the compiler understands. Such a revision must not be left out in
   * silence.
   */
  private void refuseUndeclared(ClassFiles classes, ClassLoader loader) {
    for (String name : classes.mentioning(RevisionInfo.class.getName())) {
      if (!declared.contains(name) && isRevision(name, loader)) {
        problems.add(
            ScriptProblem.error(
                ErrorCode.HEADER_MISREAD,
                new SourceLocation(classes.origin(name), 0),
                "The class \"" + name + "\" has @RevisionInfo, but its header is not read there.",
                "Give each revision a file of its own, and let its class stand first and not inside"
                    + " another one."));
      }
    }
    for (String name : classes.mentioning(Operations.class.getName())) {
      if (!declared.contains(name) && isForgotten(name, loader)) {
        problems.add(
            ScriptProblem.error(
                ErrorCode.HEADER_MISREAD,
                new SourceLocation(classes.origin(name), 0),
                "The class \""
                    + name
                    + "\" is a migration without @RevisionInfo: it would never run.",
                "Give it @RevisionInfo with an id, or make it abstract if others extend it."));
      }
    }
  }

  private static boolean isForgotten(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Migration.class.isAssignableFrom(type)
          && !Modifier.isAbstract(type.getModifiers())
          && type.getEnclosingClass() == null
          && !type.isAnnotationPresent(RevisionInfo.class);
    } catch (ClassNotFoundException | LinkageError e) {
      // It cannot be loaded, which is found where it is used.
      return false;
    }
  }

  private static boolean isRevision(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader).isAnnotationPresent(RevisionInfo.class);
    } catch (ClassNotFoundException | LinkageError e) {
      // It only mentions the annotation, or cannot be loaded, which is found where it is used.
      return false;
    }
  }
}
