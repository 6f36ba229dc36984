package dev.anabranch.script;

import dev.anabranch.script.internal.IndexEntry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A class that an index names.
 *
 * @param shown the source as the class path would have it
 * @param entry what the index says
 * @param classLoader finds the class
 */
record IndexedSource(String shown, IndexEntry entry, ClassLoader classLoader)
    implements ScriptSource {

  static IndexedSource of(IndexEntry entry, ClassLoader classLoader) {
    String folder = entry.packageName().replace('.', '/');
    String file = entry.origin().file().isEmpty() ? classFile(entry) : entry.origin().file();
    String path = folder.isEmpty() ? file : folder + "/" + file;
    return new IndexedSource(ScriptLocation.CLASSPATH_PREFIX + path, entry, classLoader);
  }

  private static String classFile(IndexEntry entry) {
    return entry.className().substring(entry.className().lastIndexOf('.') + 1) + ".class";
  }

  @Override
  public String fileName() {
    return shown.substring(shown.lastIndexOf('/') + 1);
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  /** Opens the class, not its source. */
  @Override
  public InputStream open() throws IOException {
    InputStream in =
        classLoader.getResourceAsStream(entry.className().replace('.', '/') + ".class");
    if (in == null) {
      throw new FileNotFoundException("the class path has no class " + entry.className());
    }
    return in;
  }
}
