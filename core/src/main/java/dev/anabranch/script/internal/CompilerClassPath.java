package dev.anabranch.script.internal;

import dev.anabranch.migration.Migration;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a compiler where the classes stand that a class loader would find. */
public final class CompilerClassPath {

  private CompilerClassPath() {}

  /**
   * Returns jars and folders: those of the class loader and the loaders above it as far as they
   * tell, the class path of the running program, Anabranch itself, and what is configured, in the
   * order in which classes are looked up.
   *
   * @param classLoader the loader
   * @param configured further jars and folders
   */
  public static List<Path> of(ClassLoader classLoader, List<Path> configured) {
    Set<Path> paths = new LinkedHashSet<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      addText(paths, entry);
    }
    List<URLClassLoader> chain = new ArrayList<>();
    for (@Nullable ClassLoader at = classLoader; at != null; at = at.getParent()) {
      if (at instanceof URLClassLoader urls) {
        chain.add(0, urls);
      }
    }
    for (URLClassLoader loader : chain) {
      for (URL url : loader.getURLs()) {
        addUrl(paths, url);
      }
    }
    CodeSource own = Migration.class.getProtectionDomain().getCodeSource();
    if (own != null && own.getLocation() != null) {
      addUrl(paths, own.getLocation());
    }
    paths.addAll(configured);
    return List.copyOf(paths);
  }

  private static void addText(Set<Path> paths, String entry) {
    if (entry.isEmpty()) {
      return;
    }
    try {
      paths.add(Path.of(entry).toAbsolutePath());
    } catch (InvalidPathException e) {
      // Java itself passes over it as well.
      return;
    }
  }

  private static void addUrl(Set<Path> paths, URL url) {
    try {
      if (url.getProtocol().equals("file")) {
        paths.add(Path.of(url.toURI()));
      }
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      // A loader may know places that are no files; the compiler cannot look there.
      return;
    }
  }
}
